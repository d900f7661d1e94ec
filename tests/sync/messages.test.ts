import { describe, expect, test } from 'vitest';
import { parseRequestLine, parseResponseLine } from '#sync/messages.ts';

const push = (value: string): string => `["m",1,1,1,0,[["activity","sample",0,{"title":${value}}]]]`;

describe('a line of a request', () => {
  test.each([
    ['a question', '["q",1,1,"device-of-sample",1,1000]'],
    ['a standing', '["s","commune-1/work",0,"",0,0,null,0]'],
    ['a mutation', push('"Lễ phát động"')],
    ['a nested value', push('{"every":"month","outputs":["banner"]}')],
    ['a slice', '["p",1,0,2000,"abc"]'],
  ])('is understood when it is %s', (_what, line) => {
    expect(parseRequestLine(line)).toEqual(JSON.parse(line));
  });

  test.each([
    ['no JSON', '["q",'],
    ['a device name that is none', '["q",1,1,"x",1,1000]'],
    ['a scope that is none', '["s","commune-1/elsewhere",0,"",0,0,null,0]'],
    ['a mutation of nothing', '["m",1,1,1,0,[]]'],
    ['a number that no computer holds', push('1e999')],
    ['a negative number', '["p",-1,0,2000,"abc"]'],
    ['longer than its kind', '["p",1,0,2000,"abc",1]'],
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

  test('is refused when a register is not one', () => {
    expect(parseResponseLine('["r","activity","sample",1,1,{"title":["Lễ"]}]')).toBeUndefined();
  });
});
