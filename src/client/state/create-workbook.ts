/** The workbook of one unlocked person: store and courier as signals. Disposed on lock, and with it all it holds. */
import { createMemo, createSignal, getOwner, onCleanup, runWithOwner, type Accessor } from 'solid-js';
import { ok, type Result } from '#domain/result.ts';
import type { TableName } from '#domain/tables.ts';
import type { Courier } from '#client/courier/courier.ts';
import type { Ask } from '#client/courier/server-api.ts';
import { orSlow } from '#client/store/failures.ts';
import type { Persistence } from '#client/store/persistence.ts';
import type { Store } from '#client/store/store.ts';
import { asksOf } from './conflicts.ts';
import { businessDay, sampleOf } from './business-day.ts';
import { createLive } from './create-live.ts';
import { createVersions } from './create-versions.ts';
import type { Me, NearUnits, Saved, SyncStatus, Workbook } from './workbook.ts';
import { wrongClock } from './wrong-clock.ts';

export interface WorkbookDeps {
  readonly store: Store;
  readonly courier: Courier;
  readonly me: Accessor<Me>;
  /** The units as they were when the store was opened, so that the first page already has the right day. */
  readonly near: NearUnits;
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls now and then, because a day ends; returns how to stop that. */
  readonly onTick: (tick: () => void) => () => void;
  readonly moveSampleDay: (today: string) => Promise<Result<void>>;
  readonly files: Workbook['files'];
  /** Asks one of the server's doors as this person. */
  readonly ask: Ask;
  readonly wait: (ms: number) => Promise<void>;
  readonly persistence: Persistence;
  /** Unsent work could not be written a second time. */
  readonly onlyOnce: Accessor<boolean>;
}

type Lists = { [T in TableName]?: Accessor<readonly Saved<T>[] | undefined> };

export const createWorkbook = (deps: WorkbookDeps): Workbook => {
  const { store, courier, me } = deps;
  const owner = getOwner();
  const versions = createVersions(store);
  const lists: Lists = {};

  /** Plans of the levels above come in versions; what makes one of them is fetched with the first. */
  const current = async <T extends TableName>(table: T): Promise<readonly Saved<T>[]> => {
    const all = await store.list(table);
    if (!all.some(({ id }) => id.includes(':'))) return all;
    const { currentOf } = await import('./current-versions.ts');
    return currentOf(all, await store.list('plan'), me().unit);
  };
  const createList = <T extends TableName>(table: T) =>
    createLive(
      () => [versions.of(table), versions.of('plan'), me()] as const,
      () => current(table),
    );

  /** One list a table for all screens, alive as long as the workbook. */
  const list = <T extends TableName>(table: T): Accessor<readonly Saved<T>[] | undefined> => {
    const held: Lists[T] = lists[table];
    if (held !== undefined) return held;
    const made = runWithOwner(owner, () => createList(table)) ?? (() => undefined);
    lists[table] = made as Lists[T];
    return made;
  };

  const nearNow = createLive(() => [versions.of('unit'), versions.of('unit-line'), me()], store.nearUnits, deps.near);
  const near = () => nearNow() ?? deps.near;

  const [now, setNow] = createSignal(deps.now());
  onCleanup(deps.onTick(() => setNow(deps.now())));

  const [courierStatus, setCourierStatus] = createSignal(courier.status());
  onCleanup(courier.onStatus(setCourierStatus));
  const conflicts = createMemo(() => (list('conflict')() ?? []).filter((one) => asksOf(me(), one)).length);
  const sync = createMemo((): SyncStatus => {
    versions.any();
    return {
      ...courierStatus(),
      waiting: store.waiting(),
      refused: store.refused().length,
      conflicts: conflicts(),
    };
  });
  /** A phone whose clock is years wrong still works on the right day, once a server has told it. */
  const clockError = createMemo(() => wrongClock(courierStatus().clockAheadMs) ?? 0);

  const [persisted, setPersisted] = createSignal<boolean>();
  const tellPersisted = (asked: Promise<boolean | undefined>): void => void asked.then(setPersisted);
  tellPersisted(deps.persistence.read());
  let hasSaved = false;
  const save: Workbook['save'] = async (changes, scope) => {
    const saved = await orSlow(store.save(changes, scope), deps.wait);
    // Asked for when there is something to lose: before, a browser would say no.
    if (saved.ok && !hasSaved) tellPersisted(deps.persistence.ask());
    hasSaved ||= saved.ok;
    return saved;
  };

  const followActivities = () => [versions.of('activity'), me()] as const;

  return {
    me,
    today: createMemo(() => businessDay(me().unit, near(), now() + clockError())),
    isSample: createMemo(() => sampleOf(me().unit, near()).isSample),

    list,
    near,
    everyVersion: store.list,
    activitiesBetween: (range) =>
      createLive(
        () => {
          followActivities();
          return range();
        },
        ({ from, to }) => store.activitiesBetween(from, to),
      ),
    activity: (id) =>
      createLive(
        () => {
          followActivities();
          return id();
        },
        async (wanted) => (await store.activity(wanted)) ?? null,
      ),
    months: (atMost) =>
      createLive(() => {
        followActivities();
        return atMost();
      }, store.months),
    search: (query) =>
      createLive(() => {
        followActivities();
        return query();
      }, store.search),

    save,
    newId: deps.newId,

    sync,
    syncNow: courier.ask,
    refused: createMemo(() => {
      versions.any();
      return store.refused();
    }),
    // Weighed anew at every reading: no memo, for most pages never ask.
    waiting: () => {
      versions.any();
      return store.waitingList();
    },
    receipts: () => {
      versions.any();
      return store.receipts();
    },
    online: async () => (await import('./online.ts')).createOnline(deps.ask, courier.ask),
    settle: ({ scope, n }) => store.settle(scope, n),
    moveSampleDay: async (today) => {
      const moved = await deps.moveSampleDay(today);
      if (!moved.ok) return moved;
      courier.ask();
      return ok(undefined);
    },

    files: deps.files,
    storage: createMemo(() => ({ persisted: persisted(), onlyOnce: deps.onlyOnce() })),

    drafts: store.drafts,
  };
};
