/** Another unit's work as its own people see it, and nothing that could be written. */
import { createRoot, createSignal } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '#domain/result.ts';
import type { UnitLine } from '#domain/records/unit.ts';
import type { Role } from '#domain/records/unit.ts';
import { tableNames } from '#domain/tables.ts';
import { sampleLines } from '#catalogue/sample.ts';
import { createJudgements } from '#client/state/judgements.ts';
import { mayEdit, mayRecord } from '#client/state/may-record.ts';
import { mayIssue, mayPlan } from '#client/state/may-plan.ts';
import { mayOpen, mayOpenAny } from '#client/state/may-open.ts';
import { openUnit, type OpenUnit } from '#client/state/open-unit.ts';
import { unitName } from '#client/state/unit-names.ts';
import type { OpenedWork, Workbook } from '#client/state/workbook.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const COMMUNE = 'sample-commune';
const YEAR = { from: '2024-01-01', to: '2024-12-31' };

type Answer = () => Result<OpenedWork | undefined> | Promise<Result<OpenedWork | undefined>>;

/** The officer's own workbook beside the supervisor's, with what a server would give of it. */
const begin = async (answers?: readonly Answer[]) => {
  const { officer, supervisor, dispose } = createRoot((end) => ({
    officer: createFakeWorkbook(),
    supervisor: createFakeWorkbook({ person: 'sample-supervisor' }),
    dispose: end,
  }));
  const given = await (await officer.online()).work(COMMUNE, '');
  if (!given.ok || given.value === undefined) throw new Error('the fake gives nothing');
  const first = given.value;
  const asked: string[] = [];
  const coming = [...(answers ?? [() => ok(first)])];
  const [name, setName] = createSignal('Hoa Mẫu');
  let namesRead = 0;
  const own: Workbook = {
    ...supervisor,
    me: () => {
      namesRead += 1;
      return { ...supervisor.me(), name: name() };
    },
    online: async () => ({
      ...(await supervisor.online()),
      work: (_unit, known) => {
        asked.push(known);
        return Promise.resolve(coming.shift()?.() ?? fail({ code: 'courier/offline' }));
      },
    }),
  };
  const shown: (Workbook | undefined)[] = [];
  const [workbook, setWorkbook] = createSignal<Workbook | undefined>(own);
  const door = {
    workbook,
    show: (one: Workbook | undefined) => {
      shown.push(one);
      setWorkbook(one ?? own);
    },
  };
  const held: OpenUnit[] = [];
  const strip = (opened: OpenUnit) => {
    held.push(opened);
    return undefined;
  };
  const opening = openUnit(door, own, COMMUNE, strip);
  const openAgain = () => openUnit(door, own, COMMUNE, strip);
  /** Somebody locks, unlocks, or is there after another: the door shows what it will. */
  const turn = (one: Workbook | undefined) => void setWorkbook(one);
  const ended = async () => {
    const done = await opening;
    shown[0]?.opened?.strip();
    return { done, unit: held[0], opened: shown[0] };
  };
  const follows = (opened: Workbook, next: string): boolean => {
    const before = namesRead;
    setName(next);
    return namesRead > before && opened.me().name === next;
  };
  return { officer, own, first, asked, shown, workbook, turn, openAgain, ended, follows, dispose };
};
const open = async (answers?: readonly Answer[]) => {
  const begun = await begin(answers);
  return { ...begun, ...(await begun.ended()) };
};
/** An answer that comes when the test says so. */
const anAnswer = () => {
  const { promise, resolve } = Promise.withResolvers<Result<OpenedWork | undefined>>();
  return { answer: () => promise, come: resolve };
};
const must = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('nothing there');
  return found;
};
const stateless = (record: object) => ({ ...record, state: '', onlyRefused: undefined });

