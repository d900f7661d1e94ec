/** The form of a list of units, as it is typed and as it is sent. */
import type { FieldProblem } from '#domain/problem.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { readText } from '#domain/typed-text.ts';
import type { SentUnitList } from '#client/state/administration.ts';
import type { ListFile } from './list-file.ts';

export interface ListForm {
  readonly source: string;
  readonly dated: string;
  readonly from: string;
  readonly under: readonly string[];
}

export interface ReadListForm {
  /** `undefined` while something is wrong. */
  readonly sent: SentUnitList | undefined;
  /** By the fields' names; the file is `file`. */
  readonly problems: readonly FieldProblem[];
}

const MAX_SOURCE = 300;

export const readListForm = (form: ListForm, file: ListFile | undefined): ReadListForm => {
  const problems: FieldProblem[] = [];
  const source = readText(form.source, { max: MAX_SOURCE });
  if (source.value === '') problems.push({ field: 'source', problem: { code: 'field/required' } });
  else if (source.problem) problems.push({ field: 'source', problem: source.problem });
  const dated = parseDate(form.dated);
  if (!dated.ok) problems.push({ field: 'dated', problem: dated.problem });
  const from = form.from.trim() === '' ? undefined : parseDate(form.from);
  if (from && !from.ok) problems.push({ field: 'from', problem: from.problem });
  const [under] = form.under;
  if (under === undefined) problems.push({ field: 'under', problem: { code: 'field/required' } });
  if (file === undefined) problems.push({ field: 'file', problem: { code: 'field/required' } });
  if (problems.length > 0 || !dated.ok || under === undefined || file === undefined)
    return { sent: undefined, problems };
  const sent = {
    under,
    source: source.value,
    dated: dated.value,
    ...(from?.ok && { from: from.value }),
    format: file.format,
    list: file.text,
  };
  return { sent, problems };
};
