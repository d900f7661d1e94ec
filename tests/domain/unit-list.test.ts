import { describe, expect, test } from 'vitest';
import { readUnitList, type ListFormat } from '#domain/unit-list.ts';

/** An invented list in the shape of the published ones. */
const nested = [
  {
    code: '97',
    name: 'Tỉnh Mẫu',
    communes: [
      ['97001', 'Phường Một'],
      ['97002', 'Xã Hai'],
    ],
  },
  {
    code: '98',
    name: 'Thành phố Thử',
    communes: [
      ['98001', 'Đặc khu Ba'],
      ['98002', 'Xã Hai'],
    ],
  },
];
const csv = ['Mã;Tên;Cấp trên', '97;Tỉnh Mẫu;', '97001;Phường Một;97', '97002;Xã Hai;97'].join('\r\n');

const faultsOf = (text: string, format: ListFormat) => {
  const read = readUnitList(text, format);
  return read.ok ? [] : read.problem.map(({ at, is, value }) => `${at} ${is} ${value}`.trim());
};

describe('A list of units', () => {
  test('is read from provinces with their communes', () => {
    const read = readUnitList(JSON.stringify(nested), 'json');
    expect(read.ok && read.value).toEqual([
      { at: '[0]', code: '97', name: 'Tỉnh Mẫu', kind: 'tỉnh', level: 'province', parent: undefined },
      { at: '[0].communes[0]', code: '97001', name: 'Phường Một', kind: 'phường', level: 'commune', parent: '97' },
      { at: '[0].communes[1]', code: '97002', name: 'Xã Hai', kind: 'xã', level: 'commune', parent: '97' },
      { at: '[1]', code: '98', name: 'Thành phố Thử', kind: 'thành phố', level: 'province', parent: undefined },
      { at: '[1].communes[0]', code: '98001', name: 'Đặc khu Ba', kind: 'đặc khu', level: 'commune', parent: '98' },
      { at: '[1].communes[1]', code: '98002', name: 'Xã Hai', kind: 'xã', level: 'commune', parent: '98' },
    ]);
  });

  test('is read alike from one row a unit, in JSON and in CSV', () => {
    const flat = [
      { code: '97', name: 'Tỉnh Mẫu', parent: null },
      { code: '97001', name: 'Phường Một', parent: '97' },
      { code: '97002', name: 'Xã Hai', kind: 'Xã', level: 'commune', parent: '97' },
    ];
    const withoutPlace = (text: string, format: ListFormat) => {
      const read = readUnitList(text, format);
      return read.ok ? read.value.map((unit) => ({ ...unit, at: '' })) : read.problem;
    };
    expect(withoutPlace(JSON.stringify(flat), 'json')).toEqual(withoutPlace(csv, 'csv'));
  });

  test('is composed: what a keyboard wrote in parts is one letter', () => {
    const read = readUnitList(csv.normalize('NFD'), 'csv');
    expect(read.ok && read.value[2]?.name).toBe('Xã Hai');
  });

  test.each<[string, ListFormat, string, readonly string[]]>([
    ['no JSON', 'json', '{', ['1 unreadable']],
    ['no list', 'json', '{}', ['1 unreadable Object']],
    ['an unknown field', 'json', '[{"code":"97","name":"Tỉnh Mẫu","dân":1}]', ['[0].dân unreadable "dân"']],
    [
      'a commune of one part',
      'json',
      '[{"code":"97","name":"Tỉnh Mẫu","communes":[["97001"]]}]',
      ['[0].communes[0][1] unreadable undefined'],
    ],
    ['nothing in it', 'json', '[]', ['1 empty']],
    ['no line', 'csv', '\n\n', ['1 empty']],
    ['an unknown column', 'csv', 'mã,tên,dân số\n97,Tỉnh Mẫu,1', ['1 columns dân số']],
    ['no column for names', 'csv', 'mã,loại\n97,tỉnh', ['1 columns mã, loại']],
    ['a column twice', 'csv', 'mã,tên,code\n97,Tỉnh Mẫu,97', ['1 columns mã, tên, code']],
    ['a cell too many', 'csv', 'mã,tên\n97,Tỉnh Mẫu,x', ['2 cells 3']],
    ['a quote without an end', 'csv', 'mã,tên\n97,"Tỉnh Mẫu', ['2 quote']],
    ['a code that is none', 'csv', 'mã,tên\n9A,Tỉnh Mẫu', ['2 code 9A']],
    ['a code that lost its zero', 'csv', 'mã,tên\n1,Tỉnh Mẫu', ['2 code 1']],
    ['a code twice', 'csv', 'mã,tên\n97,Tỉnh Mẫu\n97,Tỉnh Khác', ['3 code-twice 97']],
    ['no name', 'csv', 'mã,tên\n97,', ['2 name']],
    ['a name of no kind', 'csv', 'mã,tên\n97,Mẫu', ['2 kind Mẫu']],
    ['one name twice in a province', 'csv', `${csv}\r\n97003;xã hai;97`, ['5 name-twice xã hai']],
    ['another level than the code says', 'csv', 'mã,tên,cấp\n97,Tỉnh Mẫu,xã', ['2 level xã']],
    ['a unit above that is not there', 'csv', 'mã,tên,cấp trên\n97001,Xã Một,97', ['2 parent 97']],
    [
      'a unit above that stands below',
      'csv',
      'mã,tên,cấp trên\n97,Tỉnh Mẫu,97001\n97001,Xã Một,97',
      ['2 parent 97001'],
    ],
  ])('with %s is refused, and says where', (_what, format, text, faults) => {
    expect(faultsOf(text, format)).toEqual(faults);
  });

  test('tells all faults at once, and then gives no unit at all', () => {
    expect(faultsOf('mã,tên\n9,Tỉnh Mẫu\n97001,\n97002,Hai', 'csv')).toEqual(['2 code 9', '3 name', '4 kind Hai']);
  });
});