describe('the work of a unit below, opened', () => {
  test('has every record that its own officer has, of every table', async () => {
    const { officer, opened } = await open();
    const seen = must(opened);
    createRoot((dispose) => {
      for (const table of tableNames) {
        if (table === 'activity') continue;
        const [theirs, here] = [officer.list(table)() ?? [], seen.list(table)() ?? []];
        expect([table, here.map(stateless)]).toEqual([table, theirs.map(stateless)]);
      }
      expect(seen.list('task')()?.length).toBeGreaterThan(20);
      dispose();
    });
  });

  test('has their activities, months and search, newest first', async () => {
    const { officer, opened } = await open();
    const seen = must(opened);
    createRoot((dispose) => {
      const here = seen.activitiesBetween(() => YEAR)() ?? [];
      const theirs = officer.activitiesBetween(() => YEAR)() ?? [];
      expect(new Set(here.map(({ id }) => id))).toEqual(new Set(theirs.map(({ id }) => id)));
      expect(here.map(({ from }) => from)).toEqual(
        here
          .map(({ from }) => from)
          .sort()
          .reverse(),
      );
      expect(seen.months(() => Infinity)()).toEqual(officer.months(() => Infinity)());
      expect(seen.months(() => 2)()).toHaveLength(2);
      const words = () => 'truyen thanh';
      expect(
        seen
          .search(words)()
          ?.map(({ id }) => id)
          .sort(),
      ).toEqual(
        officer
          .search(words)()
          ?.map(({ id }) => id)
          .sort(),
      );
      const newest = must(here[0]).id;
      expect(seen.activity(() => newest)()?.fields).toEqual(officer.activity(() => newest)()?.fields);
      expect(seen.activity(() => 'none')()).toBeNull();
      dispose();
    });
  });

  test('is judged as they see it judged, measure by measure', async () => {
    const { officer, opened } = await open();
    createRoot((dispose) => {
      const [theirs, here] = [createJudgements(officer), createJudgements(must(opened))];
      const measures = officer.list('measure')() ?? [];
      expect(measures.length).toBeGreaterThan(10);
      for (const measure of measures)
        expect([measure.id, here.of(measure).judgement]).toEqual([measure.id, theirs.of(measure).judgement]);
      dispose();
    });
  });

  test('bears the name of the unit and the day on which it lives', async () => {
    const { officer, opened, own } = await open();
    const seen = must(opened);
    expect(unitName(seen)).toBe(unitName(officer));
    expect(seen.today()).toBe(officer.today());
    expect(seen.me()).toMatchObject({ id: own.me().id, unit: COMMUNE });
    expect(seen.me().scopes[0]).toBe('sample-commune/work');
  });

  test('can be written in no way: neither record nor plan, nor even a draft', async () => {
    const { opened, own } = await open();
    const seen = must(opened);
    const plan = must(seen.list('plan')()?.[0]);
    expect([mayRecord(seen.me()), mayPlan(seen.me()), mayIssue(seen.me()), mayEdit(seen.me(), plan)]).toEqual(
      Array.from({ length: 4 }, () => false),
    );
    const change = { table: 'activity', id: 'x', values: { $c: true } } as const;
    expect(await seen.save([change])).toEqual(fail({ code: 'rights/forbidden' }));
    expect(await seen.moveSampleDay('2024-01-01')).toEqual(fail({ code: 'rights/forbidden' }));
    await seen.drafts.write('key', 'typed');
    expect([await seen.drafts.read('key'), await own.drafts.read('key')]).toEqual([undefined, undefined]);
    expect([seen.refused(), own.sync().waiting]).toEqual([[], 0]);
  });
});

