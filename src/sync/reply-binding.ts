/**
 * What of a reply file still holds when it arrives: days may lie between the outgoing file and its reply, and meanwhile
 * the device may have met the network, or taken the reply to another file.
 *
 * - A scope's answer belongs to the replica and the epoch that asked for it, and is never older than what the device
 *   knows to be acknowledged; else all of it is left out. What is left out comes with the next exchange.
 * - Rows hold where the device stands as it stood when it asked. Where it has read on to a later head since, those that
 *   it already has are left out; rows that it cannot place are left out with all that follow them in their scope.
 * - The header's time is that of the answer, not of its arrival: it is moved to where it says no more about the two
 *   clocks than the file's journey allows.
 */
import type { Scope } from '#domain/scope.ts';
import { parseResponseLine, type ResponseLine, type RowLine } from './messages.ts';
import { FROM_NOTHING, readRow, type Before } from './row-form.ts';

/** Where the device stood in a scope when it made a file, and which mutations went into it. */
export interface AskedScope {
  readonly scope: Scope;
  readonly replica: string;
  readonly epoch: string;
  readonly done: number;
  readonly at: number;
  readonly inner: readonly [seq: number, chars: number] | null;
  readonly gs: number;
  /** 0 and 0 for none. */
  readonly firstN: number;
  readonly lastN: number;
}

/** Where it stands now. */
export interface StandingNow extends Omit<AskedScope, 'firstN' | 'lastN'> {
  /** The last acknowledged mutation. */
  readonly ackN: number;
  /** The numbers of those that are not. */
  readonly waiting: readonly number[];
}

export interface Bound {
  /** The lines to take, in their order. */
  readonly lines: readonly string[];
  /** Mutations of the file that the server has taken or holds. */
  readonly acknowledged: number;
  /** An answer was left out that the device may still need: it comes with the next exchange. */
  readonly isStale: boolean;
  /** A line that this app does not know. */
  readonly isNewer: boolean;
}

export interface Reply {
  readonly lines: readonly string[];
  readonly asked: readonly AskedScope[];
  readonly now: readonly StandingNow[];
  /** The time to put into the headers instead of `serverMs`. */
  readonly timeOf: (serverMs: number) => number;
}

type LineOf<Kind extends ResponseLine[0]> = Extract<ResponseLine, readonly [Kind, ...unknown[]]>;

interface Segment {
  readonly header: LineOf<'h'>;
  readonly rest: readonly { readonly line: ResponseLine; readonly text: string }[];
}

const isSame = (a: StandingNow | AskedScope, b: StandingNow | AskedScope): boolean =>
  a.done === b.done && a.at === b.at && a.gs === b.gs && JSON.stringify(a.inner) === JSON.stringify(b.inner);

const isAtRest = ({ done, at, inner }: StandingNow | AskedScope): boolean => at === done && inner === null;

/** The lines of one scope that hold, without the header; `undefined` when nothing does. */
const restOf = (segment: Segment, asked: AskedScope, now: StandingNow): Segment['rest'] | undefined => {
  const { header, rest } = segment;
  const [, , , epoch, , ackN, , , , , fresh] = header;
  if (now.replica !== asked.replica || now.epoch !== asked.epoch) return undefined;
  if (isSame(asked, now)) return epoch === now.epoch && ackN < now.ackN ? undefined : rest;
  if (epoch !== now.epoch || fresh === 1 || ackN < now.ackN) return undefined;

  const refusals = rest.filter(({ line }) => line[0] === 'x');
  const isLater = isAtRest(asked) && isAtRest(now) && now.done >= asked.done;
  const end = rest.find(({ line }) => line[0] === 'e')?.line;
  if (!isLater || (end?.[0] === 'e' && end[1] < now.done)) return refusals;
  return [...refusals, ...newerThan(now, rest)];
};

/** The lines about rows that the device does not have yet, counted from each other anew (row-form.ts). */
const newerThan = ({ done, waiting }: StandingNow, rest: Segment['rest']): Segment['rest'] => {
  const kept: { line: ResponseLine; text: string }[] = [];
  let sent = FROM_NOTHING;
  let taken = FROM_NOTHING;
  for (const { line, text } of rest) {
    if (line[0] === 'e') kept.push({ line, text });
    if ((line[0] === 't' || line[0] === 'c') && line[1] > done) kept.push({ line, text });
    if (line[0] !== 'r') continue;
    const [row, after] = readRow(line, sent);
    // What it only names was written by an own mutation, which must still be here.
    if (row.seq > done && row.echoes.some(([n]) => !waiting.includes(n))) return kept;
    if (row.seq > done) {
      const moved = recounted(line, sent, taken);
      kept.push({ line: moved, text: JSON.stringify(moved) });
      // A row of names alone moves no time.
      taken = { seq: row.seq, ms: line[5].some((group) => group.length === 4) ? after.ms : taken.ms };
    }
    sent = after;
  }
  return kept;
};

