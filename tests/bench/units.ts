/**
 * (h) The units of a whole country, 34 provinces and 3,321 communes, invented or from UNITS_FILE: their import against the
 * same rows written raw, their first sync, and their search on a phone whose processor is four times slower.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CREATED, type Change } from '#domain/change.ts';
import { readUnitList, type ListedUnit } from '#domain/unit-list.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import { importUnits } from '#server/actions/import-units.ts';
import { openWorkshop, type Workshop } from '#server/main.ts';
import { freePort } from '#tests/support/free-port.ts';
import { withPage } from './browser.ts';
import { bodyBytes } from './first-sync.ts';
import { createDatabase, type Kind } from './load.ts';
import type { Options } from './options.ts';
import { pagePath } from './page-build.ts';
import { openPlace, type Place } from './place.ts';
import { exchangesOf, openRecorder } from './recorder.ts';
import { median, type Measured } from './report.ts';

const PROVINCES = 34;
const COMMUNES = 3_321;
const IMPORT_SECONDS = 5;
const SEARCH_MS = 50;
const SLOWER = 4;

const SYLLABLES = 'Đồng Tuyển Bản Lầu Cam Đường Hợp Thành Tân An Phú Long Hoà Bình Thuận Mỹ Lộc Yên Sơn Hà'.split(' ');
const syllable = (n: number): string => SYLLABLES[n % SYLLABLES.length] ?? '';

const inventedList = (): string =>
  JSON.stringify(
    Array.from({ length: PROVINCES }, (_, province) => ({
      code: String(province + 1).padStart(2, '0'),
      name: `Tỉnh ${syllable(province)} ${syllable(province + 7)} ${String(province)}`,
      communes: Array.from({ length: COMMUNES }, (_commune, nth) => nth)
        .filter((nth) => nth % PROVINCES === province)
        .map((nth) => [
          String(nth * 3 + 4).padStart(5, '0'),
          `${nth % 5 === 0 ? 'Phường' : 'Xã'} ${syllable(nth)} ${syllable(nth * 7 + 3)} ${String(nth)}`,
        ]),
    })),
  );

const listOfUnits = async (): Promise<readonly ListedUnit[]> => {
  const file = process.env['UNITS_FILE'];
  const listed = readUnitList(file === undefined ? inventedList() : await readFile(file, 'utf8'), 'json');
  if (!listed.ok) throw new Error(`the list has faults: ${JSON.stringify(listed.problem.slice(0, 3))}`);
  return listed.value;
};

const importInto = async (workshop: Workshop, listed: readonly ListedUnit[], added: number): Promise<number> => {
  const start = performance.now();
  const imported = await importUnits(workshop, COMMAND_LINE, {
    listed,
    source: 'bench',
    dated: '2026-07-25',
    from: '2025-07-01',
    under: undefined,
    mayTouch: () => true,
    isTrial: false,
  });
  if (!imported.ok || imported.value.added !== added) throw new Error(`imported wrongly: ${JSON.stringify(imported)}`);
  return performance.now() - start;
};

/** The same rows: a unit each, and a line to its province. */
const rowsOf = (listed: readonly ListedUnit[]): readonly Change[] =>
  listed.flatMap(({ code, name, kind, level, parent }): readonly Change[] => [
    { table: 'unit', id: code, values: { [CREATED]: true, name, kind, level, officialCode: code, from: '2025-07-01' } },
    ...(parent === undefined
      ? []
      : [
          {
            table: 'unit-line' as const,
            id: `line-${code}`,
            values: { [CREATED]: true, unit: code, other: parent, relation: 'parent', from: '2025-07-01' },
          },
        ]),
  ]);

let databases = 0;
const emptyWorkshop = async ({
  databaseUrl,
}: Kind): Promise<{ readonly workshop: Workshop; readonly dataDir: string }> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'so-tay-bench-units-'));
  let url = databaseUrl;
  if (databaseUrl !== undefined) {
    databases += 1;
    const name = `units_${String(databases)}`;
    await createDatabase(databaseUrl, name);
    url = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
  }
  const workshop = await openWorkshop({ dataDir, databaseUrl: url });
  if (!workshop.ok) throw new Error(`the database did not open: ${JSON.stringify(workshop.problem)}`);
  return { workshop: workshop.value, dataDir };
};

