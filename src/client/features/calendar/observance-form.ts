/** What stands in an observance's form and what is read from it; everything wrong is found at once, nothing typed is changed. */
import { formatDate } from '#domain/dates.ts';
import { readField } from '#domain/field-checks.ts';
import { checkPlanPart } from '#domain/plan-rules.ts';
import type { FieldProblem } from '#domain/problem.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import type { Result } from '#domain/result.ts';
import type { Schema } from '#domain/table.ts';
import { firstTables } from '#domain/tables.ts';
import { parseMonthDay, parseYear } from '#domain/typed-dates.ts';

export const observanceFields = [
  'theme',
  'slogans',
  'name',
  'kind',
  'from',
  'to',
  'aliases',
  'fromYear',
  'toYear',
] as const;
export type ObservanceField = (typeof observanceFields)[number];
export type ObservanceTyped = Readonly<Record<ObservanceField, string>>;

const year = (value: number | undefined): string => (value === undefined ? '' : String(value));

/** Of a new one, what it begins with. */
export const typedOf = (campaign: Campaign | undefined, ofYear: number): ObservanceTyped => {
  const theme = campaign?.themes[String(ofYear)];
  return {
    theme: theme?.theme ?? '',
    slogans: (theme?.slogans ?? []).join('\n'),
    name: campaign?.name ?? '',
    kind: campaign?.kind ?? 'day',
    from: campaign === undefined ? '' : formatDate(campaign.from),
    to: campaign === undefined ? '' : formatDate(campaign.to),
    aliases: (campaign?.aliases ?? []).join('\n'),
    fromYear: year(campaign?.fromYear),
    toYear: year(campaign?.toYear),
  };
};

/** The draft that came back; what it lacks is as in `start`. */
export const typedInDraft = (start: ObservanceTyped, kept: unknown): ObservanceTyped | undefined => {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const values: Readonly<Record<string, unknown>> = { ...kept };
  const valueOf = (field: ObservanceField): string => {
    const value = values[field];
    return typeof value === 'string' ? value : start[field];
  };
  return {
    theme: valueOf('theme'),
    slogans: valueOf('slogans'),
    name: valueOf('name'),
    kind: valueOf('kind'),
    from: valueOf('from'),
    to: valueOf('to'),
    aliases: valueOf('aliases'),
    fromYear: valueOf('fromYear'),
    toYear: valueOf('toYear'),
  };
};

const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const { single, sets } = firstTables.campaign;

interface Reading {
  readonly fields: Record<string, unknown>;
  readonly problems: FieldProblem[];
}

const put = ({ fields, problems }: Reading, field: string, read: Result<unknown>): void => {
  if (read.ok) fields[field] = read.value;
  else problems.push({ field, problem: read.problem });
};

/** Read as what it is, then by the table's own schema, as the server will. */
const checked = (schema: Schema, read: Result<unknown>): Result<unknown> =>
  read.ok ? readField(schema, read.value) : read;

const readDefinition = (typed: ObservanceTyped, reading: Reading): void => {
  put(reading, 'name', readField(single.name, typed.name));
  put(reading, 'kind', readField(single.kind, typed.kind));
  put(reading, 'from', checked(single.from, parseMonthDay(typed.from)));
  // A single day is written once.
  put(reading, 'to', checked(single.to, parseMonthDay(typed.to.trim() === '' ? typed.from : typed.to)));
  const aliases = linesOf(typed.aliases);
  if (aliases.length > 0) put(reading, 'aliases', readField(single.aliases, aliases));
  for (const field of ['fromYear', 'toYear'] as const)
    if (typed[field].trim() !== '') put(reading, field, checked(single[field], parseYear(typed[field])));
};

/** No theme, no slogans: slogans alone are no theme of a year. */
const readTheme = (typed: ObservanceTyped, { problems }: Reading): unknown => {
  const slogans = linesOf(typed.slogans);
  if (typed.theme.trim() === '' && slogans.length === 0) return undefined;
  const read = readField(sets.themes, { theme: typed.theme, ...(slogans.length > 0 && { slogans }) });
  if (!read.ok) {
    problems.push({ field: 'theme', problem: read.problem });
    return undefined;
  }
  return read.value;
};

export interface ReadObservance {
  readonly record: Campaign | undefined;
  readonly problems: readonly FieldProblem[];
}

/** `before` is the record that the form began from, or that a new one begins with. */
export const readObservance = (typed: ObservanceTyped, before: Campaign, ofYear: number): ReadObservance => {
  const reading: Reading = { fields: {}, problems: [] };
  readDefinition(typed, reading);
  const theme = readTheme(typed, reading);
  if (reading.problems.length > 0) return { record: undefined, problems: reading.problems };
  const { aliases: _aliases, fromYear: _from, toYear: _to, ...rest } = before;
  const { [String(ofYear)]: _theme, ...otherThemes } = before.themes;
  // Every field was read by the table's own schema.
  const record = {
    ...rest,
    ...reading.fields,
    themes: { ...otherThemes, ...(theme !== undefined && { [String(ofYear)]: theme }) },
  } as Campaign;
  const problems = checkPlanPart('campaign', record);
  return { record: problems.length === 0 ? record : undefined, problems };
};