/** The same row, counted from another one before it. */
const recounted = ([kind, table, id, dSeq, full, groups]: RowLine, from: Before, to: Before): RowLine => {
  let shift = from.ms - to.ms;
  const moved = groups.map((group) => {
    if (group.length === 2) return group;
    const [alias, ctr, dMs, values] = group;
    const shifted = dMs + shift;
    shift = 0;
    return [alias, ctr, shifted, values] as const;
  });
  return [kind, table, id, dSeq + from.seq - to.seq, full, moved];
};

const hasRows = (rest: Segment['rest']): boolean => rest.some(({ line }) => line[0] === 'e' || line[0] === 'r');

export const bindReply = ({ lines, asked, now, timeOf }: Reply): Bound => {
  const out: string[] = [];
  let acknowledged = 0;
  let isStale = false;
  let isNewer = false;
  /** Scopes whose header was left out. */
  const unheard = new Set<Scope>();
  let segment: { header: LineOf<'h'>; rest: { line: ResponseLine; text: string }[] } | undefined;

  const standingsOf = (scope: Scope) => {
    const before = asked.find((one) => one.scope === scope);
    const today = now.find((one) => one.scope === scope);
    return before === undefined || today === undefined ? undefined : { before, today };
  };

  const finish = (): void => {
    const ended = segment;
    segment = undefined;
    if (ended === undefined) return;
    const standings = standingsOf(ended.header[1]);
    if (standings !== undefined) acknowledged += countAcknowledged(ended.header, standings.before);
    const rest = standings && restOf(ended, standings.before, standings.today);
    isStale ||= rest === undefined || (hasRows(ended.rest) && !hasRows(rest));
    if (rest === undefined) {
      unheard.add(ended.header[1]);
      return;
    }
    out.push(JSON.stringify(ended.header.map((part, place) => (place === 7 ? timeOf(Number(part)) : part))));
    out.push(...rest.map(({ text }) => text));
  };

  const isUnmoved = (one: AskedScope): boolean => {
    const today = now.find(({ scope }) => scope === one.scope);
    return today !== undefined && today.replica === one.replica && today.epoch === one.epoch && isSame(one, today);
  };
  // Of a reply to a file that is not remembered nothing is known.
  const isWhereItStood = asked.length > 0 && asked.every(isUnmoved);

  const takeOther = (line: ResponseLine, text: string): void => {
    switch (line[0]) {
      case 'h':
        finish();
        segment = { header: line, rest: [] };
        return;
      case 'g': {
        finish();
        const before = asked.find(({ scope }) => scope === line[1]);
        // A right that was regained since may have brought the scope back: the next exchange says how it is.
        if (before !== undefined && isUnmoved(before) && !unheard.has(line[1])) out.push(text);
        else isStale = true;
        return;
      }
      case 'l':
        // The list of scopes has no number by which an older one could be told.
        if (isWhereItStood) out.push(text);
        return;
      case 'z':
      case 'k':
        finish();
        out.push(text);
        return;
      default:
        segment?.rest.push({ line, text });
    }
  };

  for (const text of lines) {
    const line = parseResponseLine(text);
    if (line === undefined) {
      isNewer = true;
      break;
    }
    takeOther(line, text);
  }
  finish();
  return { lines: out, acknowledged, isStale, isNewer };
};

const countAcknowledged = (header: LineOf<'h'>, { firstN, lastN }: AskedScope): number => {
  if (lastN === 0) return 0;
  const [, , , , , ackN, , , , forkN] = header;
  const upTo = Math.min(ackN, lastN, forkN > 0 ? forkN - 1 : Infinity);
  return Math.max(0, upTo - firstN + 1);
};

/**
 * The server's time at this moment, as far as a file can tell: the device thinks it to be `estimate`. The answer was
 * written after the file was made and before its reply came back, both by the device's own clock.
 */
export const timeOfReply = (
  serverMs: number,
  { madeAt, now, estimate }: { readonly madeAt: number; readonly now: number; readonly estimate: number },
): number => {
  const least = serverMs - now;
  const most = Math.max(least, serverMs - madeAt);
  return now + Math.min(Math.max(estimate - now, least), most);
};
