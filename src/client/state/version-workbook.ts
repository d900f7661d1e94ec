/**
 * The workbook as it was when a version of a plan was issued: that plan and its parts as they stood then, under the ids that they have in
 * every version, and everything else as it is now. A page of the plan shows it without knowing.
 */
import { createLive } from './create-live.ts';
import type { Accessor } from 'solid-js';
import { issuedId, versionsOf } from '#domain/plan-versions.ts';
import type { Scope } from '#domain/scope.ts';
import { planTables, type TableName } from '#domain/tables.ts';
import { currentOf } from './current-versions.ts';
import type { Saved, Workbook } from './workbook.ts';

export interface VersionAsked {
  readonly scope: Scope;
  /** Without a version. */
  readonly plan: string;
  readonly version: number;
}

/** The whole versions that this device has, newest first, live; of an own plan those that the own unit issued. */
export const createVersionList = (
  workbook: Pick<Workbook, 'list' | 'everyVersion'>,
  asked: Accessor<Pick<VersionAsked, 'scope' | 'plan'> | undefined>,
): Accessor<readonly Saved<'plan'>[] | undefined> =>
  createLive(
    () => {
      const [plans, of] = [workbook.list('plan')(), asked()];
      return plans === undefined ? undefined : of;
    },
    async ({ scope, plan }) => versionsOf(await workbook.everyVersion('plan'), scope, plan),
  );

const recordsAsked = async <T extends TableName>(
  workbook: Pick<Workbook, 'everyVersion'>,
  table: T,
  { scope, plan, version }: VersionAsked,
): Promise<readonly Saved<T>[]> => {
  const id = issuedId(plan, version);
  const only = (await workbook.everyVersion('plan')).filter((one) => one.scope === scope && one.id === id);
  const all = await workbook.everyVersion(table);
  // As if this one were all that was ever issued there, by whomever.
  return currentOf(
    all.filter((one) => one.scope === scope),
    only,
    '',
  );
};

type Lists = { [T in TableName]?: Accessor<readonly Saved<T>[] | undefined> };
const ofPlans: readonly TableName[] = planTables;

/** Made where it is used, under an owner: its lists live as long as the page. */
export const createVersionWorkbook = (workbook: Workbook, asked: Accessor<VersionAsked>): Workbook => {
  const lists: Lists = {};
  const createList = <T extends TableName>(table: T) =>
    createLive(
      () => [workbook.list('plan')(), asked()] as const,
      ([, of]) => recordsAsked(workbook, table, of),
    );
  for (const table of planTables) Object.assign(lists, { [table]: createList(table) });
  return {
    ...workbook,
    list: (table) => {
      const held: Accessor<readonly Saved<typeof table>[] | undefined> | undefined = lists[table];
      return held !== undefined && ofPlans.includes(table) ? held : workbook.list(table);
    },
  };
};
