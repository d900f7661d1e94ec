/**
 * What a row of a register must be before it is saved: all problems of a form at once, and the same on the server.
 *
 * - The steps of one thing follow each other in time; a step whose day is not known says nothing.
 * - Of a budget no step is larger than the one before it, unless the reason is written down.
 * - A person's name stands only where that person agreed to it.
 * - People of ethnic minorities are among the people, and a telephone number can be dialled.
 */
import { budgetSteps } from './budget-sums.ts';
import { beside, checkFields, checkPlausible, firstOfEach } from './check-fields.ts';
import type { LocalDate } from './dates.ts';
import { peopleTotal, type People } from './people.ts';
import type { FieldProblem } from './problem.ts';
import { registerTables } from './records/registers.ts';
import type { RegisterName } from './register-names.ts';
import { localDate, type Table } from './table.ts';

type Given = Readonly<Record<string, unknown>>;
type Rule = (fields: Given) => readonly FieldProblem[];

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** "2024" is neither before nor after "2024-05". */
const isBefore = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
};

const fromTo: Rule = ({ from, to }) => {
  const [first, last] = [textOf(from), textOf(to)];
  return first !== undefined && last !== undefined && last < first
    ? beside('to', { code: 'activity/ends-before-start' })
    : [];
};

/** Days, whole or partial, of steps that follow each other: each at or after the last one before it that is known. */
const inOrder =
  (...fields: readonly string[]): Rule =>
  (given) =>
    fields.flatMap((field, index) => {
      const day = textOf(given[field]);
      const than = fields
        .slice(0, index)
        .map((earlier) => textOf(given[earlier]))
        .findLast((earlier) => earlier !== undefined);
      return day !== undefined && than !== undefined && isBefore(day, than)
        ? beside(field, { code: 'register/too-early', than })
        : [];
    });

const minority: Rule = (given) => {
  const people: People = {
    female: numberOf(given['female']),
    male: numberOf(given['male']),
    unrecorded: numberOf(given['unrecorded']),
  };
  const total = peopleTotal(people);
  return (numberOf(given['minority']) ?? 0) > total
    ? beside('minority', { code: 'activity/minority-exceeds-total', total })
    : [];
};

const needs =
  (field: string, needed: string): Rule =>
  (given) =>
    given[field] !== undefined && given[needed] === undefined ? beside(needed, { code: 'field/required' }) : [];

const consent: Rule = ({ person, consent: agreed }) =>
  textOf(person) !== undefined && agreed !== true ? beside('consent', { code: 'register/consent-missing' }) : [];

/** As it is printed: digits in groups, several numbers apart by a comma, a stroke or a semicolon. */
const PHONE = /^(?=(?:\D*\d){3})[\d\s+().,;/-]+$/u;

const dialled: Rule = ({ phone }) => {
  const typed = textOf(phone);
  return typed === undefined || PHONE.test(typed) ? [] : beside('phone', { code: 'register/not-a-phone' });
};

const amounts: Rule = (given) => {
  if (textOf(given['reason']) !== undefined) return [];
  return budgetSteps.flatMap((step, index) => {
    const amount = numberOf(given[step]);
    const before = budgetSteps
      .slice(0, index)
      .map((earlier) => numberOf(given[earlier]))
      .findLast((earlier) => earlier !== undefined);
    return amount !== undefined && before !== undefined && amount > before
      ? beside(step, { code: 'register/exceeds-step-before', before })
      : [];
  });
};

const rules: Readonly<Record<RegisterName, readonly Rule[]>> = {
  model: [inOrder('founded', 'ended'), minority, needs('meetings', 'countedIn')],
  refuge: [inOrder('founded', 'ended'), dialled],
  hotline: [inOrder('founded', 'ended'), dialled],
  inspection: [fromTo, inOrder('from', 'followUpBy'), inOrder('from', 'followedUpOn')],
  training: [fromTo, minority],
  commendation: [inOrder('proposedOn', 'decidedOn'), consent],
  difficulty: [inOrder('raisedOn', 'answeredOn'), needs('answeredOn', 'answer')],
  document: [],
  'committee-member': [fromTo, consent, dialled],
  'budget-line': [inOrder('estimatedOn', 'appraisedOn', 'approvedOn', 'settledOn'), amounts],
};

/** `today` asks as well whether whole days are plausible. */
export const checkRegister = (name: RegisterName, fields: object, today?: LocalDate): readonly FieldProblem[] => {
  const table: Table = registerTables[name];
  const given: Given = { ...fields };
  const found = [...checkFields(table, given), ...rules[name].flatMap((rule) => rule(given))];
  if (today === undefined) return firstOfEach(found);
  const days = Object.entries(table.single).filter(([, schema]) => schema === localDate);
  const plausible = days.flatMap(([field]) => beside(field, checkPlausible(textOf(given[field]), today)));
  return firstOfEach([...found, ...plausible]);
};
