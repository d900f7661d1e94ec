/** The form for a reading, as it is typed and as it is read. Which fields it has follows from the measure. */
import { checkField } from '#domain/field-checks.ts';
import { figureOf, type Figure } from '#domain/figures.ts';
import { editableNumber } from '#domain/numbers.ts';
import { parseCount, parseFigure } from '#domain/typed-numbers.ts';
import type { FieldProblem } from '#domain/problem.ts';
import { checkReading } from '#domain/reading-rules.ts';
import type { ReadingFields } from '#domain/reading-nothing.ts';
import { readingTable, type Measure, type Reading } from '#domain/records/measure.ts';
import type { Result } from '#domain/result.ts';

export interface ReadingForm {
  readonly period: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly femaleNumerator: string;
  readonly femaleDenominator: string;
  readonly maleNumerator: string;
  readonly maleDenominator: string;
  readonly done: '' | 'yes' | 'no';
  readonly nothing: boolean;
  readonly source: string;
  readonly note: string;
}

export const emptyReading = (period: string): ReadingForm => ({
  period,
  numerator: '',
  denominator: '',
  femaleNumerator: '',
  femaleDenominator: '',
  maleNumerator: '',
  maleDenominator: '',
  done: '',
  nothing: false,
  source: '',
  note: '',
});

const typed = (value: number | undefined): string => (value === undefined ? '' : editableNumber(value));

export const readingFormOf = (reading: Reading): ReadingForm => ({
  period: reading.period,
  numerator: typed(reading.numerator),
  denominator: typed(reading.denominator),
  femaleNumerator: typed(reading.female?.numerator),
  femaleDenominator: typed(reading.female?.denominator),
  maleNumerator: typed(reading.male?.numerator),
  maleDenominator: typed(reading.male?.denominator),
  done: reading.done === undefined ? '' : reading.done ? 'yes' : 'no',
  nothing: reading.nothing ?? false,
  source: reading.source ?? '',
  note: reading.note ?? '',
});

export const asksWhole = (measure: Measure): boolean => measure.kind !== 'both-sexes' && measure.kind !== 'yes-no';
export const asksDenominator = (measure: Measure): boolean =>
  measure.kind !== 'count' && (measure.kind !== 'direction' || measure.denominator !== undefined);
export const asksSexes = (measure: Measure): boolean => measure.kind === 'both-sexes' || measure.splitBy === 'sex';

/** The year, its halves and quarters, and the year before; newest first. */
export const periodsAround = (year: number): readonly string[] => {
  const parts = ['', '-H1', '-H2', '-Q1', '-Q2', '-Q3', '-Q4'];
  return [...parts.map((part) => `${String(year)}${part}`), ...parts.map((part) => `${String(year - 1)}${part}`)];
};

/** Where decimals are as usual as thousands, hours or rates, 1.500 is asked about and never guessed. */
const mayBeDecimal: ReadonlySet<Measure['kind']> = new Set(['multiple', 'direction']);

/** Elsewhere people and things are counted, so 1.234 is read as a count; 12,5 is a figure. */
const parseAmount = ({ kind, denominator }: Measure, text: string): Result<number> => {
  const count = parseCount(text);
  const isCount = count.ok && (!mayBeDecimal.has(kind) || (kind === 'direction' && denominator !== undefined));
  return isCount ? count : parseFigure(text);
};

export interface ReadReading {
  readonly fields: ReadingFields;
  readonly problems: readonly FieldProblem[];
  readonly figure: Figure;
}

type AmountName = 'numerator' | 'denominator' | `${'female' | 'male'}${'Numerator' | 'Denominator'}`;

export const readReading = (measure: Measure, form: ReadingForm): ReadReading => {
  const problems: FieldProblem[] = [];
  const amount = (name: AmountName): number | undefined => {
    if (form.nothing || form[name].trim() === '') return undefined;
    const read = parseAmount(measure, form[name]);
    if (read.ok) return read.value;
    problems.push({ field: name, problem: read.problem });
    return undefined;
  };
  const part = (sex: 'female' | 'male') => {
    const numerator = amount(`${sex}Numerator`);
    const denominator = amount(`${sex}Denominator`);
    if (numerator === undefined) return undefined;
    return denominator === undefined ? { numerator } : { numerator, denominator };
  };
  const words = (text: string) => text.normalize('NFC').trim() || undefined;
  const isYesNo = measure.kind === 'yes-no' && !form.nothing && form.done !== '';
  const fields: ReadingFields = {
    period: form.period,
    numerator: asksWhole(measure) ? amount('numerator') : undefined,
    denominator: asksWhole(measure) && asksDenominator(measure) ? amount('denominator') : undefined,
    female: asksSexes(measure) ? part('female') : undefined,
    male: asksSexes(measure) ? part('male') : undefined,
    done: isYesNo ? form.done === 'yes' : undefined,
    nothing: form.nothing || undefined,
    source: words(form.source),
    note: words(form.note),
  };
  for (const found of checkReading(measure, fields)) {
    const shownAt = found.field === 'female' || found.field === 'male' ? `${found.field}Numerator` : found.field;
    if (!problems.some((known) => known.field.startsWith(found.field)))
      problems.push({ field: shownAt, problem: found.problem });
  }
  for (const name of ['source', 'note'] as const) {
    const value = fields[name];
    const problem = value === undefined ? undefined : checkField(readingTable.single[name], value);
    if (problem) problems.push({ field: name, problem });
  }
  return { fields, problems, figure: figureOf(measure, withoutAbsent(fields)) };
};

type Amounts = Partial<Pick<Reading, 'numerator' | 'denominator' | 'female' | 'male' | 'nothing' | 'done'>>;

const withoutAbsent = ({ numerator, denominator, female, male, nothing, done }: ReadingFields): Amounts => ({
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
  ...(female !== undefined && { female }),
  ...(male !== undefined && { male }),
  ...(nothing !== undefined && { nothing }),
  ...(done !== undefined && { done }),
});

/** The record that the form says, under its natural key. */
export const recordOfReading = (
  fields: ReadingFields,
  key: Pick<Reading, 'measure' | 'unit' | 'agency' | 'period'>,
): Reading => ({
  ...withoutAbsent(fields),
  ...(fields.source !== undefined && { source: fields.source }),
  ...(fields.note !== undefined && { note: fields.note }),
  ...key,
});
