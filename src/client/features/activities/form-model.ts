/**
 * The form as it is typed, and as it is read.
 *
 * - What is typed stays as it is typed, whatever is wrong with it; `readForm` finds everything wrong at once.
 * - A draft is this form, sealed; it is parsed when it comes back, for it may have been written by another version.
 */
import * as v from 'valibot';
import { checkActivity, type ActivityFields } from '#domain/activity-rules.ts';
import { addDays, formatDate, parseDate } from '#domain/dates.ts';
import { editableNumber, parseCount } from '#domain/numbers.ts';
import type { FieldProblem } from '#domain/problem.ts';
import type { Activity } from '#domain/records/activity.ts';

const Words = v.array(v.string());

export const ActivityForm = v.object({
  type: v.string(),
  day: v.picklist(['today', 'yesterday', 'pick']),
  from: v.string(),
  to: v.string(),
  place: v.string(),
  female: v.string(),
  male: v.string(),
  unrecorded: v.string(),
  outputs: v.record(v.string(), v.string()),
  agency: v.string(),
  title: v.string(),
  topics: Words,
  audience: v.string(),
  minority: v.string(),
  attendances: v.string(),
  cost: v.string(),
  costSource: v.string(),
  narrative: v.string(),
  partners: Words,
  tasks: Words,
  measures: Words,
  campaigns: Words,
});
export type ActivityForm = v.InferOutput<typeof ActivityForm>;

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

/** The draft that came back, or nothing when it cannot be read any more. */
export const parseDraft = (draft: unknown): ActivityForm | undefined => {
  const parsed = v.safeParse(ActivityForm, draft);
  return parsed.success ? parsed.output : undefined;
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
const textFields = ['place', 'audience', 'costSource', 'narrative'] as const;
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
    title: form.title.trim() || options.suggestedTitle || undefined,
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
    const words = form[name].normalize('NFC').trim();
    if (words !== '') fields[name] = words;
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
    if (!isKnown && !isGuess && !isSameDay) problems.push(found);
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
