/**
 * A model of the server's half of the protocol, in memory, over the true sync modules.
 *
 * - A fault is a mistake that an engine could make; the properties must notice each of them.
 * - `answer` writes lazily: a page is read when the link asks for it, so that a later page may know more than the header.
 */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { addDigests } from '#sync/digest.ts';
import { type FullStamp, mergeOperation, type StoredRecord } from '#sync/merge.ts';
import { parseRequestLine, type RequestLine } from '#sync/messages.ts';
import type { Mutation } from '#sync/mutation.ts';
import { createRowWriter } from '#sync/rows.ts';
import { FIRST_STAMP, isTooFarAhead, laterStamp, nextStamp, type Stamp } from '#sync/stamp.ts';

export type ServerFault =
  | 'applies a mutation twice'
  | 'writes the loser'
  | 'joins slices without looking'
  | 'stops at a refused mutation'
  | 'numbers what changed nothing'
  | 'lets the digest rot'
  | 'ends a group at every row';

interface Replica {
  readonly alias: number;
  lastN: number;
  lastH: number;
  readonly held: Map<number, Problem>;
  staged: { readonly n: number; readonly total: number; readonly text: string } | undefined;
}

/** A mutation that was dealt with; `stamp` is absent when it is held. */
interface Dealt {
  readonly device: string;
  readonly mutation: Mutation;
  readonly stamp: FullStamp | undefined;
  readonly firstSeq: number;
  readonly lastSeq: number;
}

export interface ServerScope {
  epoch: string;
  seq: number;
  clock: Stamp;
  digest: number;
  readonly records: Map<string, StoredRecord>;
  readonly replicas: Map<string, Replica>;
  readonly dealt: Dealt[];
  readonly sequence: number[];
}

export interface Server {
  readonly scopes: Map<Scope, ServerScope>;
  readonly refuses: (mutation: Mutation) => Problem | undefined;
  readonly fault: ServerFault | undefined;
  /** Of scopes that are opened from now on: no two histories of a scope may bear one name. */
  epoch: string;
}

const PAGE = 3;

export const keyOf = (table: string, id: string): string => `${table} ${id}`;

export const createServer = (refuses: Server['refuses'], fault?: ServerFault): Server => ({
  scopes: new Map(),
  refuses,
  fault,
  epoch: 'first',
});

export const scopeOn = (server: Server, scope: Scope): ServerScope => {
  const known = server.scopes.get(scope);
  if (known !== undefined) return known;
  const made: ServerScope = {
    epoch: server.epoch,
    seq: 0,
    clock: FIRST_STAMP,
    digest: 0,
    records: new Map(),
    replicas: new Map(),
    dealt: [],
    sequence: [],
  };
  server.scopes.set(scope, made);
  return made;
};

const replicaOf = (scope: ServerScope, device: string): Replica => {
  const known = scope.replicas.get(device);
  if (known !== undefined) return known;
  const made: Replica = { alias: scope.replicas.size + 1, lastN: 0, lastH: 0, held: new Map(), staged: undefined };
  scope.replicas.set(device, made);
  return made;
};

type Line<K extends string> = Extract<RequestLine, readonly [K, ...unknown[]]>;

/** What the server writes to the lines that reached it; every complete one has its effect, whatever came after. */
export const answer = (server: Server, texts: readonly string[], now: number): Generator<string, void> => {
  let device = '';
  let maxBytes = 0;
  const standings: Line<'s'>[] = [];
  for (const text of texts) {
    const line = parseRequestLine(text);
    if (line === undefined) break;
    if (line[0] === 'q') [, , , device, , maxBytes] = line;
    if (line[0] === 's') standings.push(line);
    const standing = standings.at(-1);
    if (standing === undefined) continue;
    const scope = scopeOn(server, standing[1]);
    const replica = replicaOf(scope, device);
    if (line[0] === 'm') receive(server, scope, device, replica, mutationOf(line), now);
    if (line[0] === 'p') receiveSlice(server, scope, device, replica, line, now);
  }
  return rows(server, device, standings, maxBytes, now);
};

const mutationOf = ([, n, h, ms, ctr, operations]: Line<'m'>): Mutation => ({ n, h, ms, ctr, operations });

const receiveSlice = (
  server: Server,
  scope: ServerScope,
  device: string,
  replica: Replica,
  [, n, offset, total, chars]: Line<'p'>,
  now: number,
): void => {
  if (n !== replica.lastN + 1) return;
  const held = replica.staged?.n === n && replica.staged.total === total ? replica.staged.text : '';
  const blind = server.fault === 'joins slices without looking';
  // What is held already came by another request; what lies beyond it would leave a hole.
  if (!blind && (offset > held.length || offset + chars.length <= held.length)) return;

  const text = (blind ? held : held.slice(0, offset)) + chars;
  replica.staged = { n, total, text };
  if (text.length < total) return;
  replica.staged = undefined;
  const line = parseRequestLine(text);
  if (line?.[0] === 'm') receive(server, scope, device, replica, mutationOf(line), now);
};

