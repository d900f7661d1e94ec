/**
 * The names of what records point at: people, agencies, plans, measures, tasks, campaigns. One map for all, kept live.
 * An agency is called as it was on the day that is asked for, today where none is.
 */
import { createMemo } from 'solid-js';
import type { LocalDate } from '#domain/dates.ts';
import { asOn } from '#domain/held.ts';
import type { Workbook } from './workbook.ts';

export const createNames = (workbook: Workbook): ((id: string, day?: LocalDate) => string | undefined) => {
  const people = workbook.list('person');
  const agencies = workbook.list('agency');
  const measures = workbook.list('measure');
  const tasks = workbook.list('task');
  const campaigns = workbook.list('campaign');
  const plans = workbook.list('plan');
  const names = createMemo(
    () =>
      new Map([
        ...(plans() ?? []).map(({ id, fields }) => [id, fields.title] as const),
        ...(tasks() ?? []).map(({ id, fields }) => [id, fields.text] as const),
        ...(measures() ?? []).map(({ id, fields }) => [id, fields.title] as const),
        ...(campaigns() ?? []).map(({ id, fields }) => [id, fields.name] as const),
        ...(people() ?? []).map(({ id, fields }) => [id, fields.name] as const),
      ]),
  );
  const agencyById = createMemo(() => new Map((agencies() ?? []).map(({ id, fields }) => [id, fields] as const)));
  return (id, day) => {
    const agency = agencyById().get(id);
    return agency === undefined ? names().get(id) : asOn(agency, day ?? workbook.today()).name;
  };
};
