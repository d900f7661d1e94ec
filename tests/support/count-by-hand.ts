/**
 * The app's totals counted a second time, from what `npm run admin -- export-json` gives out and from nothing else: it imports
 * nothing of the app, and knows the records only as they are documented in README.md. It is naive on purpose: loops, no cleverness.
 *
 * What it says, for the commune's officer on the sample's day: which campaign runs and what was done in it, which reports are
 * due, which news is missing, which tasks nobody has begun, the figure of every measure, and what was done for every task.
 */
import * as v from 'valibot';

const Document = v.object({
  records: v.array(
    v.object({ scope: v.string(), table: v.string(), id: v.string(), fields: v.record(v.string(), v.unknown()) }),
  ),
});

const Kept = v.record(v.string(), v.unknown());
const Activity = v.object({
  from: v.string(),
  to: v.string(),
  female: v.optional(v.number(), 0),
  male: v.optional(v.number(), 0),
  unrecorded: v.optional(v.number(), 0),
  attendances: v.optional(v.number(), 0),
  outputs: v.record(v.string(), v.number()),
  tasks: Kept,
  campaigns: Kept,
});
const Part = v.optional(v.object({ numerator: v.number(), denominator: v.number() }));
const Reading = v.object({
  measure: v.string(),
  unit: v.string(),
  agency: v.string(),
  period: v.string(),
  numerator: v.optional(v.number()),
  denominator: v.optional(v.number()),
  female: Part,
  male: Part,
  nothing: v.optional(v.boolean(), false),
  done: v.optional(v.boolean()),
});
const Measure = v.object({
  plan: v.string(),
  indicator: v.string(),
  kind: v.string(),
  source: v.string(),
  per: v.optional(v.number()),
  guarded: v.optional(v.boolean(), false),
  cadence: v.optional(v.object({ every: v.string(), outputs: v.array(v.string()) })),
});
const Target = v.object({
  measure: v.string(),
  value: v.optional(v.number()),
  byYear: v.optional(v.number()),
  fromYear: v.optional(v.number()),
});
const Indicator = v.object({
  agencies: v.optional(v.array(v.object({ role: v.string(), kind: v.optional(v.string()) })), []),
});
const Agency = v.object({ unit: v.string(), kind: v.optional(v.string()) });
const Campaign = v.object({ name: v.string(), from: v.string(), to: v.string() });
const Rule = v.object({ plan: v.string(), rule: v.string(), monthDay: v.optional(v.string()) });
const Task = v.object({
  plan: v.string(),
  recurrence: v.string(),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
});
const Plan = v.object({ from: v.string(), to: v.string() });
const Unit = v.object({ sample: v.optional(v.boolean()), today: v.optional(v.string()) });

export interface RunningCampaign {
  readonly name: string;
  readonly activities: number;
  readonly attendances: number;
  readonly people: number;
  readonly female: number;
}

/** `counts`: numerator and denominator, where they are told; `value` unrounded. */
export type HandFigure =
  | { readonly is: 'none' }
  | { readonly is: 'done'; readonly done: boolean }
  | { readonly is: 'news'; readonly amount: number; readonly need: number | undefined }
  | { readonly is: 'figure'; readonly value: number; readonly counts: readonly [number, number] | undefined };

export interface HandTask {
  readonly done: number;
  readonly running: number;
  readonly planned: number;
  /** Of the half-year or year in which today lies, or of the window. */
  readonly inTurn: { readonly done: number; readonly need: number } | undefined;
  readonly isOpen: boolean;
}

const OWN = 'sample-commune';

