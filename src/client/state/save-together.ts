/**
 * A record and what belongs to it, saved as the one thing that they are: what was refused together with it, or the
 * conflict that it settles. In one mutation, unless that is of another scope, which cannot be in it.
 */
import type { Change } from '#domain/change.ts';
import { ok, type Result } from '#domain/result.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { Refused, Saved, Workbook } from './workbook.ts';

export interface Along {
  readonly scope: Scope;
  readonly changes: readonly Change[];
}

/** The other records of a refused mutation: the server took none of them. */
export const alongWith = ({ scope, changes }: Refused, corrected: Change | undefined): Along => ({
  scope,
  changes: changes.filter((change) => change !== corrected),
});

/** An edit of a record that is gone was recorded anew. */
export const orphanTaken = (orphan: Saved<'conflict'> | undefined): Along | undefined =>
  orphan && { scope: orphan.scope, changes: [{ table: 'conflict', id: orphan.id, values: { state: 'taken' } }] };

interface Together {
  /** Of the own unit's work. */
  readonly changes: readonly Change[];
  readonly along: Along | undefined;
}

export const saveTogether = async (
  workbook: Pick<Workbook, 'me' | 'save'>,
  { changes, along }: Together,
): Promise<Result<void>> => {
  const rest = along?.changes ?? [];
  if (along === undefined || along.scope === scopeOf(workbook.me().unit, 'work')) {
    const all = [...changes, ...rest];
    return all.length === 0 ? ok(undefined) : workbook.save(all);
  }
  const saved = changes.length === 0 ? ok(undefined) : await workbook.save(changes);
  return saved.ok && rest.length > 0 ? workbook.save(rest, along.scope) : saved;
};
