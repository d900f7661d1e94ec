/**
 * A model of a device's half of the protocol, in memory, over the true sync modules: base, journal, overlay, positions.
 *
 * - What a person sees is the base with the device's own mutations over it.
 * - A line of an answer has an effect only if the device still stands where it stood when it asked.
 */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import type { IncomingOperation } from '#sync/merge.ts';
import type { Mutation, Operation } from '#sync/mutation.ts';
import { FIRST_BUDGET, requestLines } from '#sync/outgoing.ts';
import {
  type Instruction,
  type PartialRow,
  type ReceivedRow,
  receiveLine,
  type Receiving,
  startReceiving,
} from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { FIRST_STAMP, laterStamp, nextStamp, type Stamp } from '#sync/stamp.ts';
import { keyOf } from './server.ts';

export type DeviceFault =
  | 'drops its overlay at the acknowledgement'
  | 'has one cursor'
  | 'shows rows before their mark'
  | 'takes answers to questions of the past'
  | 'keeps its overlay'
  | 'forgets what is unsent when the server was restored';

export interface BaseRecord {
  readonly seq: number;
  readonly registers: Readonly<Record<string, Register>>;
}
type Base = Map<string, BaseRecord>;

export interface Copy {
  alias: number;
  epoch: string;
  done: number;
  at: number;
  part: PartialRow | undefined;
  staged: readonly ReceivedRow[];
  base: Base;
  /** Filled from the beginning while the old base stays in view. */
  shadow: Base | undefined;
  journal: readonly Mutation[];
  ackN: number;
  /** Characters of mutation ackN + 1 that the server holds. */
  sent: number;
  /** Own mutations up to here are in the base, or refused. */
  settled: number;
  readonly refused: Map<number, Problem>;
  clock: Stamp;
  mismatches: number;
}

export interface Device {
  readonly id: string;
  readonly maxBytes: number;
  readonly fault: DeviceFault | undefined;
  readonly scopes: Map<Scope, Copy>;
  /** How far its clock is ahead, and what it learned about that from the server. */
  readonly skew: number;
  offset: number;
  budget: number;
}

/** A question and what has been read of its answer. */
export interface Asked {
  readonly lines: readonly string[];
  readonly stood: Map<Scope, { place: string; epoch: string; ackN: number | undefined }>;
  receiving: Receiving;
  readonly ended: Set<Scope>;
  broken: boolean;
}

export const createDevice = (
  id: string,
  scopes: readonly Scope[],
  options: { readonly maxBytes: number; readonly skew: number; readonly fault?: DeviceFault | undefined },
): Device => ({
  id,
  maxBytes: options.maxBytes,
  fault: options.fault,
  skew: options.skew,
  offset: 0,
  budget: FIRST_BUDGET,
  scopes: new Map(scopes.map((scope) => [scope, newCopy()])),
});

const newCopy = (): Copy => ({
  alias: 0,
  epoch: '',
  done: 0,
  at: 0,
  part: undefined,
  staged: [],
  base: new Map(),
  shadow: undefined,
  journal: [],
  ackN: 0,
  sent: 0,
  settled: 0,
  refused: new Map(),
  clock: FIRST_STAMP,
  mismatches: 0,
});

export const copyOf = (device: Device, scope: Scope): Copy => {
  const copy = device.scopes.get(scope);
  if (copy === undefined) throw new Error(`${device.id} does not hold ${scope}`);
  return copy;
};

export const edit = (device: Device, scope: Scope, operations: readonly IncomingOperation[], now: number): Mutation => {
  const copy = copyOf(device, scope);
  const { ms, ctr } = nextStamp(copy.clock, now + device.skew + device.offset);
  copy.clock = { ms, ctr };
  const last = copy.journal.at(-1);
  const mutation = {
    n: (last?.n ?? 0) + 1,
    ms,
    ctr,
    operations: operations.map(({ table, id, values }): Operation => {
      const seen = Math.max(copy.done, copy.base.get(keyOf(table, id))?.seq ?? 0);
      return [table, id, seen, values];
    }),
  };
  const chained: Mutation = { ...mutation, h: chainHash(last?.h ?? 0, mutation) };
  copy.journal = [...copy.journal, chained];
  return chained;
};

export const overlayOf = (copy: Copy): readonly Mutation[] => copy.journal.filter(({ n }) => n > copy.settled);

const placeOf = (copy: Copy): string => JSON.stringify([copy.epoch, copy.done, copy.at, copy.part?.text.length ?? -1]);

