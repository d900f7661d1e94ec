/** What a collection of deleted records may take: nothing that a phone which was there lately has not seen deleted. */
import { heads, records, replicas } from './ground-truth.ts';
import type { World } from './sim-world.ts';

interface ScopeBefore {
  readonly gcSeq: number;
  /** By table and id: the sequence of the deletion. */
  readonly deleted: ReadonlyMap<string, number>;
  /** How far each replica has read that the sweep must wait for, by alias. */
  readonly doneOf: ReadonlyMap<number, number>;
}
export type SweepState = ReadonlyMap<string, ScopeBefore>;

/** Of a device's lives in a scope the one that was seen last speaks for it; another that lives on fetches anew. */
const lastLives = (all: ReturnType<typeof replicas>): ReturnType<typeof replicas> => {
  const living = all.filter(({ closed }) => closed === 0);
  const isLater = (one: (typeof all)[number], other: (typeof all)[number]): boolean =>
    other.device === one.device &&
    other.usr === one.usr &&
    (other.seen_at > one.seen_at || (other.seen_at === one.seen_at && other.alias > one.alias));
  return living.filter((one) => !living.some((other) => isLater(one, other)));
};

/** As it stands at the server; to be asked right before a sweep and right after it. */
export const stateOfSweeps = ({ backend }: World): SweepState => {
  const file = backend.file();
  return new Map(
    heads(file).map(({ scope, gc_seq: gcSeq }) => [
      scope,
      {
        gcSeq,
        deleted: new Map(
          records(file, scope).flatMap(({ table, id, seq, deleted }) => (deleted ? [[`${table} ${id}`, seq]] : [])),
        ),
        doneOf: new Map(lastLives(replicas(file, scope)).map(({ alias, done }) => [alias, done])),
      },
    ]),
  );
};

/**
 * A sweep is judged by the replicas that were there when it ran. One that begins afterwards has seen nothing and needs
 * nothing: it holds no record that could outlive its deletion, and the header tells it to begin anew where gcSeq is more
 * than it has seen (README of src/sync, "Fetching anew" and "Tombstones").
 */
export const breachesOfSweep = (before: SweepState, after: SweepState): readonly string[] =>
  [...before].flatMap(([scope, was]) => {
    const is = after.get(scope);
    if (is === undefined) return [`${scope} has no head any more`];
    const gone = [...was.deleted].filter(([name]) => !is.deleted.has(name));
    const unmarked = gone.filter(([, seq]) => seq > is.gcSeq);
    const swept = Math.max(is.gcSeq > was.gcSeq ? is.gcSeq : 0, ...gone.map(([, seq]) => seq));
    const unseen = [...was.doneOf].filter(([, done]) => done < swept);
    return [
      ...(is.gcSeq < was.gcSeq ? [`${scope} has gone back to ${String(is.gcSeq)} in what it has forgotten`] : []),
      ...unmarked.map(
        ([name, seq]) =>
          `${scope} forgot ${name} of ${String(seq)} and says it has forgotten up to ${String(is.gcSeq)}`,
      ),
      ...unseen.map(
        ([alias, done]) =>
          `${scope} forgot what was deleted up to ${String(swept)}; replica ${String(alias)} has seen ${String(done)}`,
      ),
    ];
  });
