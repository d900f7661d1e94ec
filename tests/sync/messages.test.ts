import { describe, expect, test } from 'vitest';
import { parseRequestLine, parseResponseLine } from '#sync/messages.ts';

const push = (value: string): string => `["m",1,1,1,0,[["activity","sample",0,{"title":${value}}]],2]`;

describe('a line of a request', () => {
  test.each([
    ['a question', '["q",2,2,"device-of-sample",1,1000,0,1]'],
    ['a standing', '["s","commune-1/work","token-of-12c","",0,0,null,0,0]'],
    ['a mutation', push('"Lễ phát động"')],
    ['a nested value', push('{"every":"month","outputs":["banner"]}')],
    ['a slice', '["p",1,77,0,2000,"abc"]'],
  ])('is understood when it is %s', (_what, line) => {
    expect(parseRequestLine(line)).toEqual(JSON.parse(line));
  });

  test.each([
    ['no JSON', '["q",'],
    ['a device name that is none', '["q",2,2,"x",1,1000,0,0]'],
    ['a token that is none', '["s","commune-1/work","short","",0,0,null,0,0]'],
    ['a scope that is none', '["s","commune-1/elsewhere","token-of-12c","",0,0,null,0,0]'],
    ['a mutation of nothing', '["m",1,1,1,0,[],2]'],
    ['a number that no computer holds', push('1e999')],
    ['a negative number', '["p",-1,77,0,2000,"abc"]'],
    ['longer than its kind', '["p",1,77,0,2000,"abc",1]'],
  ])('is refused when it has %s', (_what, line) => {
    expect(parseRequestLine(line)).toBeUndefined();
  });

  test('is refused at once however deep a stranger nests its value', () => {
    for (const depth of [30, 10_000]) {
      const began = performance.now();
      expect(parseRequestLine(push(`${'['.repeat(depth)}1e999${']'.repeat(depth)}`))).toBeUndefined();
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});

describe('a line of an answer', () => {
  test('keeps the reason of a refusal whole, also one of a later version', () => {
    const line = '["x",4,{"code":"of-a-later/version","max":3}]';
    expect(parseResponseLine(line)).toEqual(JSON.parse(line));
  });

  test.each([
    ['a group that is none', '["r","activity","sample",1,1,[["Lễ"]]]'],
    ['a value that is no JSON value of ours', '["r","activity","sample",1,1,[[1,0,5,[1]]]]'],
    ['a number that is none', '["r","activity","sample",1,1,[[-1,0,5,{}]]]'],
    ['a name that is none', '["r","activity","sample",1,1,[[1,[2]]]]'],
    ['no groups', '["r","activity","sample",1,1,{}]'],
  ])('is refused when a row has %s', (_what, line) => {
    expect(parseResponseLine(line)).toBeUndefined();
  });

  test.each([
    '["u",5]',
    '["d",5]',
    '["l",[["commune-1/work",7]]]',
    '["h","commune-1/work",3,"epoch",0,7,99,5,0,0,1,0,12]',
    '["z"]',
    '["k","ABCD-2345",5,3,1]',
    '["r","activity","sample",1,0,[[1,0,-5,{"title":"Lễ"}],[4,["place"]]]]',
  ])('is understood: %s', (line) => {
    expect(parseResponseLine(line)).toEqual(JSON.parse(line));
  });
});