export const countByHand = (text: string) => {
  const { records } = v.parse(Document, JSON.parse(text));
  const kept = <S extends v.GenericSchema>(table: string, schema: S) =>
    records
      .filter((record) => record.table === table)
      .map(({ id, scope, fields }) => ({ id, scope, fields: v.parse(schema, fields) }));
  const flat = <T extends object>(list: readonly { id: string; scope: string; fields: T }[]) =>
    list.map(({ id, scope, fields }) => ({ ...fields, id, scope }));
  const activities = flat(kept('activity', Activity)).filter(({ scope }) => scope === `${OWN}/work`);
  const readings = flat(kept('reading', Reading));
  const measures = flat(kept('measure', Measure));
  const targets = flat(kept('target', Target));
  const indicators = flat(kept('indicator', Indicator));
  const agencies = flat(kept('agency', Agency));
  const campaigns = flat(kept('campaign', Campaign));
  const rules = flat(kept('rule', Rule));
  const tasks = flat(kept('task', Task));
  const plans = flat(kept('plan', Plan));
  const today = flat(kept('unit', Unit)).find(({ sample }) => sample === true)?.today ?? '';
  const year = today.slice(0, 4);

  const peopleOf = (one: { female: number; male: number; unrecorded: number }) =>
    one.female + one.male + one.unrecorded;

  const runningCampaigns = (): readonly RunningCampaign[] => {
    const found: RunningCampaign[] = [];
    for (const campaign of campaigns) {
      const [from, to] = [`${year}-${campaign.from}`, `${year}-${campaign.to}`];
      if (today < from || today > to) continue;
      const sums = { name: campaign.name, activities: 0, attendances: 0, people: 0, female: 0 };
      for (const one of activities) {
        const isWithin = one.from <= to && one.to >= from;
        const isLinked = campaign.id in one.campaigns && one.from.startsWith(year);
        if (one.from > today || (!isWithin && !isLinked)) continue;
        sums.activities += 1;
        sums.people += peopleOf(one);
        sums.attendances += Math.max(one.attendances, peopleOf(one));
        sums.female += one.female;
      }
      found.push(sums);
    }
    return found;
  };

  /** The last days in time of this year's dated reports of the own plan. */
  const lastDays = (): readonly string[] => {
    const days: string[] = [];
    for (const rule of rules) {
      if (!rule.plan.startsWith('001') || rule.monthDay === undefined) continue;
      const day = new Date(`${year}-${rule.monthDay}T00:00:00Z`);
      if (rule.rule === 'before') day.setUTCDate(day.getUTCDate() - 1);
      days.push(day.toISOString().slice(0, 10));
    }
    return days;
  };

  const monthsOfTurn: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
  /** The number of the month, quarter or half-year in which a day of this year lies, from 0. */
  const turnOf = (day: string, every: string): number =>
    Math.floor((Number(day.slice(5, 7)) - 1) / (monthsOfTurn[every] ?? 12));

  const newsIn = (turn: number, cadence: { every: string; outputs: readonly string[] }): number => {
    let sum = 0;
    for (const one of activities) {
      if (one.to > today || !one.to.startsWith(year) || turnOf(one.to, cadence.every) !== turn) continue;
      for (const output of cadence.outputs) sum += one.outputs[output] ?? 0;
    }
    return sum;
  };

  const targetNow = (measure: string): number | undefined => {
    const own = targets.filter((target) => target.measure === measure && (target.fromYear ?? 0) <= Number(year));
    const ahead = own
      .filter(({ byYear }) => byYear !== undefined && byYear >= Number(year))
      .sort((a, b) => (a.byYear ?? 0) - (b.byYear ?? 0));
    return (ahead[0] ?? own.find(({ byYear }) => byYear === undefined) ?? own.at(-1))?.value;
  };

  /** The last day of "2024", "2024-H1", "2024-Q3" or "2024-10". */
  const endOf = (period: string): string => {
    const part = period.slice(5);
    const number = Number(part.replace(/\D/gu, ''));
    const month = part === '' ? 12 : part.startsWith('H') ? number * 6 : part.startsWith('Q') ? number * 3 : number;
    return `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-31`;
  };

  const add = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : a + b;

  const figureOf = (id: string): HandFigure => {
    const measure = measures.find((one) => one.id === id);
    if (measure === undefined || measure.guarded || measure.kind === 'pointer') return { is: 'none' };
    if (measure.cadence !== undefined && measure.kind === 'cadence') {
      const amount = newsIn(turnOf(today, measure.cadence.every), measure.cadence);
      return { is: 'news', amount, need: targetNow(id) };
    }
    const own = readings.filter((one) => one.measure === id && one.unit === OWN && one.period.slice(0, 4) <= year);
    const latest = own
      .map(({ period }) => period)
      .sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
      .at(-1);
    const entered = own.filter(({ period }) => period === latest);
    const leading = (indicators.find((one) => one.id === measure.indicator)?.agencies ?? [])
      .filter(({ role }) => role === 'lead')
      .map(({ kind }) => kind);
    const speaks = (agency: string): boolean => {
      const kind = agencies.find((one) => one.id === agency)?.kind;
      return kind === 'peoples-committee' || (kind !== undefined && leading.includes(kind));
    };
    const spoken = entered.filter(({ agency }) => speaks(agency));
    const said = (spoken.length > 0 ? spoken : entered).filter(({ nothing }) => !nothing);
    if (said.length === 0) return { is: 'none' };
    if (measure.kind === 'yes-no') return { is: 'done', done: said.every(({ done }) => done === true) };
    let [numerator, denominator]: (number | undefined)[] = [0, 0];
    let isSplit = false;
    for (const one of said) {
      isSplit ||= one.numerator === undefined;
      numerator = add(numerator, one.numerator ?? add(one.female?.numerator, one.male?.numerator));
      denominator = add(denominator, one.denominator ?? add(one.female?.denominator, one.male?.denominator));
    }
    if (numerator === undefined) return { is: 'none' };
    if (denominator === undefined) return { is: 'figure', value: numerator, counts: undefined };
    const per = measure.per ?? (measure.kind === 'multiple' ? 1 : 100);
    return {
      is: 'figure',
      value: (numerator * per) / denominator,
      counts: isSplit ? undefined : [numerator, denominator],
    };
  };

  const figures = measures.map(({ id, source }) => ({ id, source, figure: figureOf(id) }));

  /** News that its target in force still misses in the running month or quarter. */
  const missing = () =>
    figures.flatMap(({ id, figure }) =>
      figure.is === 'news' && figure.need !== undefined && figure.amount < figure.need
        ? [{ id, amount: figure.amount, need: figure.need }]
        : [],
    );

  const handTasks = (plan: string): ReadonlyMap<string, HandTask> => {
    const period = plans.find(({ id }) => id === plan) ?? { from: '', to: '' };
    const found = new Map<string, HandTask>();
    for (const task of tasks) {
      if (task.plan !== plan) continue;
      const linked = activities.filter((one) => task.id in one.tasks && one.from <= period.to && one.to >= period.from);
      const done = linked.filter(({ to }) => to <= today);
      const { recurrence } = task;
      const returns = recurrence in monthsOfTurn;
      const asks = returns || recurrence === 'once' || recurrence === 'window';
      const inTurn = returns ? done.filter(({ to }) => turnOf(to, recurrence) === turnOf(today, recurrence)) : done;
      found.set(task.id, {
        done: done.length,
        running: linked.filter(({ from, to }) => from <= today && to > today).length,
        planned: linked.filter(({ from }) => from > today).length,
        inTurn: asks ? { done: inTurn.length, need: 1 } : undefined,
        isOpen: (task.from ?? '') <= today && (task.to ?? '9') >= today,
      });
    }
    return found;
  };

  /** Tasks that may be done today and have nothing, not even something planned. */
  const withoutActivity = (plan: string): readonly string[] =>
    [...handTasks(plan)]
      .filter(([, { done, running, planned, isOpen }]) => isOpen && done + running + planned === 0)
      .map(([id]) => id);

  /** For a calendar: how many activities touch each day, by day. */
  const activitiesByDay = (month: string): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    const [inYear = 0, number = 0] = month.split('-').map(Number);
    const days = new Date(Date.UTC(inYear, number, 0)).getUTCDate();
    for (let day = 1; day <= days; day += 1) {
      const date = `${month}-${String(day).padStart(2, '0')}`;
      const count = activities.filter(({ from, to }) => from <= date && date <= to).length;
      if (count > 0) found.set(date, count);
    }
    return found;
  };

  return { today, runningCampaigns, lastDays, missing, figures, handTasks, withoutActivity, activitiesByDay };
};
