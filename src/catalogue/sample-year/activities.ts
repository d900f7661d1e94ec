/** The activities of the sample's year: series spread over their months, and deeds on their days, in the order of their days. */
import { addDays, weekdayOf, type LocalDate } from '#domain/dates.ts';
import { peopleTotal } from '#domain/people.ts';
import type { Activity } from '#domain/records/activity.ts';
import { createChance, type Chance } from './chance.ts';
import type { Deed, MadeActivity, Series, Span } from './deed.ts';
import { keptDays } from './deeds-kept-days.ts';
import { officeDeeds } from './deeds-office.ts';
import { series } from './series.ts';

const SEED = 2024;
const SUNDAY = 7;

/** A working day of the month, the nth of `count`, so that a month's meetings do not heap up. */
const dayIn = (month: number, nth: number, count: number, chance: Chance): LocalDate => {
  const first = `2024-${String(month).padStart(2, '0')}-01`;
  const day = addDays(first, Math.min(27, Math.floor(((nth + 0.5) / count) * 27) + chance.between(0, 2)));
  return weekdayOf(day) === SUNDAY ? addDays(day, -1) : day;
};

const inTurn = (list: readonly [string, ...string[]], turn: number): string => list[turn % list.length] ?? list[0];

const deedsOf = (one: Series, chance: Chance): readonly Deed[] => {
  const { titles, places, months, ...told } = one;
  let turn = 0;
  return months.flatMap((count, index) =>
    Array.from({ length: count }, (_, nth): Deed => {
      const deed = {
        ...told,
        title: inTurn(titles, turn),
        place: inTurn(places, turn),
        from: dayIn(index + 1, nth, count, chance),
      };
      turn += 1;
      return deed;
    }),
  );
};

const present = (ids: readonly string[]): Readonly<Record<string, true>> =>
  Object.fromEntries(ids.map((id) => [id, true] as const));

const fieldsOf = (deed: Deed, chance: Chance): Activity => {
  const number = (span: Span | undefined): number | undefined => span && chance.between(...span);
  const outputs = Object.entries(deed.outputs ?? {}).map(([code, span]) => [code, chance.between(...span)] as const);
  const people = { female: number(deed.female), male: number(deed.male), unrecorded: number(deed.unrecorded) };
  const total = peopleTotal(people);
  const minority = deed.minority && Math.floor((total * chance.between(...deed.minority)) / 100);
  const times = number(deed.times);
  const cost = number(deed.cost);
  const single = {
    title: deed.title,
    type: deed.type,
    from: deed.from,
    to: deed.to ?? deed.from,
    agency: `sample-agency-${deed.agency}`,
    ...(deed.place !== undefined && { place: deed.place }),
    ...(deed.audience !== undefined && { audience: deed.audience }),
    ...(people.female !== undefined && { female: people.female }),
    ...(people.male !== undefined && { male: people.male }),
    ...(people.unrecorded !== undefined && people.unrecorded > 0 && { unrecorded: people.unrecorded }),
    ...(minority !== undefined && { minority }),
    ...(times !== undefined && times > 1 && { attendances: total * times }),
    ...(cost !== undefined && { cost: cost * 1_000, costSource: 'Ngân sách xã' }),
    ...(deed.narrative !== undefined && { narrative: deed.narrative }),
  };
  return {
    ...single,
    outputs: Object.fromEntries(outputs),
    topics: present(deed.topics),
    partners: present(deed.partners ?? []),
    tasks: present(deed.tasks.map((key) => `001.task.${key}`)),
    measures: present((deed.measures ?? []).map((key) => `001.measure.${key}`)),
    campaigns: present((deed.campaigns ?? []).map((key) => `001.campaign.${key}`)),
    attachments: {},
  };
};

const byDay = (a: Deed, b: Deed): number => (a.from < b.from ? -1 : Number(a.from > b.from));

export const yearActivities = (): readonly MadeActivity[] => {
  const chance = createChance(SEED);
  const deeds = [...series.flatMap((one) => deedsOf(one, chance)), ...keptDays, ...officeDeeds].sort(byDay);
  return deeds.map((deed, index) => ({
    id: `year.activity.${String(index + 1).padStart(3, '0')}`,
    fields: fieldsOf(deed, chance),
  }));
};
