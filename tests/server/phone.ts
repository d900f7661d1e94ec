/**
 * A phone in memory, as far as an answer concerns it: several scopes, their positions, and what it holds of them. It takes
 * every answer by the device's own receiver and believes nothing that the digest does not confirm.
 */
import type { Value } from '#domain/change.ts';
import type { Scope } from '#domain/scope.ts';
import { chainHash } from '#sync/chain.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import { PROTOCOL_VERSION, SCHEMA_VERSION } from '#sync/version.ts';
import { lineOfMutation, type Mutation, type Operation } from '#sync/mutation.ts';
import { sumOfPositions } from '#sync/positions.ts';
import { receiveLine, startReceiving, type Instruction, type PartialRow, type ReceivedRow } from '#sync/receiver.ts';
import type { Register } from '#sync/register.ts';
import { aToken, type SignedPerson } from './test-server.ts';

type Registers = Readonly<Record<string, Register>>;

export interface PhoneScope {
  readonly scope: Scope;
  token: string;
  epoch: string;
  alias: number;
  done: number;
  at: number;
  gcSeq: number;
  gs: number;
  xSeen: number;
  ackN: number;
  ackH: number;
  headSeq: number;
  part: PartialRow | undefined;
  staged: ReceivedRow[];
  readonly base: Map<string, { readonly seq: number; readonly registers: Registers }>;
  /** All that it ever made, by number. */
  readonly made: Map<number, Mutation>;
  /** How many registers came as echoes. */
  echoed: number;
}

export interface Phone {
  readonly scopes: ReadonlyMap<Scope, PhoneScope>;
  readonly in: (scope: Scope) => PhoneScope;
  readonly question: (options?: QuestionOptions) => string;
  readonly standing: (scope: Scope) => string;
  readonly sum: () => number;
  readonly digest: (scope: Scope) => number;
  /** The next mutation of a scope, and its line. */
  readonly make: (scope: Scope, operations: readonly Operation[], ms?: number) => string;
  /** Takes the lines of an answer, whole or cut, and gives back what each asked for. */
  readonly receive: (lines: readonly string[]) => readonly Instruction[];
  /** What it shows of a record: field to value. */
  readonly shows: (scope: Scope, table: string, id: string) => Readonly<Record<string, Value>> | undefined;
}

export interface QuestionOptions {
  readonly sum?: number;
  readonly maxBytes?: number;
  readonly wantsReceipt?: boolean;
}

export const createPhone = (clock: { readonly now: number }, { device }: Pick<SignedPerson, 'device'>): Phone => {
  const scopes = new Map<Scope, PhoneScope>();
  let lastMs = 0;

  const begin = (scope: Scope): PhoneScope => {
    const begun: PhoneScope = {
      scope,
      token: aToken(),
      epoch: '',
      alias: 0,
      done: 0,
      at: 0,
      gcSeq: 0,
      gs: 0,
      xSeen: 0,
      ackN: 0,
      ackH: 0,
      headSeq: 0,
      part: undefined,
      staged: [],
      base: new Map(),
      made: new Map(),
      echoed: 0,
    };
    scopes.set(scope, begun);
    return begun;
  };
  const at = (scope: Scope): PhoneScope => scopes.get(scope) ?? begin(scope);

  const carryOut = (instruction: Instruction): void => {
    if (instruction.do === 'break') throw new Error(`not a line of the protocol: ${instruction.line}`);
    if (!('scope' in instruction)) return;
    const one = at(instruction.scope);
    switch (instruction.do) {
      case 'acknowledge':
        acknowledge(one, instruction);
        break;
      case 'refuse':
        one.xSeen = Math.max(one.xSeen, instruction.n);
        break;
      case 'stage-part':
        one.part = instruction.part;
        break;
      case 'stage':
        one.staged.push(instruction.row);
        one.at = instruction.row.seq;
        one.part = undefined;
        break;
      case 'commit':
        show(one, instruction.seq);
        break;
      case 'finish':
        finish(one, instruction);
        break;
      case 'gone':
        scopes.delete(instruction.scope);
        break;
    }
  };

  return {
    scopes,
    in: at,
    question: ({ sum = 0, maxBytes = 1_048_576, wantsReceipt = false } = {}) =>
      JSON.stringify(['q', PROTOCOL_VERSION, SCHEMA_VERSION, device, clock.now, maxBytes, sum, wantsReceipt ? 1 : 0]),
    standing: (scope) => {
      const { token, epoch, done, at: reading, part, xSeen, gs } = at(scope);
      const inner = part === undefined ? null : [part.seq, part.text.length];
      return JSON.stringify(['s', scope, token, epoch, done, reading, inner, xSeen, gs]);
    },
    sum: () => sumOfPositions([...scopes.values()].map(({ token, ...one }) => ({ ...one, replica: token }))),
    digest: (scope) => digestOf(at(scope)),
    make: (scope, operations, ms) => {
      const { made } = at(scope);
      const last = made.get(made.size);
      lastMs = ms ?? Math.max(lastMs + 1, clock.now);
      const content = { n: made.size + 1, ms: lastMs, ctr: 0, operations, schema: SCHEMA_VERSION };
      const mutation = { ...content, h: chainHash(last?.h ?? 0, content) };
      made.set(mutation.n, mutation);
      return lineOfMutation(mutation);
    },
    receive: (lines) => {
      const parts = Object.fromEntries([...scopes].flatMap(([scope, { part }]) => (part ? [[scope, part]] : [])));
      let state = startReceiving(parts);
      return lines.map((line) => {
        const [next, instruction] = receiveLine(state, line);
        state = next;
        carryOut(instruction);
        return instruction;
      });
    },
    shows: (scope, table, id) => {
      const held = at(scope).base.get(`${table}|${id}`);
      return held && Object.fromEntries(Object.entries(held.registers).map(([field, [value]]) => [field, value]));
    },
  };
};