describe('a unit that is opened', () => {
  test('is shown only once all of it is there, and says why when it is not', async () => {
    const { done, shown } = await open([() => fail({ code: 'rights/not-found' })]);
    expect([done, shown]).toEqual([fail({ code: 'rights/not-found' }), []]);
  });

  test('is asked for again by its tag; what is new takes the place of what was there', async () => {
    const anew = { at: 2, tag: 'second', rows: [] };
    const { first, unit, asked, opened } = await open([
      () => ok({ at: 1, tag: 'first', rows: [] }),
      () => ok(undefined),
      () => ok(anew),
      () => fail({ code: 'courier/offline' }),
    ]);
    const it = must(unit);
    expect(first.rows.length).toBeGreaterThan(0);
    expect(it.asOf()).toBe(1);
    expect((await it.refresh()).ok).toBe(true);
    expect(it.work().tag).toBe('first');
    expect(it.asOf()).toBeGreaterThan(1_700_000_000_000);
    expect((await it.refresh()).ok).toBe(true);
    expect([it.work(), it.asOf()]).toEqual([anew, 2]);
    expect(await it.refresh()).toEqual(fail({ code: 'courier/offline' }));
    expect([it.work(), must(opened).me().unit]).toEqual([anew, COMMUNE]);
    expect(asked).toEqual(['', 'first', 'first', 'second']);
  });

  test('is closed at once when it may no longer be read', async () => {
    const { unit, shown } = await open([
      () => ok({ at: 1, tag: 'first', rows: [] }),
      () => fail({ code: 'rights/not-found' }),
    ]);
    expect(await must(unit).refresh()).toEqual(fail({ code: 'rights/not-found' }));
    expect(shown.slice(1)).toEqual([undefined]);
  });

  test('gives way to the own work when it is closed', async () => {
    const { unit, shown } = await open();
    must(unit).close();
    expect(shown).toHaveLength(2);
    expect(shown[1]).toBeUndefined();
  });

  const began = () => ok({ at: 1, tag: 'first', rows: [] });
  test.each([
    ['that it may no longer be read', fail({ code: 'rights/not-found' } as const)],
    ['something newer', ok({ at: 2, tag: 'second', rows: [] })],
  ])('hears nothing of an answer that comes once it is closed: %s', async (_what, answered) => {
    const late = anAnswer();
    const { unit, shown, workbook, own } = await open([began, late.answer]);
    const it = must(unit);
    const refreshing = it.refresh();
    it.close();
    late.come(answered);
    expect(await refreshing).toEqual(ok('gone'));
    expect([it.work().tag, it.asOf()]).toEqual(['first', 1]);
    it.close();
    expect(shown.slice(1)).toEqual([undefined]);
    expect(workbook()).toBe(own);
  });

  test('leaves alone what another person, or nobody, has before them by the time of the answer', async () => {
    for (const other of [undefined, createRoot(() => createFakeWorkbook({ person: 'sample-leader' }))]) {
      const late = anAnswer();
      const { unit, shown, workbook, turn } = await open([began, late.answer]);
      const refreshing = must(unit).refresh();
      turn(other);
      late.come(fail({ code: 'rights/not-found' }));
      expect(await refreshing).toEqual(ok('gone'));
      expect(shown).toHaveLength(1);
      expect(workbook()).toBe(other);
    }
  });

  test('is not shown at all where its first answer finds another at the door', async () => {
    const late = anAnswer();
    const { shown, turn, ended } = await begin([late.answer]);
    turn(undefined);
    late.come(began());
    expect((await ended()).done).toEqual(ok(undefined));
    expect(shown).toEqual([]);
  });

  test('is let go when it is opened once more, and when its person locks', async () => {
    const { opened, shown, openAgain, turn, follows } = await open([began, began]);
    const earlier = must(opened);
    expect(follows(earlier, 'Hoa Mẫu Một')).toBe(true);
    await openAgain();
    const later = must(shown[1]);
    expect(later).not.toBe(earlier);
    expect([follows(later, 'Hoa Mẫu Hai'), earlier.me().name]).toEqual([true, 'Hoa Mẫu Một']);
    turn(undefined);
    expect(follows(later, 'Hoa Mẫu Ba')).toBe(false);
  });
});

describe('the work of a unit', () => {
  const lines: readonly UnitLine[] = sampleLines.map(({ fields }) => fields);
  const me = (role: Role, unit: string) => ({ ...createFakeWorkbook().me(), role, unit });
  const units = ['sample-province', 'sample-city', COMMUNE, 'elsewhere'];

  test('is offered to a supervisor, of every unit below and of no other', () => {
    const offered = (unit: string) => units.filter((one) => mayOpen(me('supervisor', unit), one, lines, '2024-11-21'));
    expect(units.map(offered)).toEqual([['sample-city', COMMUNE], [COMMUNE], [], []]);
  });

  test('is offered to nobody else', () => {
    const others = ['recorder', 'officer', 'leader', 'administrator', 'auditor'] as const;
    expect(others.filter((role) => mayOpenAny(me(role, 'sample-city')))).toEqual([]);
    expect(others.filter((role) => mayOpen(me(role, 'sample-city'), COMMUNE, lines, '2024-11-21'))).toEqual([]);
    expect(mayOpenAny(me('supervisor', 'sample-city'))).toBe(true);
  });
});
