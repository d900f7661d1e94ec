/**
 * Bugs that engines like this one have had, or that its makers feared. Each is planted into the real code as it is loaded
 * (plant.ts), so that the laws are seen to notice it.
 */
import type { Mode } from './seed-options.ts';

export interface Change {
  /** From the root of the project. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
}
export interface Order {
  readonly seed: number;
  readonly mode: Mode;
}
export interface Bug {
  readonly name: string;
  /** Where a law was seen to be broken. */
  readonly red?: Order | undefined;
  readonly changes: readonly Change[];
}

export const sourceOf = (file: string): URL => new URL(`../../${file}`, import.meta.url);

const bug = (name: string, file: string, from: string, to: string): Bug => ({
  name,
  red: redAt.get(name),
  changes: [{ file, from, to }],
});

/** Every other story changes with each change of the engine; then the seeds are tried one after the other again. */
const redAt: ReadonlyMap<string, Order> = new Map([
  ['a mutation that comes again is applied again', { seed: 1, mode: 'safety' }],
  ['numbers are given out of the lock', { seed: 1, mode: 'safety' }],
  ['slices are joined as they come', { seed: 1, mode: 'safety' }],
  ['a copied profile is not noticed', { seed: 2, mode: 'liveness' }],
  ['the digest is left behind', { seed: 1, mode: 'safety' }],
  ['unsent work is put away before the server has acknowledged it', { seed: 2, mode: 'liveness' }],
  ['a purge takes unsent work along', { seed: 3, mode: 'safety' }],
  ['there is one cursor', { seed: 2, mode: 'liveness' }],
  ['the chain is not looked at', { seed: 1, mode: 'safety' }],
  ['an acknowledgement counts in every epoch', { seed: 4, mode: 'liveness' }],
  ['a copy takes the place of the old one before it is whole', { seed: 5, mode: 'safety' }],
  ['an edit leaves the screen when it is acknowledged', { seed: 15, mode: 'safety' }],
  ['rows show before their commit mark', { seed: 4, mode: 'liveness' }],
  ['deleted records are forgotten before every phone has seen it', { seed: 2, mode: 'liveness' }],
  ['an echo is taken from the wrong mutation', { seed: 2, mode: 'liveness' }],
  ['a copied profile keeps its token', { seed: 2, mode: 'liveness' }],
  ['a conflict is not kept', { seed: 2, mode: 'liveness' }],
  ['what is held stops the queue', { seed: 2, mode: 'liveness' }],
  ['the lens is left out', { seed: 2, mode: 'liveness' }],
  ['a counter counts a number twice', { seed: 18, mode: 'liveness' }],
  ['two tabs write over each other', { seed: 8, mode: 'liveness' }],
  ['work in a lost scope is acknowledged and not kept', { seed: 2, mode: 'liveness' }],
  ['an answer to a question of the past is taken', { seed: 28, mode: 'liveness' }],
  ['a new stamp does not follow what was seen', { seed: 20, mode: 'liveness' }],
  ['a group may be cut in the middle', { seed: 23, mode: 'safety' }],
]);