type Acknowledge = Extract<Instruction, { do: 'acknowledge' }>;
type Finish = Extract<Instruction, { do: 'finish' }>;

const acknowledge = (one: PhoneScope, { alias, epoch, gcSeq, ackN, ackH, fresh, headSeq }: Acknowledge): void => {
  if (fresh) {
    Object.assign(one, { done: 0, at: 0, part: undefined, staged: [] });
    one.base.clear();
  }
  if (one.at === one.done) one.gs = gcSeq;
  Object.assign(one, { alias, epoch, gcSeq, ackN, ackH, headSeq });
};

const show = (one: PhoneScope, seq: number): void => {
  for (const row of one.staged.filter((staged) => staged.seq <= seq)) {
    const key = `${row.table}|${row.id}`;
    const before = row.full ? {} : one.base.get(key)?.registers;
    one.base.set(key, { seq: row.seq, registers: { ...before, ...row.registers, ...ownRegisters(one, row) } });
  }
  one.staged = one.staged.filter((staged) => staged.seq > seq);
};

/** What the server only named, from the phone's own mutations. */
const ownRegisters = (one: PhoneScope, row: ReceivedRow): Registers => {
  const own: Record<string, Register> = {};
  for (const [n, fields] of row.echoes) {
    const mutation = one.made.get(n);
    const values = mutation?.operations.find(([table, id]) => table === row.table && id === row.id)?.[3];
    for (const field of fields) {
      const value = values?.[field];
      if (mutation === undefined || value === undefined) throw new Error(`nothing of the kind was sent: ${field}`);
      own[field] = [value, mutation.ms, mutation.ctr, one.alias];
      one.echoed += 1;
    }
  }
  return own;
};

const finish = (one: PhoneScope, { seq, digest }: Finish): void => {
  if (one.staged.length > 0) throw new Error('rows are staged at the end');
  for (const [key, { seq: changed, registers }] of one.base) {
    if (registers['$d']?.[0] === true && changed <= one.gcSeq) one.base.delete(key);
  }
  Object.assign(one, { done: seq, at: seq });
  if (digestOf(one) !== digest) throw new Error(`the digest of ${one.scope} differs`);
};

const digestOf = ({ base }: PhoneScope): number => {
  let digest = 0;
  for (const [key, { registers }] of base) {
    const [table = '', id = ''] = key.split('|');
    for (const [field, register] of Object.entries(registers))
      digest = addDigests(digest, digestOfRegister(table, id, field, register));
  }
  return digest;
};
