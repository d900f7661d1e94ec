/**
 * The form for a reading, as it is typed and as it is read. Which fields it has follows from the measure (reading-asks.ts).
 *
 * - What is typed stays as it is typed; `readReading` finds everything wrong at once, and what is only strange.
 * - What is strange is passed with a reason: without one it stands among the problems.
 */
import type { LocalDate } from '#domain/dates.ts';
import { figureOf, type Figure } from '#domain/figures.ts';
import { editableNumber } from '#domain/numbers.ts';
import { parseCount, parseFigure } from '#domain/typed-numbers.ts';
import { readText } from '#domain/typed-text.ts';
import type { FieldProblem } from '#domain/problem.ts';
import { checkReading } from '#domain/reading-rules.ts';
import { checkBegun, readingWarnings } from '#domain/reading-warnings.ts';
import type { ReadingFields } from '#domain/reading-nothing.ts';
import type { Measure, Reading } from '#domain/records/measure.ts';
import type { Result } from '#domain/result.ts';
import {
  amountNames,
  asksBodies,
  asksDenominator,
  asksWhole,
  groupsAsked,
  isGroup,
  type AmountName,
  type Group,
} from './reading-asks.ts';

/** Lines of one text each, and their longest. */
export const texts = { source: 300, evidence: 500, outlier: 300, note: 1_000 } as const;
export type TextName = keyof typeof texts;
/** Of a name on a list. */
const LONGEST_NAME = 160;
const textNames = ['source', 'evidence', 'outlier', 'note'] as const satisfies readonly TextName[];

export type ReadingForm = Readonly<Record<AmountName | TextName, string>> & {
  readonly period: string;
  /** How many meet each of the measure's conditions, in their order. */
  readonly conditions: readonly string[];
  /** One name a line. */
  readonly bodies: string;
  readonly done: '' | 'yes' | 'no';
  readonly nothing: boolean;
  readonly activities: readonly string[];
  readonly documents: readonly string[];
};

export const emptyReading = (period: string): ReadingForm => ({
  period,
  numerator: '',
  denominator: '',
  femaleNumerator: '',
  femaleDenominator: '',
  maleNumerator: '',
  maleDenominator: '',
  minorityNumerator: '',
  minorityDenominator: '',
  minorityFemaleNumerator: '',
  minorityFemaleDenominator: '',
  minorityMaleNumerator: '',
  minorityMaleDenominator: '',
  conditions: [],
  bodies: '',
  done: '',
  nothing: false,
  source: '',
  evidence: '',
  outlier: '',
  note: '',
  activities: [],
  documents: [],
});

const typed = (value: number | undefined): string => (value === undefined ? '' : editableNumber(value));

const amountOf = (reading: Reading, name: AmountName): number | undefined => {
  if (name === 'numerator' || name === 'denominator') return reading[name];
  const isWhole = name.endsWith('Denominator');
  const group = name.slice(0, -(isWhole ? 'Denominator' : 'Numerator').length);
  return isGroup(group) ? reading[group]?.[isWhole ? 'denominator' : 'numerator'] : undefined;
};

export const readingFormOf = (reading: Reading): ReadingForm => ({
  ...emptyReading(reading.period),
  ...Object.fromEntries(amountNames.map((name) => [name, typed(amountOf(reading, name))])),
  conditions: (reading.conditions ?? []).map(typed),
  bodies: (reading.bodies ?? []).join('\n'),
  done: reading.done === undefined ? '' : reading.done ? 'yes' : 'no',
  nothing: reading.nothing ?? false,
  ...Object.fromEntries(textNames.map((name) => [name, reading[name] ?? ''])),
  activities: Object.keys(reading.activities),
  documents: Object.keys(reading.documents),
});

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
  /** All that keeps it from being saved. */
  readonly problems: readonly FieldProblem[];
  /** What is strange, by field; passed by a reason. */
  readonly warnings: readonly FieldProblem[];
  /** What was taken out of a text, or looks wrong in it; none of it stops a save. */
  readonly told: readonly FieldProblem[];
  readonly figure: Figure;
}

/** What is known beside the form. */
export interface Known {
  readonly today?: LocalDate;
  /** What was said last time, of a period of the same length. */
  readonly before?: ReadingFields | undefined;
}

/** The control under which a problem of a register is told. */
export const controlOf = (register: string): string => {
  if (isGroup(register)) return `${register}Numerator`;
  return register === 'conditions' ? 'conditions-0' : register;
};

/** Whether a control is one of a register's: `conditions-1` of `conditions`, `femaleNumerator` of `female`. */
const isOf = (control: string, register: string): boolean =>
  [register, `${register}Numerator`, `${register}Denominator`].includes(control) || control.startsWith(`${register}-`);

const setOf = (ids: readonly string[]): Readonly<Record<string, true>> =>
  Object.fromEntries(ids.map((id) => [id, true] as const));

