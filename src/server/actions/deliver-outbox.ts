/**
 * Carries what one scope has to say to another: an issued plan, a report that was sent, its receipt or return.
 *
 * - A parcel is posted within the transaction that gives it its reason (`LockedScope.post`), so that neither exists
 *   without the other. It is written into its target by the server, under alias 0, together with the note that it arrived.
 * - It may be carried any number of times, by any number of processes at once: it arrives once.
 * - Parcels of one scope to another arrive in the order in which they were posted. One that cannot be delivered keeps
 *   back those behind it, and nobody else's.
 */
import type { Scope } from '#domain/scope.ts';
import type { Clock, Parcel, Storage } from './ports.ts';
import { writeLocked } from './write-as-server.ts';

export interface DeliverOutboxDeps {
  readonly storage: Pick<Storage, 'outbox' | 'together'>;
  readonly now: Clock;
  /** Hears why a parcel could not be delivered this time. */
  readonly onFailure: (error: unknown) => void;
}

/** So many are read at a time. */
const PAGE_PARCELS = 100;

/** What waits in one scope. */
export const deliverFrom =
  (deps: DeliverOutboxDeps) =>
  async (source: Scope): Promise<void> => {
    const blocked = new Set<Scope>();
    for (let after = -1; ;) {
      const { parcels, unreadable, last } = await deps.storage.outbox.waiting(source, after, PAGE_PARCELS);
      for (const id of unreadable) deps.onFailure(new Error(`a parcel for nowhere: ${id}`));
      for (const parcel of parcels) {
        if (blocked.has(parcel.target)) continue;
        try {
          await deliver(deps, source, parcel);
        } catch (error) {
          blocked.add(parcel.target);
          deps.onFailure(error);
        }
      }
      if (last === undefined) return;
      after = last;
    }
  };

/** What waits anywhere; for the timer. When it is told to end it leaves the others for the next time. */
export const deliverAll = (deps: DeliverOutboxDeps) => {
  const from = deliverFrom(deps);
  return async (signal?: AbortSignal): Promise<void> => {
    for (const source of await deps.storage.outbox.sources()) {
      if (signal?.aborted === true) return;
      await from(source);
    }
  };
};

const deliver = async ({ storage, now }: DeliverOutboxDeps, source: Scope, parcel: Parcel): Promise<void> => {
  const { id, target, changes, person } = parcel;
  const at = now();
  // Harmless to repeat, whatever became of a commit: the note of the arrival tells.
  await storage.together(
    ({ ledger }) =>
      ledger.change(target, async (locked) => {
        if (await locked.accept(source, id, at)) await writeLocked(locked, { changes, person, at });
      }),
    'harmless',
  );
  await storage.outbox.sent(source, id);
};
