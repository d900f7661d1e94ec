/** In which order lists of choices stand: the same on every phone, whatever order the records came in. */
import type { LocalDate } from '#domain/dates.ts';
import { asOn } from '#domain/held.ts';
import type { Saved } from './workbook.ts';

interface Ordered {
  readonly fields: { readonly order: string };
}

/** As the plan prints them. */
export const inPrintedOrder = <T extends Ordered>(records: readonly T[]): readonly T[] =>
  [...records].sort((a, b) => (a.fields.order < b.fields.order ? -1 : Number(a.fields.order > b.fields.order)));

/** By the day on which they begin, from 01/01. */
export const campaignsByDay = (campaigns: readonly Saved<'campaign'>[]): readonly Saved<'campaign'>[] =>
  [...campaigns].sort(
    (a, b) => a.fields.from.localeCompare(b.fields.from) || a.fields.name.localeCompare(b.fields.name, 'vi'),
  );

/** The People's Committee leads the work, so it stands first; then by name. */
const isCommittee = (name: string): boolean => /^(?:UBND|Uỷ ban nhân dân|Ủy ban nhân dân)/iu.test(name);

/** As they are called on the day. */
export const agenciesByName = (agencies: readonly Saved<'agency'>[], day: LocalDate): readonly Saved<'agency'>[] =>
  agencies
    .map((agency) => ({ ...agency, fields: asOn(agency.fields, day) }))
    .sort(
      ({ fields: a }, { fields: b }) =>
        Number(isCommittee(b.name)) - Number(isCommittee(a.name)) || a.name.localeCompare(b.name, 'vi'),
    );
