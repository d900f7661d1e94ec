/**
 * What readable names cost on the wire: 10,000 records as they are really shaped, as row lines of a first pull,
 * against the same lines with bare positions in place of table and field names. Run it with `node`.
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { createRowWriter } from '#sync/rows.ts';
import type { StoredRegister } from '#sync/merge.ts';
import type { Value } from '#domain/change.ts';

const RECORDS = 10_000;
const START = Date.UTC(2024, 0, 2);

interface Draft {
  readonly table: string;
  readonly id: string;
  readonly values: Readonly<Record<string, Value>>;
}

const words =
  `tuyên truyền phòng chống bạo lực gia đình bình đẳng giới hội liên hiệp phụ nữ xã lễ phát động tháng hành động vì
  nhà văn hóa thôn tập huấn kỹ năng cán bộ chi hội trưởng cộng đồng trẻ em gái học sinh trường trung học cơ sở cấp phát
  tờ rơi treo băng rôn loa truyền thanh tin bài hội nghị triển khai kế hoạch ủy ban nhân dân nông dân thanh niên`.split(
    /\s+/u,
  );
const BASE64URL = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'.split('');
const types = ['communication', 'training', 'conference', 'broadcast', 'counselling'];

const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { minLength: least, maxLength: most }).map((list) => list.join(' '));
const day = fc.nat(364).map((offset) => new Date(START + offset * 86_400_000).toISOString().slice(0, 10));
const token = fc.string({
  unit: fc.constantFrom(...BASE64URL),
  minLength: 16,
  maxLength: 16,
});

const activity = fc
  .record({
    id: token,
    title: phrase(5, 14),
    type: fc.constantFrom(...types),
    from: day,
    place: phrase(2, 6),
    female: fc.nat(120),
    male: fc.nat(120),
    narrative: phrase(0, 60),
    outputs: fc.uniqueArray(fc.constantFrom('news-item', 'leaflet', 'banner', 'broadcast'), { maxLength: 3 }),
    topics: fc.uniqueArray(fc.constantFrom('violence', 'education', 'economy', 'health'), { maxLength: 2 }),
    task: fc.nat(40),
  })
  .map(({ id, outputs, topics, task, from, ...rest }): Draft => ({
    table: 'activity',
    id,
    values: {
      $c: true,
      ...rest,
      from,
      to: from,
      agency: 'womens-union',
      ...Object.fromEntries(outputs.map((code, index) => [`outputs/${code}`, index * 50 + 1])),
      ...Object.fromEntries(topics.map((code) => [`topics/${code}`, true])),
      [`tasks/task-${task}`]: true,
    },
  }));

const reading = fc
  .record({
    measure: fc.nat(30),
    month: fc.nat(11),
    agency: fc.nat(12),
    numerator: fc.nat(400),
    more: fc.nat(900),
    note: phrase(0, 12),
  })
  .map(({ measure, month, agency, numerator, more, note }): Draft => {
    const period = `2024-${String(month + 1).padStart(2, '0')}`;
    const key = { measure: `measure-${measure}`, unit: 'commune-1', agency: `agency-${agency}`, period };
    return {
      table: 'reading',
      id: Object.values(key).join('~'),
      values: { $c: true, ...key, numerator, denominator: numerator + more, source: 'Sổ theo dõi của hội', note },
    };
  });

const linesOf = (drafts: readonly Draft[]): readonly string[] => {
  const writer = createRowWriter({ done: 0, at: 0, inner: null });
  let ms = START;
  return drafts.flatMap(({ table, id, values }, index) => {
    const seq = index + 1;
    ms += 20_000 + ((seq * 7_919) % 600_000);
    const registers = Object.entries(values).map(([field, value]): [string, StoredRegister] => [
      field,
      [value, ms, 0, 1 + (seq % 5), seq],
    ]);
    const row = { table, id, seq, inc: seq, grp: seq, deleted: false, registers: Object.fromEntries(registers) };
    return writer.row(row);
  });
};

/** The same lines with a number for every table, field and set name. */
const bare = (all: readonly string[]): readonly string[] => {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): string => {
    const [field = '', element] = name.split('/');
    const number = numbers.get(field) ?? numbers.size;
    numbers.set(field, number);
    return element === undefined ? String(number) : `${number}/${element}`;
  };
  return all.map((line) =>
    line
      .replace(/^\["r","([a-z-]+)"/u, (_all, table: string) => `["r",${numberOf(table)}`)
      .replaceAll(/([{,])"([$a-z]+(?:\/[\w-]+)?)":\[/gu, (_all, before: string, field: string) => {
        return `${before}"${numberOf(field)}":[`;
      }),
  );
};

const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const encodings = {
  plain: (text: string) => Buffer.byteLength(text),
  'gzip 6': (text: string) => gzipSync(text).length,
  'brotli 5': brotli,
};
const kinds = { both: fc.oneof(activity, reading), activities: activity, readings: reading };

console.table(
  Object.entries(kinds).flatMap(([kind, drafts]) => {
    const lines = linesOf(fc.sample(drafts, { numRuns: RECORDS, seed: 20_241_115 }));
    const named = lines.join('\n');
    const numbered = bare(lines).join('\n');
    return Object.entries(encodings).map(([encoding, sizeOf]) => ({
      kind,
      encoding,
      'bytes with names': sizeOf(named),
      'bytes with positions': sizeOf(numbered),
      'bytes a record': Math.round((sizeOf(named) / RECORDS) * 10) / 10,
      ratio: Math.round((sizeOf(named) / sizeOf(numbered)) * 1_000) / 1_000,
    }));
  }),
);