export const benchImport = async ({ runs, say }: Options, kind: Kind): Promise<readonly Measured[]> => {
  const listed = await listOfUnits();
  const rows = rowsOf(listed);
  const seen: { readonly first: number; readonly again: number; readonly raw: number }[] = [];
  for (let run = 0; run < runs; run += 1) {
    say(`h: import, ${kind.name}, run ${String(run + 1)} of ${String(runs)}`);
    const raw = await kind.openRaw();
    const start = performance.now();
    // A statement of PostgreSQL holds 65,535 values at most.
    for (let from = 0; from < rows.length; from += 1_000) await raw.push('root/units', rows.slice(from, from + 1_000));
    const rawMs = performance.now() - start;
    await raw.close();
    const { workshop, dataDir } = await emptyWorkshop(kind);
    const first = await importInto(workshop, listed, listed.length);
    const again = await importInto(workshop, listed, 0);
    seen.push({ first, again, raw: rawMs });
    await workshop.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  const seconds = (pick: (one: (typeof seen)[number]) => number): number => median(seen.map(pick)) / 1_000;
  const what = `import of ${String(listed.length)} units, ${kind.name}`;
  return [
    {
      bench: 'h',
      what,
      value: seconds(({ first }) => first),
      unit: 's',
      goal: { atMost: IMPORT_SECONDS },
      parts: { raw: seconds(({ raw }) => raw), 'times raw': median(seen.map(({ first, raw }) => first / raw)) },
    },
    { bench: 'h', what: `${what}, again`, value: seconds(({ again }) => again), unit: 's' },
  ];
};

interface OnPhone {
  readonly exchange: number;
  readonly read: number;
  readonly slowRead: number;
  readonly index: number;
  readonly key: number;
}

const onPhone = (place: Place, units: number): Promise<OnPhone> =>
  withPage(`http://localhost:${String(place.port)}${pagePath('sealed')}`, async (page) => {
    const [officer] = place.officers;
    const { signIn = '', password = '' } = officer ?? {};
    await page.evaluate((account) => bench.open(account), { signIn, password });
    const exchange = await page.evaluate(() => bench.exchange());
    const cdp = await page.context().newCDPSession(page);
    const read = await page.evaluate(() => bench.readUnits());
    if (read.count < units) throw new Error(`received ${String(read.count)} of ${String(units)} units`);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const slow = await page.evaluate(() => bench.readUnits());
    const search = await page.evaluate(() =>
      bench.searchUnits(['đ', 'đồ', 'đồng', 'đồng t', 'dong tuyen', 'xa', '02', 'zz']),
    );
    return { exchange: exchange.ms, read: read.ms, slowRead: slow.ms, index: search.indexMs, key: search.slowestMs };
  });

export const benchUnitsOnPhone = async (options: Options): Promise<readonly Measured[]> => {
  const listed = await listOfUnits();
  const place = await openPlace({ pages: options.pages, units: listed });
  try {
    const port = await freePort();
    const recorder = await openRecorder({ port, target: place.port });
    await onPhone({ ...place, port }, listed.length);
    const bytes = bodyBytes(exchangesOf(recorder));
    await recorder.close();
    const seen: OnPhone[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      options.say(`h: on a phone, run ${String(run + 1)} of ${String(options.runs)}`);
      seen.push(await onPhone(place, listed.length));
    }
    const of = (name: keyof OnPhone): number => median(seen.map((one) => one[name]));
    const many = `${String(listed.length)} units`;
    return [
      { bench: 'h', what: `first sync of a phone with ${many}, sealed`, value: of('exchange'), unit: 'ms' },
      { bench: 'h', what: `bytes of that sync`, value: bytes, unit: 'bytes' },
      {
        bench: 'h',
        what: `reading ${many} and their lines from the sealed store`,
        value: of('slowRead'),
        unit: 'ms',
        parts: { 'first time, unthrottled': of('read') },
      },
      {
        bench: 'h',
        what: `the slowest key of a search over ${many}, ${String(SLOWER)}× CPU`,
        value: of('key'),
        unit: 'ms',
        goal: { atMost: SEARCH_MS },
        parts: { 'index, once': of('index') },
      },
    ];
  } finally {
    await place.close();
  }
};
