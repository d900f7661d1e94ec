/**
 * The form as it is typed, and as it is read.
 *
 * - What is typed stays as it is typed, whatever is wrong with it; `readForm` finds everything wrong at once.
 * - A draft is this form, sealed; it is read field by field when it comes back, for another version may have written it.
 * The file is long because the form, its draft and its reading change together.
 */
import { checkActivity, type ActivityFields } from '#domain/activity-rules.ts';
import { addDays, formatDate } from '#domain/dates.ts';
import { parseDate } from '#domain/typed-dates.ts';
import { editableNumber } from '#domain/numbers.ts';
import { parseCount } from '#domain/typed-numbers.ts';
import type { FieldProblem, Problem } from '#domain/problem.ts';
import { MAX_NARRATIVE, type Activity } from '#domain/records/activity.ts';
import { readText, type TypedText } from '#domain/typed-text.ts';

export interface ActivityForm {
  readonly type: string;
  readonly day: 'today' | 'yesterday' | 'pick';
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly female: string;
  readonly male: string;
  readonly unrecorded: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly agency: string;
  readonly title: string;
  readonly topics: readonly string[];
  readonly audience: string;
  readonly minority: string;
  readonly attendances: string;
  readonly cost: string;
  readonly costSource: string;
  readonly narrative: string;
  readonly partners: readonly string[];
  readonly tasks: readonly string[];
  readonly measures: readonly string[];
  readonly campaigns: readonly string[];
}

export const emptyForm = (agency: string): ActivityForm => ({
  type: '',
  day: 'today',
  from: '',
  to: '',
  place: '',
  female: '',
  male: '',
  unrecorded: '',
  outputs: {},
  agency,
  title: '',
  topics: [],
  audience: '',
  minority: '',
  attendances: '',
  cost: '',
  costSource: '',
  narrative: '',
  partners: [],
  tasks: [],
  measures: [],
  campaigns: [],
});

const typed = (value: number | undefined): string => (value === undefined ? '' : editableNumber(value));

export const formOf = (activity: Activity): ActivityForm => ({
  type: activity.type,
  day: 'pick',
  from: formatDate(activity.from),
  to: activity.to === activity.from ? '' : formatDate(activity.to),
  place: activity.place ?? '',
  female: typed(activity.female),
  male: typed(activity.male),
  unrecorded: typed(activity.unrecorded),
  outputs: Object.fromEntries(Object.entries(activity.outputs).map(([code, n]) => [code, typed(n)])),
  agency: activity.agency,
  title: activity.title,
  topics: Object.keys(activity.topics),
  audience: activity.audience ?? '',
  minority: typed(activity.minority),
  attendances: typed(activity.attendances),
  cost: typed(activity.cost),
  costSource: activity.costSource ?? '',
  narrative: activity.narrative ?? '',
  partners: Object.keys(activity.partners),
  tasks: Object.keys(activity.tasks),
  measures: Object.keys(activity.measures),
  campaigns: Object.keys(activity.campaigns),
});

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** The draft that came back; what it lacks or what cannot be read is empty. `undefined` when it is no draft at all. */
export const parseDraft = (draft: unknown): ActivityForm | undefined => {
  if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return undefined;
  const kept = new Map<string, unknown>(Object.entries(draft));
  const text = (name: keyof ActivityForm): string => {
    const value = kept.get(name);
    return typeof value === 'string' ? value : '';
  };
  const words = (name: keyof ActivityForm): readonly string[] => {
    const value = kept.get(name);
    return isWords(value) ? value : [];
  };
  const outputs = Object.entries(kept.get('outputs') ?? {}).flatMap(([code, value]: [string, unknown]) =>
    typeof value === 'string' ? [[code, value] as const] : [],
  );
  const day = text('day');
  return {
    type: text('type'),
    day: day === 'yesterday' || day === 'pick' ? day : 'today',
    from: text('from'),
    to: text('to'),
    place: text('place'),
    female: text('female'),
    male: text('male'),
    unrecorded: text('unrecorded'),
    outputs: Object.fromEntries(outputs),
    agency: text('agency'),
    title: text('title'),
    topics: words('topics'),
    audience: text('audience'),
    minority: text('minority'),
    attendances: text('attendances'),
    cost: text('cost'),
    costSource: text('costSource'),
    narrative: text('narrative'),
    partners: words('partners'),
    tasks: words('tasks'),
    measures: words('measures'),
    campaigns: words('campaigns'),
  };
};

/** The days that the chips and fields say, as far as they can be read. */
export const daysOfForm = (form: ActivityForm, today: string) => {
  if (form.day !== 'pick') {
    const day = form.day === 'today' ? today : addDays(today, -1);
    return { from: { ok: true, value: day }, to: { ok: true, value: day } } as const;
  }
  const from = parseDate(form.from);
  return { from, to: form.to.trim() === '' ? from : parseDate(form.to) };
};

