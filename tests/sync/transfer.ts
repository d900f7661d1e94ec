/** A server's rows, a wire that is cut, and a device's base: the pull alone, without numbers of mutations. */
import type { StoredRecord } from '#sync/merge.ts';
import { type Instruction, type PartialRow, type ReceivedRow, receiveLine, startReceiving } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { createRowWriter, type Standpoint } from '#sync/rows.ts';

export const scope = 'commune-1/work';
const header = JSON.stringify(['h', scope, 1, 'epoch', 0, 0, 0, 1_700_000_000_000, 0, 0, 0, 0, 0]);

export interface Pulling {
  readonly done: number;
  readonly at: number;
  readonly part: PartialRow | undefined;
  readonly staged: readonly ReceivedRow[];
  readonly base: ReadonlyMap<string, Readonly<Record<string, Register>>>;
}

/** What the server writes to a device that stands there. */
export const written = (records: readonly StoredRecord[], from: Standpoint): string => {
  const writer = createRowWriter(from);
  const head = records.at(-1)?.seq ?? 0;
  const rows = records.filter(({ seq }) => seq > from.at).flatMap((record) => writer.row(record));
  return [header, ...rows, ...writer.end(head, 0)].map((line) => `${line}\n`).join('');
};

export const standpointOf = ({ done, at, part }: Pulling): Standpoint => ({
  done,
  at,
  inner: part === undefined ? null : [part.seq, part.text.length],
});

/**
 * What a device that stands at `done` holds: every record as it was when that was the head.
 * Of one that began anew since, it holds the incarnation that is gone.
 */
export const standing = (records: readonly StoredRecord[], done: number): Pulling => ({
  done,
  at: done,
  part: undefined,
  staged: [],
  base: new Map(
    records.flatMap(({ id, inc, registers }) => {
      const old = Object.entries(registers).filter(([, register]) => register[4] <= done);
      return [[id, inc <= done ? shortened(old) : goneBefore]];
    }),
  ),
});

const goneBefore: Readonly<Record<string, Register>> = { audience: ['of an earlier incarnation', 1, 0, 1] };

export const shortened = (
  entries: readonly (readonly [string, StoredRecord['registers'][string]])[],
): Readonly<Record<string, Register>> =>
  Object.fromEntries(entries.map(([field, [value, ms, ctr, alias]]) => [field, [value, ms, ctr, alias]]));

/** Takes the complete lines of what arrived, and tells each instruction. */
export const pull = (
  before: Pulling,
  arrived: string,
): readonly [after: Pulling, instructions: readonly Instruction[]] => {
  let receiving = startReceiving(before.part === undefined ? {} : { [scope]: before.part });
  let pulling = before;
  const instructions: Instruction[] = [];
  for (const line of arrived.split('\n').slice(0, -1)) {
    const [next, instruction] = receiveLine(receiving, line);
    receiving = next;
    pulling = follow(pulling, instruction);
    instructions.push(instruction);
  }
  return [pulling, instructions];
};

const follow = (pulling: Pulling, instruction: Instruction): Pulling => {
  switch (instruction.do) {
    case 'stage': {
      const staged = [...pulling.staged, instruction.row];
      return { ...pulling, staged, at: instruction.row.seq, part: undefined };
    }
    case 'stage-part':
      return { ...pulling, part: instruction.part };
    case 'commit':
      return { ...pulling, staged: [], base: withRows(pulling) };
    case 'finish':
      return { ...pulling, done: instruction.seq, at: instruction.seq, part: undefined };
    default:
      return pulling;
  }
};

const withRows = ({ base, staged }: Pulling): Pulling['base'] => {
  const next = new Map(base);
  for (const { id, full, registers } of staged) next.set(id, full ? registers : { ...next.get(id), ...registers });
  return next;
};
