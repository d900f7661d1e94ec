/** The workbook of one unlocked person: store and courier as signals. Disposed on lock, and with it all it holds. */
import { createMemo, createSignal, getOwner, onCleanup, runWithOwner, type Accessor } from 'solid-js';
import { ok, type Result } from '#domain/result.ts';
import type { TableName } from '#domain/tables.ts';
import type { Courier } from '#client/courier/courier.ts';
import type { Store } from '#client/store/store.ts';
import { businessDay, sampleOf, type UnitTree } from './business-day.ts';
import { createLive } from './create-live.ts';
import { createVersions } from './create-versions.ts';
import type { Me, Saved, SyncStatus, Workbook } from './workbook.ts';

export interface WorkbookDeps {
  readonly store: Store;
  readonly courier: Courier;
  readonly me: Accessor<Me>;
  /** The units as they were when the store was opened, so that the first page already has the right day. */
  readonly tree: UnitTree;
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls now and then, because a day ends; returns how to stop that. */
  readonly onTick: (tick: () => void) => () => void;
  readonly moveSampleDay: (today: string) => Promise<Result<void>>;
}

type Lists = { [T in TableName]?: Accessor<readonly Saved<T>[] | undefined> };

export const createWorkbook = (deps: WorkbookDeps): Workbook => {
  const { store, courier, me } = deps;
  const owner = getOwner();
  const versions = createVersions(store);
  const lists: Lists = {};

  const createList = <T extends TableName>(table: T, first?: readonly Saved<T>[]) =>
    createLive(
      () => [versions.of(table), me()] as const,
      () => store.list(table),
      first,
    );

  /** One list a table for all screens, alive as long as the workbook. */
  const list = <T extends TableName>(table: T): Accessor<readonly Saved<T>[] | undefined> => {
    const held: Lists[T] = lists[table];
    if (held !== undefined) return held;
    const made = runWithOwner(owner, () => createList(table)) ?? (() => undefined);
    lists[table] = made as Lists[T];
    return made;
  };

  lists.unit = createList('unit', deps.tree.units);
  lists['unit-line'] = createList('unit-line', deps.tree.lines);
  const tree = createMemo((): UnitTree => ({ units: list('unit')() ?? [], lines: list('unit-line')() ?? [] }));

  const [now, setNow] = createSignal(deps.now());
  onCleanup(deps.onTick(() => setNow(deps.now())));

  const [courierStatus, setCourierStatus] = createSignal(courier.status());
  onCleanup(courier.onStatus(setCourierStatus));
  const sync = createMemo((): SyncStatus => {
    versions.any();
    return { ...courierStatus(), waiting: store.waiting(), refused: store.refused().length };
  });

  const followActivities = () => [versions.of('activity'), me()] as const;

  return {
    me,
    today: createMemo(() => businessDay(me().unit, tree(), now())),
    isSample: createMemo(() => sampleOf(me().unit, tree()).isSample),

    list,
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
    months: createLive(followActivities, store.months),
    search: (query) =>
      createLive(() => {
        followActivities();
        return query();
      }, store.search),

    save: store.save,
    newId: deps.newId,

    sync,
    syncNow: courier.ask,
    refused: createMemo(() => {
      versions.any();
      return store.refused();
    }),
    settle: ({ scope, n }) => store.settle(scope, n),
    moveSampleDay: async (today) => {
      const moved = await deps.moveSampleDay(today);
      if (!moved.ok) return moved;
      courier.ask();
      return ok(undefined);
    },

    drafts: store.drafts,
  };
};
