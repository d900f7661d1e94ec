/**
 * A workbook and its door over plain arrays: for looking at the screens and for tests that need no store.
 * It keeps nothing, seals nothing and sends nothing; what it knows is the sample.
 * The file is long because it stands in for two interfaces at once.
 */
import { createMemo, createSignal, type Accessor } from 'solid-js';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import {
  SAMPLE_TODAY,
  sampleAgencies,
  sampleLines,
  samplePeople,
  samplePlans,
  sampleUnits,
} from '#catalogue/sample.ts';
import type { Change, Values } from '#domain/change.ts';
import { monthsBetween } from '#domain/dates.ts';
import { fold, matchesQuery } from '#domain/folding.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import { changedValues, recordOf } from '#domain/values.ts';
import type {
  ActivitySummary,
  Door,
  Me,
  Phase,
  RecordState,
  Recovery,
  Refused,
  Saved,
  SyncStatus,
  Waiting,
  Workbook,
} from '#client/state/workbook.ts';
import { asksOf } from '#client/state/conflicts.ts';
import { createFakeAccounts } from './fake-accounts.ts';
import { sampleConflicts, sampleHistory, sampleReceipts } from './fake-exchange.ts';
import { sampleActivities, sampleReadings } from './fake-records.ts';

interface Kept {
  readonly scope: Scope;
  readonly table: TableName;
  readonly id: string;
  readonly values: Values;
  readonly state: RecordState;
}

export interface FakeOptions {
  readonly person?: string;
  readonly sync?: Partial<SyncStatus>;
  readonly empty?: boolean;
  /** Two people have written at once, in every way there is. */
  readonly conflicts?: boolean;
  readonly refused?: readonly Refused[];
}

const keyOf = (change: { readonly table: string; readonly id: string }): string => `${change.table} ${change.id}`;

const firstRecords = (options: FakeOptions): ReadonlyMap<string, Kept> => {
  const kept = new Map<string, Kept>();
  const put = (scope: Scope, change: Change, state: RecordState = 'sent') => {
    kept.set(keyOf(change), { scope, ...change, state });
  };
  const directory = scopeOf('sample-commune', 'directory');
  for (const { id, fields } of sampleUnits)
    put(UNITS_SCOPE, { table: 'unit', id, values: changedValues('unit', undefined, fields) });
  for (const { id, fields } of sampleLines)
    put(UNITS_SCOPE, { table: 'unit-line', id, values: changedValues('unit-line', undefined, fields) });
  for (const { id, fields } of sampleAgencies)
    put(directory, { table: 'agency', id, values: changedValues('agency', undefined, fields) });
  for (const { id, fields } of samplePeople)
    put(directory, { table: 'person', id, values: changedValues('person', undefined, fields) });
  for (const plan of samplePlans)
    for (const change of mutationsOfPlan(plan.document, {
      parents: plan.parents,
      taskIndicators: plan.taskIndicators,
    }).flat())
      put(plan.scope, change);
  if (options.empty) return kept;
  const work = scopeOf('sample-commune', 'work');
  for (const { state, ...change } of sampleActivities) put(work, change, state);
  for (const change of sampleReadings) put(work, change);
  if (options.conflicts)
    for (const { id, fields } of sampleConflicts)
      put(work, { table: 'conflict', id, values: changedValues('conflict', undefined, fields) });
  return kept;
};

const summaryOf = (kept: Kept): ActivitySummary | undefined => {
  const activity = recordOf('activity', kept.values);
  if (!activity) return undefined;
  const { title, type, from, to, agency, place = '', female = 0, male = 0, unrecorded = 0 } = activity;
  return {
    scope: kept.scope,
    id: kept.id,
    state: kept.state,
    ...(kept.state === 'to-fix' && { onlyRefused: true }),
    title,
    type,
    from,
    to,
    place,
    agency,
    female,
    male,
    unrecorded,
    minority: activity.minority ?? 0,
    attendances: activity.attendances ?? 0,
    outputs: activity.outputs,
    tasks: Object.keys(activity.tasks),
    measures: Object.keys(activity.measures),
    campaigns: Object.keys(activity.campaigns),
    folded: fold([title, place, activity.narrative ?? '', activity.audience ?? ''].join(' ')),
  };
};

const settled: SyncStatus = {
  waiting: 0,
  refused: 0,
  conflicts: 0,
  busy: false,
  online: true,
  lastAt: undefined,
  problem: undefined,
};

/** What the server would not take, for the page that shows it. */
const refusal = (change: Change, n: number, at: number): Refused => ({
  scope: scopeOf('sample-commune', 'work'),
  n,
  at,
  problem: { code: 'sync/bad-value', field: 'to', problem: { code: 'activity/ends-before-start' } },
  changes: [change],
});

const offline = () => Promise.resolve(fail({ code: 'courier/offline' } as const));

