/** One activity, many places that count it: once in each, whole in each, whatever order or links. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLinked } from '#domain/campaigns.ts';
import { tallyOf } from '#domain/cadence.ts';
import { campaignsCounting, measuresCounting } from '#domain/counted-once.ts';
import { addDays } from '#domain/dates.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import { cadence } from './samples.ts';

const year = { from: '2024-01-01', to: '2024-12-31' };
const afterwards = '2025-02-01';
const outputCodes = ['news-item', 'article', 'broadcast', 'leaflet'] as const;
const taskIds = ['t1', 't2', 't3'] as const;

const window = (name: string, from: string, to: string): { id: string; fields: Campaign } => ({
  id: name,
  fields: { name, from, to, kind: 'other', order: 'a', themes: {}, checklist: {}, ticked: {} },
});
const campaigns = [window('month', '11-15', '12-15'), window('day', '11-25', '11-25'), window('tet', '12-20', '01-10')];
const measures = [
  { id: 'monthly', fields: cadence('month') },
  { id: 'quarterly', fields: cadence('quarter') },
  { id: 'aired', fields: cadence('quarter', ['broadcast']) },
  { id: 'twice named', fields: cadence('year', ['news-item', 'news-item']) },
];

const logs = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[a-z]{1,4}$/u),
      day: fc.integer({ min: 0, max: 365 }),
      length: fc.integer({ min: 0, max: 40 }),
      outputs: fc.dictionary(fc.constantFrom(...outputCodes), fc.integer({ min: 1, max: 9 }), {
        noNullPrototype: true,
      }),
      measures: fc.subarray(measures.map(({ id }) => id)),
      campaigns: fc.subarray(campaigns.map(({ id }) => id)),
      tasks: fc.subarray([...taskIds]),
    })
    .map(({ day, length, ...rest }) => {
      const from = addDays('2024-01-01', day);
      return { ...rest, from, to: addDays(from, length) };
    }),
  { selector: ({ id }) => id, maxLength: 12 },
);

const countedIds = (tally: ReturnType<typeof tallyOf>) =>
  tally.periods.flatMap(({ counted }) => counted.map(({ id }) => id));

describe('An activity', () => {
  test('counts at most once in each measure, campaign and task, and takes nothing from any other', () => {
    fc.assert(
      fc.property(logs, fc.infiniteStream(fc.nat()), (log, salt) => {
        // The same log, each activity twice, in any order.
        const again = [...log, ...log]
          .map((one) => [salt.next().value as number, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        for (const measure of measures) {
          const tally = tallyOf(measure, undefined, again, year, afterwards);
          const ids = countedIds(tally);
          expect(new Set(ids).size).toBe(ids.length);
          // Alone or beside other measures, with links or without, the figure is the log's own.
          const asked = new Set<string>(measure.fields.cadence?.outputs ?? []);
          const own = log
            .filter(({ to }) => to <= year.to)
            .flatMap(({ outputs }) => Object.entries(outputs).filter(([code]) => asked.has(code)))
            .reduce((sum, [, amount]) => sum + amount, 0);
          expect(tally.periods.reduce((sum, { total }) => sum + total, 0)).toBe(own);
        }
        for (const activity of log) {
          const inCampaigns = campaignsCounting(activity, campaigns).map(({ campaign }) => campaign.id);
          expect(new Set(inCampaigns).size).toBe(inCampaigns.length);
          const inMeasures = measuresCounting(activity, measures).map(({ measure }) => measure.id);
          expect(new Set(inMeasures).size).toBe(inMeasures.length);
        }
        for (const task of taskIds) {
          const linked = again.filter(({ tasks }) => isLinked(tasks, task)).map(({ id }) => id);
          expect(new Set(linked).size).toBe(log.filter(({ tasks }) => tasks.includes(task)).length);
        }
      }),
    );
  });

  test('says of itself just what each measure says of it', () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const measure of measures) {
          const tally = tallyOf(measure, undefined, log, year, afterwards);
          const told = log.flatMap((activity) =>
            activity.to > year.to
              ? []
              : measuresCounting(activity, [measure]).map((one) => ({ ...one, id: activity.id })),
          );
          const counted = tally.periods.flatMap(({ period, counted: list }) =>
            list.map(({ id, amount }) => ({ id, period, amount })),
          );
          const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
          expect(told.map(({ id, period, amount }) => ({ id, period, amount })).toSorted(byId)).toEqual(
            counted.toSorted(byId),
          );
        }
      }),
    );
  });

  test('that is one item aired three times is one item, or three broadcasts', () => {
    const item = { id: 'a', ...year, outputs: { 'news-item': 1, broadcast: 3 }, measures: {}, campaigns: {} };
    const amounts = measuresCounting(item, measures).map(({ measure, amount }) => [measure.id, amount]);
    expect(amounts).toEqual([
      ['monthly', 1],
      ['quarterly', 1],
      ['aired', 3],
      ['twice named', 1],
    ]);
  });

  test('is in a campaign once, though its date and a link both lead there', () => {
    const activity = { from: '2024-11-25', to: '2024-11-25', campaigns: { month: true, day: true } };
    expect(campaignsCounting(activity, campaigns).map(({ campaign }) => campaign.id)).toEqual(['month', 'day']);
  });
});
