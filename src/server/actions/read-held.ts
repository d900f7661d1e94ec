/**
 * What a held mutation says, for whoever may release it: nobody takes in unseen what somebody else wrote. The conflict that
 * everyone reads tells only whose it is and why.
 *
 * - Of guarded figures nothing is told, also when the measure became guarded after the mutation was held.
 */
import type { Values } from '#domain/change.ts';
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { mayWriteAll } from '#domain/rights.ts';
import { mentionsGuarded } from './guarded-measures.ts';
import { operationsOf } from './judge-mutation.ts';
import type { RecordKey } from './ports.ts';
import type { Sender } from './receive-mutations.ts';
import { mutationIn, type HeldName, type ReleaseHeldDeps } from './release-held.ts';
import { relationTo } from './rights-on-scope.ts';
import { openDraft } from './scope-draft.ts';

export interface HeldChange extends RecordKey {
  readonly values: Values;
}

export interface ShownHeld {
  /** Who wrote it, and when it was held. */
  readonly person: string;
  readonly at: number;
  readonly problem: Problem;
  /** `null` when only its author's device has it, or when it cannot be read. */
  readonly changes: readonly HeldChange[] | null;
}

const notFound: Problem = { code: 'rights/not-found' };

export const readHeld =
  (deps: ReleaseHeldDeps) =>
  async ({ actor }: Pick<Sender, 'actor'>, { scope, alias, n }: HeldName): Promise<Result<ShownHeld>> => {
    const units = await deps.readUnits();
    const now = deps.now();
    const refusal = mayWriteAll(actor, { scope, relation: relationTo(actor, scope, units, now) });
    if (refusal !== undefined) return fail(refusal);
    return deps.storage.together((stores) =>
      stores.ledger.change(scope, async (locked): Promise<Result<ShownHeld>> => {
        const entry = await locked.held(alias, n);
        if (entry?.state !== 'waiting') return fail(notFound);
        const { person, at, problem } = entry;
        const mutation = mutationIn(entry.text);
        const operations = mutation === undefined ? [] : operationsOf(mutation);
        const place = { stores, scope, units, now, draft: openDraft(locked), issued: new Map<string, boolean>() };
        const isTold = mutation !== undefined && !(await mentionsGuarded(place, operations));
        const changes = isTold ? operations.map(({ table, id, values }) => ({ table, id, values })) : null;
        return ok({ person, at, problem, changes });
      }),
    );
  };
