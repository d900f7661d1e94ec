/** Of which record the history is: where it stands, what it is called, how far it has travelled and where its own page is. */
import { createMemo, type Accessor } from 'solid-js';
import { registerAt } from '#catalogue/registers.ts';
import type { RegisterName } from '#domain/register-names.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { TableName } from '#domain/tables.ts';
import type { RecordState, Workbook } from '#client/state/workbook.ts';
import { periodWords } from '#client/texts/words.ts';

export interface Subject {
  readonly table: Accessor<TableName>;
  /** Whether it has been looked for on this phone. */
  readonly isKnown: Accessor<boolean>;
  readonly scope: Accessor<Scope>;
  readonly title: Accessor<string>;
  /** The record's own page. */
  readonly page: Accessor<string>;
  /** `undefined` of one that this phone does not show. */
  readonly state: Accessor<RecordState | undefined>;
}

/** Kinds of records with a page of their own that are no register. */
const kinds: Readonly<Record<string, { readonly table: 'plan' | 'campaign'; readonly page: string }>> = {
  'ke-hoach': { table: 'plan', page: '/ke-hoach' },
  dot: { table: 'campaign', page: '/lich/ngay-le' },
};

/** `path` is the kind as it stands in the address; records of other kinds have no page of their own. */
export const createSubject = (
  workbook: Workbook,
  names: (id: string) => string | undefined,
  path: Accessor<string>,
  id: Accessor<string>,
): Subject => {
  const register = createMemo(() => registerAt(path()));
  const kind = () => kinds[path()];
  const table = (): TableName => register()?.table ?? kind()?.table ?? (path() === 'so-lieu' ? 'reading' : 'activity');
  const activity = workbook.activity(() => (table() === 'activity' ? id() : ''));
  const readings = workbook.list('reading');
  const reading = () => readings()?.find((one) => one.id === id());
  const rows = createMemo(() => {
    const of = register();
    return of && workbook.list<RegisterName>(of.table)();
  });
  const row = () => rows()?.find((one) => one.id === id());
  const others = createMemo(() => {
    const of = kind();
    return of && workbook.list<'plan' | 'campaign'>(of.table)();
  });
  const other = () => others()?.find((one) => one.id === id());
  const rowTitle = () => {
    const fields: Readonly<Record<string, unknown>> = { ...row()?.fields };
    const title = fields[register()?.title ?? ''];
    return typeof title === 'string' ? title : undefined;
  };
  const measure = () => id().split('~')[0] ?? '';
  return {
    table,
    isKnown: () => {
      if (kind()) return others() !== undefined;
      if (table() === 'activity') return activity() !== undefined;
      return (register() ? rows() : readings()) !== undefined;
    },
    // Of a record that this phone no longer shows, the own unit's work is the place to ask.
    scope: () =>
      activity()?.scope ?? reading()?.scope ?? row()?.scope ?? other()?.scope ?? scopeOf(workbook.me().unit, 'work'),
    title: () =>
      activity()?.fields.title ??
      rowTitle() ??
      (kind() && names(id())) ??
      [names(measure()), reading() && periodWords(reading()?.fields.period ?? '')].filter(Boolean).join(' · '),
    page: () => {
      const of = kind();
      if (of) return `${of.page}/${id()}`;
      if (table() === 'activity') return `/hoat-dong/${id()}`;
      return register() ? `/so/${path()}/${id()}` : `/chi-tieu/${measure()}`;
    },
    state: () => activity()?.state ?? reading()?.state ?? row()?.state ?? other()?.state,
  };
};
