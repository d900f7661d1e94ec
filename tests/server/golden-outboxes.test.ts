/**
 * What phones of every released schema once wrote, byte for byte: `golden/schema-<version>-<what>.ndjson` are lines of an
 * outbox, the `.json` beside it the registers that must come of them, `[value, ms, ctr]`; a counter's is `[total, n]`.
 * These files are for ever: a phone that was off for months sends just these lines.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Value } from '#domain/change.ts';
import { chainHash } from '#sync/chain.ts';
import { parseRequestLine } from '#sync/messages.ts';
import { SCHEMA_VERSION } from '#sync/version.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  createReplica,
  exchange,
  forkedAt,
  linesOf,
  openSampleServer,
  signInRole,
  WORK,
  type SampleServer,
} from './test-server.ts';

const folder = new URL('golden/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const outboxes = readdirSync(folder)
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => ({
    name: name.replace('.ndjson', ''),
    schema: Number(/^schema-(\d+)-/u.exec(name)?.[1]),
    lines: read(name).trimEnd().split('\n'),
  }));
type Registers = Readonly<Record<string, Readonly<Record<string, readonly Value[]>>>>;
const expected = (name: string): Registers => JSON.parse(read(`${name}.json`));

test('Every schema that was ever released has a golden outbox', () => {
  const versions = new Set(outboxes.map(({ schema }) => schema));
  expect(versions).toEqual(new Set(Array.from({ length: SCHEMA_VERSION }, (_, index) => index + 1)));
});

describe.each(databases)('On $name the golden outbox', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const storedOf = async (key: string): Promise<Registers[string]> => {
    const [table = '', id = ''] = key.split('|');
    const stored = await server.deps.storage.ledger.record(WORK, { table, id });
    return Object.fromEntries(
      Object.entries(stored?.registers ?? {}).map(([field, [value, ms, ctr]]) =>
        field.startsWith('+') && Array.isArray(value) ? [field.split('/')[0] ?? '', value] : [field, [value, ms, ctr]],
      ),
    );
  };

  test.each(outboxes)('$name is taken as it always was', async ({ name, lines }) => {
    const officer = await signInRole(server, 'officer');
    const replica = createReplica(server, officer);
    const answer = await exchange(server, officer, [...replica.lines(), ...lines]);
    const last = Math.max(...lines.map((line) => Number(parseRequestLine(line)?.[1])));
    expect([acknowledged(answer), forkedAt(answer), linesOf(answer, 'x')]).toEqual([last, 0, []]);
    const wanted = expected(name);
    expect(Object.keys(wanted).length).toBeGreaterThan(0);
    for (const [key, registers] of Object.entries(wanted)) expect([key, await storedOf(key)]).toEqual([key, registers]);
  });

  test('of an old schema comes to the same as if an app of today had written it', async () => {
    const officer = await signInRole(server, 'officer');
    const id = 'golden-lens';
    const composed = { title: 'Hội nghị truyền thông', place: 'Nhà văn hóa', from: '2026-05-01', to: '2026-05-01' };
    const apart = Object.fromEntries(Object.entries(composed).map(([field, text]) => [field, text.normalize('NFD')]));
    const rest = { $c: true, type: 'conference', agency: 'sample-agency-commune' };
    const send = async (values: Readonly<Record<string, Value>>, schema: number, name: string) => {
      const operations = [['activity', name, 0, { ...rest, ...values }]] as const;
      const content = { n: 1, ms: server.clock.now, ctr: 0, operations };
      const line = ['m', 1, chainHash(0, content), content.ms, 0, operations, schema];
      const replica = createReplica(server, officer);
      await exchange(server, officer, [...replica.lines(), JSON.stringify(line)]);
      return storedOf(`activity|${name}`);
    };
    expect(apart['title']).not.toBe(composed.title);
    const native = await send(composed, SCHEMA_VERSION, `${id}-native`);
    expect(await send(apart, 1, `${id}-old`)).toEqual(native);
  });
});