export const bugs: readonly Bug[] = [
  bug(
    'a mutation that comes again is applied again',
    'src/server/actions/receive-mutations.ts',
    "    case 'known':\n      return position;",
    "    case 'known': {\n      const { applyMutation } = await import('./take-mutation.ts');\n      if (one.is === 'mutation') await applyMutation(receiving, one.mutation, one.text, { person: receiving.person, alias: position.replica.alias, n: number.n, at: receiving.now });\n      return position;\n    }",
  ),
  bug(
    'unsent work is put away before the server has acknowledged it',
    'src/client/store/overlay-after.ts',
    '} else if (atHead && entry.n <= batch.ackN) {',
    '} else if (atHead) {',
  ),
  bug(
    'there is one cursor',
    'src/client/store/outgoing-of.ts',
    '    done,\n    at,\n    gs,\n    inner:',
    '    done: at,\n    at,\n    gs,\n    inner:',
  ),
  bug(
    'an acknowledgement counts in every epoch',
    'src/client/store/verdict.ts',
    '  if (hasForgotten(position, header, ackBefore)) {',
    "  if (hasForgotten(position, header, ackBefore)) return { is: 'own', ackN: position.ackN, ackH: position.ackH };\n  if (position.epoch === 'never') {",
  ),
  bug(
    'numbers are given out of the lock',
    'src/server/actions/apply-operations.ts',
    '  let { seq, digest } = head;\n',
    '  let { digest } = head;\n  const given: Map<string, number> = (Reflect.get(globalThis, "given") ?? new Map());\n  Reflect.set(globalThis, "given", given);\n  let seq = Math.max(head.seq, given.get(head.epoch) ?? 0);\n  given.set(head.epoch, seq + operations.length);\n',
  ),
  bug(
    'a purge takes unsent work along',
    'src/client/store/purge.ts',
    'entry.refusal !== undefined || entry.n > position.ackN',
    'entry.refusal !== undefined',
  ),
  bug(
    'an edit leaves the screen when it is acknowledged',
    'src/client/store/overlay-after.ts',
    '} else if (atHead && entry.n <= batch.ackN) {',
    '} else if (entry.n <= batch.ackN) {',
  ),
  bug(
    'a copy takes the place of the old one before it is whole',
    'src/client/store/position-after.ts',
    '  if (shadow !== null) return { ...position, shadow: { ...shadow, at: Math.max(shadow.at, last), digest } };',
    '  if (shadow !== null) return { ...position, area: shadow.area, shadow: null, done: Math.max(shadow.at, last), at: Math.max(shadow.at, last), digest };',
  ),
  bug(
    'slices are joined as they come',
    'src/server/actions/staged-slices.ts',
    'offset === before.length ? before + chars : undefined;',
    '(before + chars).slice(0, total);',
  ),
  bug(
    'the chain is not looked at',
    'src/server/actions/receive-next.ts',
    'const isBroken = expected !== undefined && expected !== h;',
    'const isBroken = expected !== undefined && h < 0;',
  ),
  bug(
    'rows show before their commit mark',
    'src/client/store/receive-plan.ts',
    'const committed = [...staged, ...batch.rows].filter((row) => commit !== undefined && row.seq <= commit);',
    'const committed = [...staged, ...batch.rows];',
  ),
  bug(
    'a copied profile is not noticed',
    'src/server/actions/receive-mutations.ts',
    "return before === undefined || before === h ? 'known' : 'fork';",
    "return 'known';",
  ),
  bug(
    'a copied profile keeps its token',
    'src/client/store/reissue.ts',
    'replica: core.newToken(),',
    'replica: String(position.replica),',
  ),
  bug(
    'stamps from the future are stored',
    'src/server/actions/take-mutation.ts',
    '  if (isTooFarAhead(sent, at)) return',
    '  if (isTooFarAhead(sent, at + 9e14)) return',
  ),
  bug(
    'deleted records are forgotten before every phone has seen it',
    'src/server/actions/collect-tombstones.ts',
    'const seen = Math.min(slowest ?? head.seq, head.seq);',
    'const seen = Math.max(slowest ?? 0, head.seq);',
  ),
  bug(
    'the digest is left behind',
    'src/server/actions/apply-operations.ts',
    '    digest = addDigests(digest, merged.digestDelta);',
    '    if (before === undefined) digest = addDigests(digest, merged.digestDelta);',
  ),
  bug(
    'an echo is taken from the wrong mutation',
    'src/client/store/receive.ts',
    'const mutation = state.entries.find((entry) => entry.n === n + state.position.shift)?.mutation;',
    'const mutation = state.entries.findLast((entry) => entry.n >= n + state.position.shift && entry.mutation.operations.some((operation) => operation[1] === row.id))?.mutation;',
  ),
  bug(
    'a conflict is not kept',
    'src/server/actions/take-mutation.ts',
    '  await say(draft, met, stamp, author, group);',
    '  if (met.length > 1) await say(draft, met, stamp, author, group);',
  ),
  bug(
    'what is held stops the queue',
    'src/server/actions/receive-next.ts',
    '  if (refused !== undefined) {\n    await holdMutation(',
    '  if (refused !== undefined) {\n    if (n > 0) return stopped(position);\n    await holdMutation(',
  ),
  bug(
    'a counter counts a number twice',
    'src/sync/counters.ts',
    "readComponent(before)[0] + (typeof increment === 'number' ? increment : 0),",
    "readComponent(before)[0] + (typeof increment === 'number' ? (before === undefined ? 1 : 2) * increment : 0),",
  ),
  bug(
    'the lens is left out',
    'src/sync/lenses.ts',
    'if (lens !== undefined) upgraded = upgraded.map(lens);',
    'if (lens !== undefined) upgraded = upgraded.map((operation) => operation);',
  ),
  bug(
    'an answer to a question of the past is taken',
    'src/client/store/receive.ts',
    'return expected?.area === found.area && expected.at === found.at;',
    'return expected !== undefined && found.area > 0;',
  ),
  bug(
    'two tabs write over each other',
    'src/client/store/core.ts',
    'if (found?.version !== state.position.version) return false;\n      await positions.put(position);',
    'if (found === undefined) return false;\n      await positions.put(position);',
  ),
  bug(
    'a refusal is forgotten',
    'src/client/store/overlay-after.ts',
    '      refused.push(marked);\n      entries.push(marked);',
    '      dropped.push(marked);',
  ),
  bug(
    'work in a lost scope is acknowledged and not kept',
    'src/server/actions/receive-next.ts',
    '    await holdMutation(receiving, { mutation, text }, { problem, operation: firstOf(mutation) }, author);\n',
    "    if (problem.code !== 'rights/not-found') await holdMutation(receiving, { mutation, text }, { problem, operation: firstOf(mutation) }, author);\n",
  ),
  bug(
    'the journal is cleared at the acknowledgement and not at the backup',
    'src/client/store/receive-plan.ts',
    'await keepAsSent(database.journal, s, overlay.dropped);',
    'await database.journal.bulkDelete(overlay.dropped.map(({ n }): [number, number] => [s, n]));',
  ),
  bug(
    'a full disk goes unnoticed',
    'src/client/store/failures.ts',
    '    if (problem === undefined) throw error;\n    return fail(',
    "    if (problem === undefined) throw error;\n    if (problem.code === 'store/full') return { ok: true, value: undefined as T };\n    return fail(",
  ),
  bug(
    'a new stamp does not follow what was seen',
    'src/sync/stamp.ts',
    '  if (now > last.ms) return { ms: now, ctr: 0 };',
    '  if (now !== last.ms) return { ms: now, ctr: 0 };',
  ),
  bug(
    'a group may be cut in the middle',
    'src/sync/rows.ts',
    'group !== undefined && record.grp !== group && (rows >= MARK_ROWS || chars >= MARK_CHARS);',
    'group !== undefined;',
  ),
];