export const createFakeWorkbook = (options: FakeOptions = {}): Workbook => {
  const person = samplePeople.find((one) => one.id === (options.person ?? 'sample-officer')) ?? samplePeople[0];
  const me: Me = {
    id: person?.id ?? '',
    name: person?.fields.name ?? '',
    title: person?.fields.title ?? '',
    role: person?.fields.role ?? 'officer',
    unit: person?.fields.unit ?? '',
    agency: person?.fields.agency ?? '',
    scopes: [scopeOf(person?.fields.unit ?? '', 'work'), scopeOf('sample-province', 'issued'), UNITS_SCOPE],
  };
  const [records, setRecords] = createSignal(firstRecords(options));
  const [today, setToday] = createSignal<string>(SAMPLE_TODAY);
  const [sync, setSync] = createSignal<SyncStatus>({ ...settled, lastAt: Date.now() - 7_200_000, ...options.sync });
  const accounts = createFakeAccounts(() => sync().online);
  const toFix = sampleActivities.find((one) => one.state === 'to-fix');
  const [toFixNow, setRefused] = createSignal<readonly Refused[]>(
    options.refused ?? (toFix && !options.empty ? [refusal(toFix, 12, Date.now() - 3_600_000)] : []),
  );
  /** Made anew at every change of anything, as the store makes it. */
  const refused = createMemo(() => {
    sync();
    records();
    return toFixNow().map((one) => ({ ...one }));
  });
  const drafts = new Map<string, unknown>();
  let lastId = 0;

  const summaries = createMemo(() =>
    [...records().values()]
      .filter((kept) => kept.table === 'activity')
      .flatMap((kept) => summaryOf(kept) ?? [])
      .sort((a, b) => (a.from === b.from ? 0 : a.from < b.from ? 1 : -1)),
  );
  const savedOf = <T extends TableName>(table: T): readonly Saved<T>[] =>
    [...records().values()].flatMap((kept) => {
      const fields = kept.table === table ? recordOf(table, kept.values) : undefined;
      return fields ? [{ scope: kept.scope, table, id: kept.id, fields, state: kept.state }] : [];
    });

  const settleHeld = (alias: number, n: number, state: 'released' | 'dropped'): Promise<Result<void>> => {
    if (!sync().online) return Promise.resolve(fail({ code: 'courier/offline' } as const));
    const next = new Map(records());
    for (const [key, kept] of next)
      if (kept.table === 'conflict' && kept.values['alias'] === alias && kept.values['n'] === n)
        next.set(key, { ...kept, values: { ...kept.values, state } });
    setRecords(next);
    return Promise.resolve(ok(undefined));
  };
  const conflicts = createMemo(() => savedOf('conflict').filter((one) => asksOf(me, one)).length);
  const waiting = createMemo((): readonly Waiting[] =>
    [...records().values()].flatMap(({ scope, table, id, values, state }, index): readonly Waiting[] =>
      state === 'on-device' || state === 'sending'
        ? [
            {
              scope,
              n: index,
              at: Date.now() - 5_400_000,
              bytes: 640 + 9 * index,
              state,
              changes: [{ table, id, values }],
            },
          ]
        : [],
    ),
  );

  return {
    me: () => me,
    today,
    isSample: () => true,
    list: (table) => createMemo(() => savedOf(table)),
    near: createMemo(() => ({ units: savedOf('unit'), lines: savedOf('unit-line') })),
    everyVersion: (table) => Promise.resolve(savedOf(table)),
    activitiesBetween: (range) =>
      createMemo(() => {
        const asked = range();
        return asked && summaries().filter((one) => one.from <= asked.to && asked.from <= one.to);
      }),
    activity: (id) => createMemo(() => savedOf('activity').find((one) => one.id === id()) ?? null),
    months: (atMost) =>
      createMemo(() =>
        [...new Set(summaries().flatMap((one) => monthsBetween(one.from, one.to)))].sort().reverse().slice(0, atMost()),
      ),
    search: (query) => createMemo(() => summaries().filter((one) => matchesQuery(one.folded, query()))),
    save: async (changes, into): Promise<Result<void>> => {
      const next = new Map(records());
      for (const change of changes) {
        const before = next.get(keyOf(change));
        const scope = before?.scope ?? into ?? scopeOf(me.unit, 'work');
        next.set(keyOf(change), {
          scope,
          ...change,
          values: { ...before?.values, ...change.values },
          state: 'on-device',
        });
      }
      setRecords(next);
      setSync((before) => ({ ...before, waiting: before.waiting + 1 }));
      return Promise.resolve(ok(undefined));
    },
    newId: () => {
      lastId += 1;
      return `fake-${String(lastId)}-${'x'.repeat(8)}`;
    },
    sync: () => ({ ...sync(), conflicts: conflicts() }),
    waiting,
    receipts: () => (options.empty ? [] : sampleReceipts),
    online: () =>
      Promise.resolve({
        history: () =>
          Promise.resolve(
            sync().online ? ok({ entries: sampleHistory, next: null }) : fail({ code: 'courier/offline' } as const),
          ),
        checkReceipt: (code) => {
          const found = sampleReceipts.find((one) => one.code === code);
          if (!sync().online) return Promise.resolve(fail({ code: 'courier/offline' } as const));
          return Promise.resolve(
            found ? ok({ ...found, name: me.name, whole: true }) : fail({ code: 'rights/not-found' } as const),
          );
        },
        work: () =>
          Promise.resolve(
            sync().online
              ? ok({ at: Date.now(), tag: 'fake', rows: [...records().values()] })
              : fail({ code: 'courier/offline' } as const),
          ),
        held: () =>
          Promise.resolve(
            ok({ changes: [{ table: 'activity' as const, id: 'held', values: { title: 'Họp thôn', female: 12 } }] }),
          ),
        release: ({ alias, n }) => settleHeld(alias, n, 'released'),
        refuse: ({ alias, n }) => settleHeld(alias, n, 'dropped'),
        accounts,
        // A fake has no server whose units could be administered.
        administration: {
          previewUnitList: offline,
          importUnitList: offline,
          previewMerger: offline,
          mergeUnits: offline,
        },
      }),
    syncNow: () => {
      setSync((before) => ({ ...before, waiting: 0, lastAt: Date.now() }));
    },
    refused,
    settle: (one) => {
      setRefused((all) => all.filter((other) => other.n !== one.n));
      return Promise.resolve(ok(undefined));
    },
    moveSampleDay: (day) => {
      if (!sync().online) return Promise.resolve(fail({ code: 'courier/offline' } as const));
      setToday(day);
      return Promise.resolve(ok(undefined));
    },
    files: () =>
      Promise.resolve({
        make: () =>
          Promise.resolve(ok({ files: [{ id: 'file-1', bytes: new Uint8Array(3_100), changes: 2 }], notYet: 0 })),
        takeReply: () => Promise.resolve(fail({ code: 'file/unfit', why: 'damaged' })),
        carry: () => Promise.resolve(fail({ code: 'courier/offline' })),
        made: () => Promise.resolve([]),
      }),
    storage: () => ({ persisted: false, onlyOnce: false }),
    drafts: {
      read: (key) => Promise.resolve(drafts.get(key)),
      write: (key, value) => {
        drafts.set(key, value);
        return Promise.resolve();
      },
      drop: (key) => {
        drafts.delete(key);
        return Promise.resolve();
      },
    },
  };
};

