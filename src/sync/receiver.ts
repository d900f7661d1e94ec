/**
 * The device's half of a pull: what each line of an answer asks the store to do. Knows no database and no network.
 *
 * - Rows are staged, never shown, until their group's commit mark.
 * - Slices of a row are joined here; the store keeps what is joined so far, so that a cut costs one slice at most.
 * - A line that is none, or stands where it may not, ends the exchange as `broken`; what came before it holds.
 */
import type { Problem } from '#domain/problem.ts';
import { readProblem } from '#domain/read-problem.ts';
import type { Scope } from '#domain/scope.ts';
import { parseResponseLine, type ResponseLine } from './messages.ts';
import { FROM_NOTHING, readRow, type Before, type ReceivedRow } from './row-form.ts';

/** A row that is still arriving: the first characters of its line. */
export interface PartialRow {
  readonly seq: number;
  readonly total: number;
  readonly text: string;
}

export type { ReceivedRow } from './row-form.ts';

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
      /** The mutation from which on the server knows another life of this replica; 0 for none. */
      readonly forkN: number;
      /** The rows that follow start from nothing. */
      readonly fresh: boolean;
      /** Every mutation up to here is in a finished backup. */
      readonly safeN: number;
      /** The number of the scope's last change. */
      readonly headSeq: number;
    }
  | { readonly do: 'refuse'; readonly scope: Scope; readonly n: number; readonly problem: Problem }
  | { readonly do: 'stage'; readonly scope: Scope; readonly row: ReceivedRow }
  | { readonly do: 'stage-part'; readonly scope: Scope; readonly part: PartialRow }
  | { readonly do: 'commit'; readonly scope: Scope; readonly seq: number }
  | { readonly do: 'finish'; readonly scope: Scope; readonly seq: number; readonly digest: number }
  | { readonly do: 'gone'; readonly scope: Scope; readonly why: string }
  | { readonly do: 'rest'; readonly serverNow: number }
  | { readonly do: 'ask-again'; readonly serverNow: number }
  /** The scopes that this person's device keeps now, with the number of each one's last change. */
  | { readonly do: 'scopes'; readonly scopes: readonly (readonly [scope: Scope, size: number])[] }
  /** The answer ends here in good order, with more to come. */
  | { readonly do: 'pause' }
  | {
      readonly do: 'receipt';
      readonly code: string;
      readonly at: number;
      readonly taken: number;
      readonly held: number;
    }
  /** The exchange ends. The store forgets the scope's part, so that the next answer starts that row anew. */
  | { readonly do: 'break'; readonly line: string };

export interface Receiving {
  readonly scope: Scope | undefined;
  readonly parts: Readonly<Partial<Record<Scope, PartialRow>>>;
  /** What the next row is counted from. */
  readonly before: Before;
}

/** `parts` are the rows that an earlier, cut answer left half received. */
export const startReceiving = (parts: Receiving['parts'] = {}): Receiving => ({
  scope: undefined,
  parts,
  before: FROM_NOTHING,
});

export const receiveLine = (state: Receiving, text: string): readonly [Receiving, Instruction] => {
  const line = parseResponseLine(text);
  return line === undefined ? [state, { do: 'break', line: text }] : receive(state, line);
};

/** Lines that belong to no scope, and those that begin or end one; `undefined` for the others. */
const ofExchange = (state: Receiving, line: ResponseLine): readonly [Receiving, Instruction] | undefined => {
  switch (line[0]) {
    case 'u':
      return [state, { do: 'rest', serverNow: line[1] }];
    case 'd':
      return [state, { do: 'ask-again', serverNow: line[1] }];
    case 'l':
      return [state, { do: 'scopes', scopes: line[1] }];
    case 'z':
      return [{ ...state, scope: undefined }, { do: 'pause' }];
    case 'k':
      return [state, { do: 'receipt', code: line[1], at: line[2], taken: line[3], held: line[4] }];
    case 'g':
      return [dropPart({ ...state, scope: undefined }, line[1]), { do: 'gone', scope: line[1], why: line[2] }];
    case 'h':
      return headerOf(state, line);
    default:
      return undefined;
  }
};

const headerOf = (
  state: Receiving,
  line: Extract<ResponseLine, readonly ['h', ...unknown[]]>,
): readonly [Receiving, Instruction] => {
  const [, scope, alias, epoch, gcSeq, ackN, ackH, serverNow, staged, forkN, freshFlag, safeN, headSeq] = line;
  const fresh = freshFlag === 1;
  return [
    { ...(fresh ? dropPart(state, scope) : state), scope, before: FROM_NOTHING },
    { do: 'acknowledge', scope, alias, epoch, gcSeq, ackN, ackH, serverNow, staged, forkN, fresh, safeN, headSeq },
  ];
};

const receive = (state: Receiving, line: ResponseLine): readonly [Receiving, Instruction] => {
  const ofAll = ofExchange(state, line);
  if (ofAll !== undefined) return ofAll;

  const { scope } = state;
  if (scope === undefined) return [state, { do: 'break', line: JSON.stringify(line) }];
  switch (line[0]) {
    case 'x':
      return [state, { do: 'refuse', scope, n: line[1], problem: readProblem(line[2]) }];
    case 'r': {
      const [row, before] = readRow(line, state.before);
      return [
        { ...dropPart(state, scope), before },
        { do: 'stage', scope, row },
      ];
    }
    case 't':
      return receiveSlice(state, scope, line);
    case 'c':
      return [state, { do: 'commit', scope, seq: line[1] }];
    case 'e':
      // A part that is left belongs to a row that has moved on since.
      return [dropPart(state, scope), { do: 'finish', scope, seq: line[1], digest: line[2] }];
    default:
      return [state, { do: 'break', line: JSON.stringify(line) }];
  }
};

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
  // It is counted from nothing, and nothing is counted from it.
  return [dropPart(state, scope), { do: 'stage', scope, row: readRow(row, FROM_NOTHING)[0] }];
};