export const readReading = (measure: Measure, form: ReadingForm, known: Known = {}): ReadReading => {
  const unread: FieldProblem[] = [];
  const number = (name: string, text: string): number | undefined => {
    if (form.nothing || text.trim() === '') return undefined;
    const read = name.startsWith('conditions') ? parseCount(text) : parseAmount(measure, text);
    if (read.ok) return read.value;
    unread.push({ field: name, problem: read.problem });
    return undefined;
  };
  const amount = (name: AmountName) => number(name, form[name]);
  const part = (group: Group) => {
    if (!groupsAsked(measure).includes(group)) return undefined;
    const numerator = amount(`${group}Numerator`);
    const denominator = asksDenominator(measure) ? amount(`${group}Denominator`) : undefined;
    if (numerator !== undefined) return denominator === undefined ? { numerator } : { numerator, denominator };
    // A whole without its part would be dropped: it is asked for.
    if (denominator !== undefined) unread.push({ field: `${group}Numerator`, problem: { code: 'field/required' } });
    return undefined;
  };
  const conditions = (measure.conditions ?? []).map((_, index) =>
    number(`conditions-${String(index)}`, form.conditions[index] ?? ''),
  );
  const counted = conditions.filter((met) => met !== undefined);
  const bodies = asksBodies(measure) && !form.nothing ? linesOf(form.bodies) : [];
  const isLong = bodies.some((name) => name.length > LONGEST_NAME);
  if (isLong) unread.push({ field: 'bodies', problem: { code: 'field/too-long', max: LONGEST_NAME } });
  const isYesNo = measure.kind === 'yes-no' && !form.nothing && form.done !== '';
  const said = Object.fromEntries(textNames.map((name) => [name, readText(form[name], { max: texts[name] })] as const));
  const kept = (name: TextName) => said[name]?.value || undefined;
  const fields: ReadingFields = {
    period: form.period,
    numerator: asksWhole(measure) ? amount('numerator') : undefined,
    denominator: asksWhole(measure) && asksDenominator(measure) ? amount('denominator') : undefined,
    female: part('female'),
    male: part('male'),
    minority: part('minority'),
    minorityFemale: part('minorityFemale'),
    minorityMale: part('minorityMale'),
    conditions: counted.length > 0 ? counted : undefined,
    bodies: bodies.length > 0 ? [...bodies] : undefined,
    done: isYesNo ? form.done === 'yes' : undefined,
    nothing: form.nothing || undefined,
    source: kept('source'),
    evidence: kept('evidence'),
    outlier: kept('outlier'),
    note: kept('note'),
    activities: setOf(form.activities),
    documents: setOf(form.documents),
  };

  const problems = [...unread];
  const begun = known.today === undefined || form.period === '' ? undefined : checkBegun(form.period, known.today);
  for (const found of [...checkReading(measure, fields), ...(begun ? [{ field: 'period', problem: begun }] : [])]) {
    if (!problems.some(({ field }) => isOf(field, found.field)))
      problems.push({ field: controlOf(found.field), problem: found.problem });
  }
  for (const name of textNames) {
    const problem = said[name]?.problem;
    if (problem) problems.push({ field: name, problem });
  }
  const warnings = readingWarnings(fields, known.before).map(({ field, problem }) => ({
    field: asksWhole(measure) ? field : `female${field === 'numerator' ? 'Numerator' : 'Denominator'}`,
    problem,
  }));
  const [strange] = fields.outlier === undefined ? warnings : [];
  if (strange && problems.length === 0) problems.push({ field: 'outlier', problem: strange.problem });
  const told = textNames.flatMap((name) => (said[name]?.told ?? []).map((problem) => ({ field: name, problem })));
  return { fields, problems, warnings, told, figure: figureOf(measure, withoutAbsent(fields)) };
};

const linesOf = (typedLines: string): readonly string[] =>
  typedLines
    .split('\n')
    .map((line) => readText(line, { max: LONGEST_NAME }).value)
    .filter((line) => line !== '');

type Said = Partial<Omit<Reading, 'measure' | 'unit' | 'agency' | 'period' | 'activities' | 'documents'>>;

const withoutAbsent = (fields: ReadingFields): Said => {
  const { measure: _measure, unit: _unit, agency: _agency, period: _period, ...rest } = fields;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
};

/** The record that the form says, under its natural key. A check that stands on the reading is kept: it speaks for itself. */
export const recordOfReading = (
  fields: ReadingFields,
  key: Pick<Reading, 'measure' | 'unit' | 'agency' | 'period'>,
  before?: Pick<Reading, 'checked'>,
): Reading => ({
  activities: {},
  documents: {},
  ...withoutAbsent(fields),
  ...(before?.checked !== undefined && { checked: before.checked }),
  ...key,
});
