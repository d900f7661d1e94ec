/** The names of what records point at: people, agencies, plans, measures, tasks, campaigns. One map for all, kept live. */
import { createMemo } from 'solid-js';
import type { Workbook } from './workbook.ts';

export const createNames = (workbook: Workbook): ((id: string) => string | undefined) => {
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
        ...(agencies() ?? []).map(({ id, fields }) => [id, fields.name] as const),
        ...(people() ?? []).map(({ id, fields }) => [id, fields.name] as const),
      ]),
  );
  return (id) => names().get(id);
};