const countFields = ['female', 'male', 'unrecorded', 'minority', 'attendances', 'cost'] as const;
/** Each with its longest. */
const texts = { title: 200, place: 200, audience: 200, costSource: 200, narrative: MAX_NARRATIVE } as const;
type TextName = keyof typeof texts;
const textFields = ['place', 'audience', 'costSource', 'narrative'] as const;

const textOf = (form: ActivityForm, name: TextName): TypedText =>
  readText(form[name], { max: texts[name], lines: name === 'narrative' });

/** What was taken out of a text, or looks wrong in it: said beside its field, and in nobody's way. */
export const toldOf = (form: ActivityForm, name: string): readonly Problem[] => {
  const known = (['title', ...textFields] as const).find((one) => one === name);
  return known === undefined ? [] : textOf(form, known).told;
};
const setFields = ['topics', 'partners', 'tasks', 'measures', 'campaigns'] as const;
const peopleFields: readonly string[] = ['female', 'male', 'unrecorded'];

const setOf = (names: readonly string[]): Readonly<Record<string, true>> =>
  Object.fromEntries(names.map((name) => [name, true] as const));

export interface ReadForm {
  readonly activity: Activity | undefined;
  readonly problems: readonly FieldProblem[];
}

interface ReadOptions {
  readonly today: string;
  readonly suggestedTitle: string;
  /** What the form does not show and therefore keeps. */
  readonly attachments: Activity['attachments'];
}

export const readForm = (form: ActivityForm, options: ReadOptions): ReadForm => {
  const problems: FieldProblem[] = [];
  const fields: Record<string, unknown> = {
    type: form.type || undefined,
    agency: form.agency || undefined,
    title: textOf(form, 'title').value || options.suggestedTitle || undefined,
  };
  const days = daysOfForm(form, options.today);
  for (const name of ['from', 'to'] as const) {
    const day = days[name];
    if (day.ok) fields[name] = day.value;
    else if (name === 'from' || form.to.trim() !== '') problems.push({ field: name, problem: day.problem });
  }
  for (const name of countFields) {
    if (form[name].trim() === '') continue;
    const count = parseCount(form[name]);
    if (count.ok) fields[name] = count.value;
    else problems.push({ field: name, problem: count.problem });
  }
  for (const name of textFields) {
    const { value, problem } = textOf(form, name);
    if (value !== '') fields[name] = value;
    if (problem) problems.push({ field: name, problem });
  }
  for (const name of setFields) fields[name] = setOf(form[name]);

  const outputs: Record<string, number> = {};
  for (const [code, text] of Object.entries(form.outputs)) {
    if (text.trim() === '') continue;
    const count = parseCount(text);
    if (!count.ok) problems.push({ field: `outputs/${code}`, problem: count.problem });
    else if (count.value > 0) outputs[code] = count.value;
  }

  const draft: ActivityFields = { ...fields, outputs, attachments: options.attachments };
  const peopleUnread = problems.some(({ field }) => peopleFields.includes(field));
  for (const found of checkActivity(draft, options.today)) {
    const isKnown = problems.some(({ field }) => field === found.field);
    const isGuess = found.field === 'minority' && peopleUnread;
    const isSameDay = found.field === 'to' && form.to.trim() === '';
    // A name is suggested as soon as the type is there; asking for both would ask twice.
    const isFollowing = found.field === 'title' && form.type === '' && form.title.trim() === '';
    if (!isKnown && !isGuess && !isSameDay && !isFollowing) problems.push(found);
  }
  return { activity: problems.length === 0 ? wholeOf(draft) : undefined, problems };
};

/** The rules found nothing missing; what they require is there. */
const wholeOf = (draft: ActivityFields): Activity | undefined => {
  const { title, type, from, to, agency, outputs, topics, partners, tasks, measures, campaigns, attachments } = draft;
  if (title === undefined || type === undefined || from === undefined || to === undefined || agency === undefined)
    return undefined;
  const present = Object.entries(draft).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(present),
    title,
    type,
    from,
    to,
    agency,
    outputs: outputs ?? {},
    topics: topics ?? {},
    partners: partners ?? {},
    tasks: tasks ?? {},
    measures: measures ?? {},
    campaigns: campaigns ?? {},
    attachments: attachments ?? {},
  };
};

/** The fields' order on the screen, for the summary of errors. */
const order = [
  'type',
  'from',
  'to',
  'place',
  'female',
  'male',
  'unrecorded',
  'outputs',
  'agency',
  'title',
  'audience',
  'minority',
  'attendances',
  'cost',
  'costSource',
  'narrative',
];

export const inScreenOrder = (problems: readonly FieldProblem[]): readonly FieldProblem[] => {
  const place = ({ field }: FieldProblem) => {
    const index = order.indexOf(field.split('/')[0] ?? '');
    return index < 0 ? order.length : index;
  };
  return [...problems].sort((a, b) => place(a) - place(b));
};
