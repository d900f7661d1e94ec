/** How a record of a plan is called in a list: what it says, and a second line of what else there is to know. */
import { formatDate, formatPartialDate } from '#domain/dates.ts';
import type { Saved } from '#client/state/workbook.ts';
import { targetWords, targetYears } from '#client/texts/measure-words.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { daysWords, monthDayWords } from '#client/texts/words.ts';

export interface PartWords {
  readonly words: string;
  readonly note: string;
}

const joined = (...words: readonly (string | undefined)[]): string => words.filter(Boolean).join(' · ');
const numbered = (number: string | undefined, words: string): string => [number, words].filter(Boolean).join('. ');

const agenciesOf = (agencies: Saved<'task'>['fields']['agencies']): string =>
  (agencies ?? []).map((one) => `${one.agency} (${s().agencyRoles[one.role]})`).join(', ');

export const basisWords = ({ fields }: Saved<'basis'>): PartWords => ({
  words: joined(fields.number, fields.subject) || s().planEdit.unnamed,
  note: joined(s().basisRelations[fields.relation], fields.date && formatPartialDate(fields.date), fields.issuer),
});

export const objectiveWords = ({ fields }: Saved<'objective'>): PartWords => ({
  words: numbered(fields.number, fields.title),
  note: '',
});

export const indicatorWords = ({ fields }: Saved<'indicator'>): PartWords => ({
  words: numbered(fields.number, fields.text),
  note: agenciesOf(fields.agencies),
});

export const measureWords = ({ fields }: Saved<'measure'>): PartWords => ({
  words: fields.title,
  note: joined(s().planEdit.choices.measureKinds[fields.kind], s().sources[fields.source]),
});

export const targetLine = (target: Saved<'target'>, measure: Saved<'measure'>): PartWords => ({
  words:
    target.fields.value === undefined && target.fields.awaits !== undefined
      ? s().planEdit.choices.awaits[target.fields.awaits]
      : joined(targetWords(target.fields, measure.fields), targetYears(target.fields)),
  note: '',
});

const windowOf = ({ fields: { from, to } }: Saved<'task'>): string => {
  if (from !== undefined && to !== undefined) return daysWords(from, to);
  return from !== undefined || to !== undefined ? formatDate(from ?? to ?? '') : '';
};

export const taskWords = (task: Saved<'task'>): PartWords => ({
  words: task.fields.text,
  note: joined(
    t().section(task.fields.section),
    t().recurrences[task.fields.recurrence],
    windowOf(task),
    agenciesOf(task.fields.agencies),
  ),
});

export const ruleWords = ({ fields }: Saved<'rule'>): PartWords => ({
  words: joined(fields.what ?? t().ruleKinds[fields.kind], t().reaches[fields.reach]),
  note: joined(
    t().ruleLine(fields.from, fields.to),
    fields.rule === 'none' || fields.monthDay === undefined
      ? s().plan.noDate
      : t().today[fields.rule](monthDayWords(fields.monthDay)),
  ),
});

export const campaignWords = ({ fields }: Saved<'campaign'>): PartWords => ({
  words: fields.name,
  note: s().plan.campaignDays(monthDayWords(fields.from), monthDayWords(fields.to)),
});
