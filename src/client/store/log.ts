/**
 * The log of activities as screens ask for it: by their days, by their months, by words. Fetched with the first question,
 * when the first page is there.
 *
 * What has not changed is the same thing again, each activity and each month of them, so that nobody draws it anew.
 */
import { monthOf, touches } from '#domain/dates.ts';
import { fold } from '#domain/folding.ts';
import { createMonths, idsInOverlay, newestFirst } from './activities.ts';
import type { Core, ScopeState } from './core.ts';
import { daysOf } from './listed-months.ts';
import { recordKey, type Entry } from './overlay.ts';
import type { ActivitySummary, RecordState } from './shown.ts';
import type { Summary } from './summary.ts';

export interface LogDeps {
  readonly readable: () => readonly ScopeState[];
  readonly stateOf: (state: ScopeState, table: string, id: string) => RecordState;
  readonly wait: (ms: number) => Promise<void>;
}

export interface Log {
  readonly between: (from: string, to: string) => Promise<readonly ActivitySummary[]>;
  /** At most so many. */
  readonly months: (atMost: number) => Promise<readonly string[]>;
  readonly search: (query: string) => Promise<readonly ActivitySummary[]>;
}

/** A month of one scope as it is shown; newest first. */
interface ShownMonth {
  readonly rows: readonly ActivitySummary[];
  /** Those that begin in it: one that lasts over the end of a month stands in both. */
  readonly begun: readonly ActivitySummary[];
  /** Something in it was not sent. */
  readonly hasUnsent: boolean;
}

type Rows = readonly ActivitySummary[];

const isSame = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

export const createLog = (core: Core, { readable, stateOf, wait }: LogDeps): Log => {
  const months = createMonths(core, wait);
  const shownRows = new WeakMap<Summary, ActivitySummary>();
  const shownMonths = new WeakMap<readonly Summary[], ShownMonth>();
  let all: { readonly parts: readonly Rows[]; readonly rows: Rows } | undefined;
  let narrowed: { readonly rows: Rows; readonly words: readonly string[]; readonly found: Rows } | undefined;
  core.followLog({
    wrote: months.wrote,
    forget: (area) => {
      months.forget(area);
      all = undefined;
      narrowed = undefined;
    },
  });

  const rowOf = (scopeState: ScopeState, summary: Summary, state: RecordState, onlyRefused: boolean) => {
    const before = shownRows.get(summary);
    if (before?.state === state && (before.onlyRefused ?? false) === onlyRefused) return before;
    const row: ActivitySummary = { ...summary, scope: scopeState.scope, state, ...(onlyRefused && { onlyRefused }) };
    shownRows.set(summary, row);
    return row;
  };

  const isOnlyRefused = async (state: ScopeState, id: string, entries: readonly Entry[]): Promise<boolean> =>
    entries.every((entry) => entry.refusal !== undefined) && (await core.base(state, 'activity', id)) === undefined;

  /** Of thousands a few are in the overlay: only they are looked at one by one. */
  const shownMonth = async (state: ScopeState, month: string, unsent: ReadonlySet<string>): Promise<ShownMonth> => {
    const summaries = await months.read(state, month);
    const before = shownMonths.get(summaries);
    const hasUnsent = unsent.size > 0 && summaries.some(({ id }) => unsent.has(id));
    if (before !== undefined && !hasUnsent && !before.hasUnsent) return before;
    const rows: ActivitySummary[] = [];
    for (const summary of summaries) {
      const { id } = summary;
      const entries = unsent.has(id) ? (state.byRecord.get(recordKey('activity', id)) ?? []) : [];
      const onlyRefused = entries.length > 0 && (await isOnlyRefused(state, id, entries));
      rows.push(rowOf(state, summary, entries.length > 0 ? stateOf(state, 'activity', id) : 'sent', onlyRefused));
    }
    if (before !== undefined && isSame(before.rows, rows)) return before;
    const begun = rows.filter((row) => monthOf(daysOf(row).from) === month);
    const shown: ShownMonth = { rows, begun, hasUnsent };
    shownMonths.set(summaries, shown);
    return shown;
  };

  /** Each activity once: in the month in which it begins, or in the first one. */
  const partsBetween = async (first: string, last: string): Promise<readonly (readonly [string, Rows])[]> => {
    const parts: (readonly [string, Rows])[] = [];
    for (const state of readable()) {
      const unsent = new Set(idsInOverlay(state));
      for (const month of await months.candidates(state)) {
        if (month < first || month > last) continue;
        const { rows, begun } = await shownMonth(state, month, unsent);
        parts.push([month, month === first ? rows : begun]);
      }
    }
    return parts;
  };

  const everything = async (): Promise<Rows> => {
    const parts = (await partsBetween('', '~')).map(([, rows]) => rows);
    if (all === undefined || !isSame(all.parts, parts)) all = { parts, rows: parts.flat().sort(newestFirst) };
    return all.rows;
  };

  return {
    between: (from, to) =>
      core.inTurn(async () => {
        const [first, last] = [monthOf(from), monthOf(to)];
        const parts = await partsBetween(first, last);
        const isEdge = (month: string): boolean => month === first || month === last;
        const within = parts.map(([month, rows]) =>
          isEdge(month) ? rows.filter((row) => touches(daysOf(row), { from, to })) : rows,
        );
        return within.flat().sort(newestFirst);
      }),
    months: (atMost) =>
      core.inTurn(async () => {
        const found = new Set<string>();
        const candidates: (readonly [month: string, state: ScopeState])[] = [];
        for (const state of readable())
          for (const month of await months.candidates(state)) candidates.push([month, state]);
        candidates.sort(([a], [b]) => (a < b ? 1 : -1));
        for (const [month, state] of candidates) {
          if (found.has(month)) continue;
          if (found.size === atMost) break;
          if ((await months.read(state, month)).length > 0) found.add(month);
        }
        return [...found];
      }),
    search: (query) =>
      core.inTurn(async () => {
        const rows = await everything();
        const words = fold(query).split(' ');
        // A query that grows finds fewer of the same.
        const grows =
          narrowed?.rows === rows && narrowed.words.every((word) => words.some((longer) => longer.includes(word)));
        const among = grows ? (narrowed?.found ?? rows) : rows;
        const matched = among.filter(({ folded }) => words.every((word) => folded.includes(word)));
        const found = matched.length === among.length ? among : matched;
        narrowed = { rows, words, found };
        return found;
      }),
  };
};