const receive = (
  server: Server,
  scope: ServerScope,
  device: string,
  replica: Replica,
  mutation: Mutation,
  now: number,
): void => {
  const repeated = mutation.n <= replica.lastN;
  if (repeated && server.fault !== 'applies a mutation twice') return;
  if (mutation.n > replica.lastN + 1) return;
  if (!repeated && chainHash(replica.lastH, mutation) !== mutation.h) return;
  const problem = server.refuses(mutation);
  if (problem !== undefined && server.fault === 'stops at a refused mutation') return;

  const firstSeq = scope.seq + 1;
  const stamp = problem === undefined ? admit(scope, replica, mutation, now) : undefined;
  if (problem !== undefined) replica.held.set(mutation.n, problem);
  if (stamp !== undefined) apply(server, scope, mutation, stamp);
  scope.dealt.push({ device, mutation, stamp, firstSeq, lastSeq: scope.seq });
  replica.lastN = Math.max(replica.lastN, mutation.n);
  replica.lastH = mutation.h;
  replica.staged = undefined;
};

/** A clock that runs ahead is not believed, but its owner's work is taken. */
const admit = (scope: ServerScope, { alias }: Replica, mutation: Mutation, now: number): FullStamp => {
  const { ms, ctr } = isTooFarAhead(mutation, now) ? nextStamp(scope.clock, now) : mutation;
  scope.clock = laterStamp(scope.clock, { ms, ctr });
  return { ms, ctr, alias };
};

const apply = (server: Server, scope: ServerScope, mutation: Mutation, stamp: FullStamp): void => {
  const group = scope.seq + 1;
  for (const [table, id, , values] of mutation.operations) {
    const key = keyOf(table, id);
    const stored = scope.records.get(key);
    const base = server.fault === 'writes the loser' && stored !== undefined ? { ...stored, registers: {} } : stored;
    const seq = scope.seq + 1;
    const merged = mergeOperation(base, { table, id, values }, stamp, seq, group);
    if (merged.changes.length === 0) {
      if (server.fault === 'numbers what changed nothing') scope.seq = seq;
      continue;
    }
    scope.seq = seq;
    scope.sequence.push(seq);
    scope.records.set(key, { ...merged.record, registers: { ...stored?.registers, ...merged.record.registers } });
    if (server.fault !== 'lets the digest rot') scope.digest = addDigests(scope.digest, merged.digestDelta);
  }
};

/** A generator, because what it writes depends on when it is read. */
function* rows(
  server: Server,
  device: string,
  standings: readonly Line<'s'>[],
  maxBytes: number,
  now: number,
): Generator<string, void> {
  let left = maxBytes;
  for (const [, name, , epoch, done, at, inner, xSeen] of standings) {
    const scope = scopeOn(server, name);
    const replica = replicaOf(scope, device);
    const { alias, lastN, lastH, staged } = replica;
    const held = [...replica.held].filter(([n]) => n > xSeen).sort(([a], [b]) => a - b);
    yield JSON.stringify(['h', name, alias, scope.epoch, 0, lastN, lastH, now, staged?.text.length ?? 0]);
    for (const [n, problem] of held) yield JSON.stringify(['x', n, problem]);

    const current = epoch === scope.epoch && at <= scope.seq;
    const from = current ? { done, at, inner } : { done: 0, at: 0, inner: null };
    const writer = createRowWriter(from);
    let last = from.at;
    for (;;) {
      const { seq, digest } = scope;
      const waiting = [...scope.records.values()].filter((record) => record.seq > last).sort((a, b) => a.seq - b.seq);
      const page = waiting.slice(0, PAGE);
      for (const record of page) {
        for (const line of writer.row(record)) {
          yield line;
          left -= line.length;
          if (left < 0) return;
        }
        if (server.fault === 'ends a group at every row') yield JSON.stringify(['c', record.seq]);
        last = record.seq;
      }
      if (page.length < waiting.length) continue;
      yield* writer.end(seq, digest);
      break;
    }
  }
}

/** A copy of everything, as a backup holds it. */
export const backUp = (server: Server): Map<Scope, ServerScope> => structuredClone(server.scopes);

/** The server has lost what came after the backup; a new epoch says so. */
export const restore = (server: Server, backup: Map<Scope, ServerScope>, epoch: string): void => {
  server.scopes.clear();
  server.epoch = epoch;
  for (const [name, scope] of structuredClone(backup)) server.scopes.set(name, { ...scope, epoch });
};