export const ask = (device: Device, now: number): Asked => {
  const scopes = [...device.scopes].map(([scope, copy]) => ({
    scope,
    alias: copy.alias,
    epoch: copy.epoch,
    done: copy.done,
    at: copy.at,
    inner: copy.part === undefined ? null : ([copy.part.seq, copy.part.text.length] as const),
    xSeen: Math.max(0, ...copy.refused.keys()),
    mutations: copy.journal.filter(({ n }) => n > copy.ackN),
    staged: copy.sent,
  }));
  const { lines } = requestLines({
    device: device.id,
    now: now + device.skew,
    maxBytes: device.maxBytes,
    budget: device.budget,
    scopes,
  });
  const parts: Partial<Record<Scope, PartialRow>> = {};
  for (const [scope, { part }] of device.scopes) if (part !== undefined) parts[scope] = part;
  return {
    lines,
    stood: new Map(
      [...device.scopes].map(([scope, copy]) => [scope, { place: placeOf(copy), epoch: copy.epoch, ackN: undefined }]),
    ),
    receiving: startReceiving(parts),
    ended: new Set(),
    broken: false,
  };
};

/** Takes one line of the answer. */
export const take = (device: Device, asked: Asked, text: string, now: number): void => {
  if (asked.broken) return;
  const [receiving, instruction] = receiveLine(asked.receiving, text);
  asked.receiving = receiving;
  if (instruction.do === 'break') {
    asked.broken = true;
    const { scope } = receiving;
    if (scope !== undefined) copyOf(device, scope).part = undefined;
    return;
  }
  const copy = copyOf(device, instruction.scope);
  const stood = asked.stood.get(instruction.scope);
  if (stood === undefined) return;
  const fenced = device.fault !== 'takes answers to questions of the past' && stood.place !== placeOf(copy);
  if (instruction.do === 'acknowledge') {
    if (stood.epoch !== copy.epoch) return;
    device.offset = instruction.serverNow - (now + device.skew);
    acknowledge(device, copy, instruction);
    if (!fenced) stood.ackN = instruction.ackN;
  } else if (instruction.do === 'refuse') {
    copy.refused.set(instruction.n, instruction.problem);
  } else if (!fenced && (stood.ackN !== undefined || device.fault === 'takes answers to questions of the past')) {
    follow(device, copy, instruction, stood.ackN ?? 0);
    if (instruction.do === 'finish') asked.ended.add(instruction.scope);
  }
  if (!fenced) stood.place = placeOf(copy);
};

const acknowledge = (device: Device, copy: Copy, header: Extract<Instruction, { do: 'acknowledge' }>): void => {
  if (header.epoch !== copy.epoch) {
    // Another history: everything is read anew beside what is shown, and what the server forgot is sent again.
    const shadow = copy.epoch === '' ? undefined : new Map();
    Object.assign(copy, { epoch: header.epoch, done: 0, at: 0, part: undefined, staged: [], shadow });
    if (device.fault !== 'forgets what is unsent when the server was restored')
      Object.assign(copy, { ackN: header.ackN, settled: Math.min(copy.settled, header.ackN) });
  }
  copy.alias = header.alias;
  if (header.ackN >= copy.ackN) Object.assign(copy, { ackN: header.ackN, sent: header.staged });
  if (device.fault === 'drops its overlay at the acknowledgement') copy.settled = Math.max(copy.settled, copy.ackN);
};

const follow = (device: Device, copy: Copy, instruction: Instruction, ackN: number): void => {
  switch (instruction.do) {
    case 'stage':
      Object.assign(copy, { staged: [...copy.staged, instruction.row], at: instruction.row.seq, part: undefined });
      if (device.fault === 'shows rows before their mark') show(copy);
      return;
    case 'stage-part':
      copy.part = instruction.part;
      return;
    case 'commit':
      show(copy);
      if (device.fault === 'has one cursor') copy.done = instruction.seq;
      return;
    case 'finish':
      finish(device, copy, instruction, ackN);
      return;
    default:
  }
};

const show = (copy: Copy): void => {
  const base = copy.shadow ?? copy.base;
  for (const { table, id, seq, full, registers } of copy.staged) {
    const known = full ? undefined : base.get(keyOf(table, id));
    base.set(keyOf(table, id), { seq, registers: { ...known?.registers, ...registers } });
    for (const [, ms, ctr] of Object.values(registers)) copy.clock = laterStamp(copy.clock, { ms, ctr });
  }
  copy.staged = [];
};

const finish = (device: Device, copy: Copy, end: Extract<Instruction, { do: 'finish' }>, ackN: number): void => {
  Object.assign(copy, {
    done: end.seq,
    at: end.seq,
    part: undefined,
    base: copy.shadow ?? copy.base,
    shadow: undefined,
  });
  if (digestOf(copy.base) === end.digest) {
    if (device.fault !== 'keeps its overlay') copy.settled = Math.max(copy.settled, ackN);
    return;
  }
  // A base that is not the server's may lack one's own edits too: they stay over it.
  copy.mismatches += 1;
  Object.assign(copy, { done: 0, at: 0, shadow: new Map() });
};

export const digestOf = (base: ReadonlyMap<string, BaseRecord>): number => {
  let digest = 0;
  for (const [key, { registers }] of base) {
    const [table = '', id = ''] = key.split(' ');
    for (const [field, [value, ms, ctr, alias]] of Object.entries(registers))
      digest = addDigests(digest, digestOfRegister(table, id, field, [value, ms, ctr, alias]));
  }
  return digest;
};
