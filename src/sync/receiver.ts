/**
 * The device's half of a pull: what each line of an answer asks the store to do. Knows no database and no network.
 *
 * - Rows are staged, never shown, until their group's commit mark.
 * - Slices of a row are joined here; the store keeps what is joined so far, so that a cut costs one slice at most.
 * - A line that is none, or stands where it may not, ends the exchange as `broken`; what came before it holds.
 */
import type { Problem } from '#domain/problem.ts';
import type { Scope } from '#domain/scope.ts';
import { parseResponseLine, type ResponseLine } from './messages.ts';
import type { Register } from './register.ts';

/** A row that is still arriving: the first characters of its line. */
export interface PartialRow {
  readonly seq: number;
  readonly total: number;
  readonly text: string;
}

export interface ReceivedRow {
  readonly table: string;
  readonly id: string;
  readonly seq: number;
  /** Replace what the device holds of this record; otherwise merge into it. */
  readonly full: boolean;
  readonly registers: Readonly<Record<string, Register>>;
}

export type Instruction =
  | {
      readonly do: 'acknowledge';
      readonly scope: Scope;
      readonly alias: number;
      readonly epoch: string;
      readonly gcSeq: number;
      readonly ackN: number;
      readonly ackH: number;
      readonly serverNow: number;
      /** Characters of mutation ackN + 1 that the server holds. */
      readonly staged: number;
    }
  | { readonly do: 'refuse'; readonly scope: Scope; readonly n: number; readonly problem: Problem }
  | { readonly do: 'stage'; readonly scope: Scope; readonly row: ReceivedRow }
  | { readonly do: 'stage-part'; readonly scope: Scope; readonly part: PartialRow }
  | { readonly do: 'commit'; readonly scope: Scope; readonly seq: number }
  | { readonly do: 'finish'; readonly scope: Scope; readonly seq: number; readonly digest: number }
  | { readonly do: 'gone'; readonly scope: Scope; readonly why: string }
  /** The exchange ends. The store forgets the scope's part, so that the next answer starts that row anew. */
  | { readonly do: 'break'; readonly line: string };

export interface Receiving {
  readonly scope: Scope | undefined;
  readonly parts: Readonly<Partial<Record<Scope, PartialRow>>>;
}

/** `parts` are the rows that an earlier, cut answer left half received. */
export const startReceiving = (parts: Receiving['parts'] = {}): Receiving => ({ scope: undefined, parts });

export const receiveLine = (state: Receiving, text: string): readonly [Receiving, Instruction] => {
  const line = parseResponseLine(text);
  return line === undefined ? [state, { do: 'break', line: text }] : receive(state, line);
};

const receive = (state: Receiving, line: ResponseLine): readonly [Receiving, Instruction] => {
  if (line[0] === 'h') {
    const [, scope, alias, epoch, gcSeq, ackN, ackH, serverNow, staged] = line;
    return [
      { ...state, scope },
      { do: 'acknowledge', scope, alias, epoch, gcSeq, ackN, ackH, serverNow, staged },
    ];
  }
  if (line[0] === 'g')
    return [
      { ...state, scope: undefined },
      { do: 'gone', scope: line[1], why: line[2] },
    ];

  const { scope } = state;
  if (scope === undefined) return [state, { do: 'break', line: JSON.stringify(line) }];
  switch (line[0]) {
    case 'x':
      // The reason was written by our own server; a code that this version does not know is shown as such.
      return [state, { do: 'refuse', scope, n: line[1], problem: line[2] as Problem }];
    case 'r':
      return [dropPart(state, scope), { do: 'stage', scope, row: rowOf(line) }];
    case 't':
      return receiveSlice(state, scope, line);
    case 'c':
      return [state, { do: 'commit', scope, seq: line[1] }];
    case 'e':
      // A part that is left belongs to a row that has moved on since.
      return [dropPart(state, scope), { do: 'finish', scope, seq: line[1], digest: line[2] }];
  }
};

const rowOf = ([, table, id, seq, full, registers]: Extract<
  ResponseLine,
  readonly ['r', ...unknown[]]
>): ReceivedRow => ({
  table,
  id,
  seq,
  full: full === 1,
  registers,
});

const dropPart = (state: Receiving, scope: Scope): Receiving => {
  const { [scope]: _dropped, ...parts } = state.parts;
  return { ...state, parts };
};

const receiveSlice = (
  state: Receiving,
  scope: Scope,
  line: Extract<ResponseLine, readonly ['t', ...unknown[]]>,
): readonly [Receiving, Instruction] => {
  const [, seq, offset, total, chars] = line;
  const part = state.parts[scope];
  const before = part?.seq === seq && part.total === total ? part.text : '';
  if (offset !== before.length && offset !== 0)
    return [dropPart(state, scope), { do: 'break', line: JSON.stringify(line) }];

  const text = (offset === 0 ? '' : before) + chars;
  if (text.length < total) {
    const grown: PartialRow = { seq, total, text };
    return [
      { ...state, parts: { ...state.parts, [scope]: grown } },
      { do: 'stage-part', scope, part: grown },
    ];
  }
  const row = parseResponseLine(text);
  if (row?.[0] !== 'r') return [dropPart(state, scope), { do: 'break', line: text }];
  return receive(dropPart(state, scope), row);
};
