/** The form of a merger, as it is typed and as it is sent. */
import type { FieldProblem } from '#domain/problem.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { readText } from '#domain/typed-text.ts';
import type { UnitMerger } from '#client/state/administration.ts';

export interface MergerForm {
  /** The units that end. */
  readonly units: readonly string[];
  readonly into: 'new' | 'known';
  readonly name: string;
  readonly kind: string;
  readonly code: string;
  /** One or none. */
  readonly parent: readonly string[];
  /** The one that is there and carries on; one or none. */
  readonly known: readonly string[];
  readonly from: string;
}

export interface ReadMergerForm {
  /** `undefined` while something is wrong. */
  readonly merger: UnitMerger | undefined;
  readonly problems: readonly FieldProblem[];
}

const MAX_NAME = 160;
const MAX_CODE = 20;

const readNew = ({ name, kind, code, parent }: MergerForm, problems: FieldProblem[]): UnitMerger['into'] => {
  const [read, readCode] = [readText(name, { max: MAX_NAME }), readText(code, { max: MAX_CODE })];
  if (read.value === '') problems.push({ field: 'name', problem: { code: 'field/required' } });
  else if (read.problem) problems.push({ field: 'name', problem: read.problem });
  if (readCode.problem) problems.push({ field: 'code', problem: readCode.problem });
  const [above] = parent;
  return {
    name: read.value,
    kind,
    ...(readCode.value !== '' && { officialCode: readCode.value }),
    ...(above !== undefined && { parent: above }),
  };
};

export const readMergerForm = (form: MergerForm): ReadMergerForm => {
  const problems: FieldProblem[] = [];
  if (form.units.length === 0) problems.push({ field: 'units', problem: { code: 'field/required' } });
  const [known] = form.known;
  const into = form.into === 'new' ? readNew(form, problems) : known;
  if (into === undefined) problems.push({ field: 'known', problem: { code: 'field/required' } });
  const from = parseDate(form.from);
  if (!from.ok) problems.push({ field: 'from', problem: from.problem });
  if (problems.length > 0 || into === undefined || !from.ok) return { merger: undefined, problems };
  return { merger: { units: form.units, into, from: from.value }, problems };
};