const fakeRecovery: Recovery = {
  copies: () => [{ slot: 'mau00001', count: 3 }],
  look: () => Promise.resolve(),
  fileOf: () => Promise.resolve('{}'),
  open: () => Promise.resolve(fail({ code: 'vault/wrong-secret', waitSeconds: 0 } as const)),
  openFile: () => Promise.resolve(fail({ code: 'rescue/unreadable' } as const)),
  aboard: () => 0,
  restored: () => undefined,
};

export interface FakeDoorOptions extends FakeOptions {
  readonly stuck?: Problem;
  readonly phase?: Phase;
  readonly slots?: readonly string[];
}

export const createFakeDoor = (options: FakeDoorOptions = {}): Door => {
  const [phase, setPhase] = createSignal<Phase>(options.phase ?? 'open');
  const own: Accessor<Workbook> = createMemo(() => createFakeWorkbook(options));
  const [opened, setOpened] = createSignal<Workbook>();
  const workbook = () => opened() ?? own();
  const enter = (next: Phase) => {
    setPhase(next);
    return Promise.resolve(ok(undefined));
  };
  return {
    phase,
    problem: () => ({ code: 'store/unavailable' }),
    slots: () => options.slots ?? [],
    workbook,
    show: (shown) => void setOpened(shown),
    loss: () => (phase() === 'lost' ? { how: 'cleared', at: Date.now(), slots: ['mau00001'], unsent: 3 } : undefined),
    leaveLoss: () => {
      setPhase('signed-out');
      return Promise.resolve();
    },
    stuck: () => options.stuck,
    heldUp: () => false,
    recovery: () => Promise.resolve(fakeRecovery),
    signIn: (_signIn, password) =>
      password === 'sai' ? Promise.resolve(fail({ code: 'session/wrong-sign-in' } as const)) : enter('choosing-secret'),
    chooseSecret: () => enter('open'),
    unlock: (_slot, secret) =>
      secret === '000000'
        ? Promise.resolve(fail({ code: 'vault/wrong-secret', waitSeconds: 5 } as const))
        : enter('open'),
    recover: () => enter('choosing-secret'),
    lock: () => void enter('locked'),
    changeSecret: (current) =>
      current === '000000'
        ? Promise.resolve(fail({ code: 'vault/wrong-secret', waitSeconds: 0 } as const))
        : Promise.resolve(ok(undefined)),
    leavePhone: () => enter('signed-out'),
    addPerson: () => void enter('signed-out'),
    cancelAddPerson: () => void enter('locked'),
    renew: () => enter('open'),
    setUp: () =>
      Promise.resolve(
        ok(
          samplePeople.map((one) => ({
            role: one.fields.role,
            unit: 'Xã Đồng Tuyển',
            agency: 'UBND xã Đồng Tuyển',
            name: one.fields.name,
            signIn: one.signIn,
            password: 'mau-12-cay-34',
          })),
        ),
      ),
    leaveSetUp: () => void enter('signed-out'),
  };
};
