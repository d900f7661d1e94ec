/**
 * The answer for one scope, line by line: where the replica stands, what was refused, and the rows that it lacks.
 * Rows are read page by page and never all at once; a page and the head that may end it are one snapshot.
 */
import { relationOf } from '#domain/relations.ts';
import { mayRead } from '#domain/rights.ts';
import { unitOfScope, type Scope } from '#domain/scope.ts';
import { createRowWriter, type Standpoint } from '#sync/rows.ts';
import type { Clock, Head, LockedScope, Replica, Storage } from './ports.ts';
import type { Sender } from './receive-mutations.ts';
import { dayOf, type Units } from './units.ts';

export interface Stand extends Standpoint {
  readonly scope: Scope;
  /** 0 asks for an alias. */
  readonly alias: number;
  readonly epoch: string;
  readonly xSeen: number;
}

export interface ReadRowsDeps {
  readonly storage: Pick<Storage, 'ledger'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

const PAGE_ROWS = 200;

/** Whether the sender's device keeps this scope. */
export const mayHold = async (deps: ReadRowsDeps, { actor }: Sender, scope: Scope): Promise<boolean> => {
  const units = await deps.readUnits();
  const relation = relationOf(actor.unit, unitOfScope(scope), units.lines, dayOf(units, actor.unit, deps.now()));
  return mayRead(actor, { scope, relation, how: 'sync' }) === undefined;
};

export const readRows = (deps: ReadRowsDeps) =>
  async function* (sender: Sender, stand: Stand): AsyncGenerator<string, void, undefined> {
    const { ledger } = deps.storage;
    const { scope } = stand;
    if (!(await mayHold(deps, sender, scope))) return yield JSON.stringify(['g', scope, 'rights/not-found']);

    const replica = await replicaOf(deps, sender, stand);
    const { epoch, gcSeq } = (await ledger.head(scope)) ?? (await ledger.change(scope, headOf));
    const { alias, lastN, lastH } = replica;
    const staged = alias === 0 ? undefined : await ledger.staged(scope, alias);
    const stagedChars = staged?.n === lastN + 1 ? staged.text.length : 0;
    yield JSON.stringify(['h', scope, alias, epoch, gcSeq, lastN, lastH, deps.now(), stagedChars]);

    for (const { n, problem } of await ledger.refusals(scope, alias, stand.xSeen)) {
      yield JSON.stringify(['x', n, problem]);
    }

    // Positions count in an epoch; in another one they mean nothing.
    const from: Standpoint = stand.epoch === '' || stand.epoch === epoch ? stand : { done: 0, at: 0, inner: null };
    const writer = createRowWriter(from);
    let at = from.at;
    for (;;) {
      const page = await ledger.page(scope, at, PAGE_ROWS);
      for (const record of page.records) {
        yield* writer.row(record);
        at = record.seq;
      }
      if (page.records.length < PAGE_ROWS) return yield* writer.end(page.head?.seq ?? 0, page.head?.digest ?? 0);
    }
  };

const headOf = ({ head }: LockedScope): Promise<Head> => Promise.resolve(head);

const replicaOf = async (deps: ReadRowsDeps, sender: Sender, { scope, alias }: Stand): Promise<Replica> => {
  const known = await deps.storage.ledger.replica(scope, sender);
  if (known !== undefined) return known;
  if (alias !== 0) return { alias: 0, lastN: 0, lastH: 0 };
  return deps.storage.ledger.change(
    scope,
    async (locked) => (await locked.replica(sender)) ?? locked.addReplica(sender, deps.now()),
  );
};
