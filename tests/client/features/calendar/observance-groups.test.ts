import { describe, expect, test } from 'vitest';
import type { Observance } from '#catalogue/observances.ts';
import { observances } from '#catalogue/observances.ts';
import type { Campaign } from '#domain/records/campaign.ts';
import type { Plan } from '#domain/records/plan.ts';
import type { Scope } from '#domain/scope.ts';
import type { Saved } from '#client/state/workbook.ts';
import {
  observanceGroups,
  observancesWithin,
  type ObservanceSources,
} from '#client/features/calendar/observance-groups.ts';
import { checklistOf, ownChange, ownId, ownRecord } from '#client/features/calendar/own-observance.ts';

const WORK: Scope = 'xa/work';
const ABOVE: Scope = 'tinh/issued';
const day: Observance = {
  code: 'girls-day',
  vi: 'Ngày Quốc tế Trẻ em gái',
  en: 'International Day of the Girl',
  from: '10-11',
  to: '10-11',
  kind: 'day',
  sure: false,
};
const aCampaign = (id: string, fields: Partial<Campaign> = {}, scope: Scope = WORK): Saved<'campaign'> => ({
  scope,
  table: 'campaign',
  id,
  state: 'sent',
  fields: {
    name: id,
    from: '10-11',
    to: '10-11',
    kind: 'day',
    order: 'a',
    themes: {},
    checklist: {},
    ticked: {},
    ...fields,
  },
});
const aPlan = (id: string, year: number, fields: Partial<Plan> = {}, scope: Scope = WORK): Saved<'plan'> => ({
  scope,
  table: 'plan',
  id,
  state: 'sent',
  fields: {
    kind: 'plan',
    title: id,
    issuer: 'UBND',
    from: `${String(year)}-01-01`,
    to: `${String(year)}-12-31`,
    complete: true,
    parents: {},
    governing: {},
    ...fields,
  },
});
const sources = (fields: Partial<ObservanceSources>): ObservanceSources => ({
  campaigns: [],
  plans: [],
  ready: [day],
  unit: 'xa',
  language: 'vi',
  ...fields,
});
const only = (fields: Partial<ObservanceSources>, year = 2024) => observanceGroups(sources(fields), year);

describe('An observance', () => {
  test('of the catalogue is there before anybody has written it down, with its other names', () => {
    const groups = observanceGroups(sources({ ready: observances }), 2024);
    expect(groups).toHaveLength(observances.length);
    const month = groups.find(({ key }) => key === 'action-month');
    expect(month).toMatchObject({ source: 'catalogue', own: undefined });
    expect(month?.shown.aliases).toHaveLength(5);
  });

  test('is one, however often it is written down: by the unit, above, and in the catalogue', () => {
    const campaigns = [
      aCampaign('own', { observance: 'girls-day' }),
      aCampaign('above', { observance: 'girls-day' }, ABOVE),
    ];
    const [group, ...rest] = only({ campaigns });
    expect(rest).toEqual([]);
    expect(group).toMatchObject({ source: 'own', ready: day });
    expect([group?.own?.id, group?.others.map(({ id }) => id)]).toEqual(['own', ['above']]);
  });

  test('without a code is the same as what it was copied from, through several years', () => {
    const campaigns = [
      aCampaign('of-2025', { copiedFrom: `${WORK}~of-2024` }),
      aCampaign('of-2024', { copiedFrom: `${ABOVE}~issued` }),
      aCampaign('issued', {}, ABOVE),
      aCampaign('another'),
    ];
    expect(only({ campaigns, ready: [] }).map(({ key }) => key)).toEqual(['another', 'issued']);
  });

  test('is shown as the plan of the year says, else as the unit says, else as it is said above', () => {
    const plans = [aPlan('p2023', 2023), aPlan('p2024', 2024)];
    const campaigns = [
      aCampaign('in-2023', { plan: 'p2023', observance: 'girls-day' }),
      aCampaign('in-2024', { plan: 'p2024', observance: 'girls-day' }),
      aCampaign('alone', { observance: 'girls-day' }),
      aCampaign('above', { observance: 'girls-day' }, ABOVE),
    ];
    const shown = (year: number, without: readonly string[] = []) =>
      only({ plans, campaigns: campaigns.filter(({ id }) => !without.includes(id)) }, year)[0]?.shown.name;
    expect([2023, 2024, 2025].map((year) => shown(year))).toEqual(['in-2023', 'in-2024', 'alone']);
    expect(shown(2025, ['alone'])).toBe('in-2024');
    expect(shown(2025, ['alone', 'in-2023', 'in-2024'])).toBe('above');
  });

  test('of a plan that is still being copied is not shown', () => {
    const plans = [aPlan('half', 2024, { complete: false })];
    expect(only({ plans, ready: [], campaigns: [aCampaign('c', { plan: 'half' })] })).toEqual([]);
  });

  test('over New Year is found from both years, each time once', () => {
    const campaigns = [aCampaign('tet', { from: '12-20', to: '01-10' })];
    const held = (year: number) =>
      observancesWithin(sources({ campaigns, ready: [] }), {
        from: `${String(year)}-01-01`,
        to: `${String(year)}-12-31`,
      });
    expect(held(2025).map(({ occurrence }) => occurrence.from)).toEqual(['2024-12-20', '2025-12-20']);
  });
});

describe('The own record of an observance', () => {
  const above = aCampaign(
    'above',
    { name: 'Tuần lễ Áo dài', checklist: { '1': { text: 'Treo băng rôn', order: 'a' } }, ticked: { '2024~1': true } },
    ABOVE,
  );
  const [group] = only({ campaigns: [above], ready: [] });

  test('begins as the level above has it, with its checklist and nothing done of it', () => {
    if (group === undefined) throw new Error('no group');
    expect(ownRecord(group)).toMatchObject({ name: 'Tuần lễ Áo dài', copiedFrom: 'tinh/issued~above', ticked: {} });
    expect(checklistOf(ownRecord(group), 2024)).toEqual([{ id: '1', text: 'Treo băng rôn', order: 'a', done: false }]);
  });

  test('is made by the first word that is written, under an id that two officers share', () => {
    if (group === undefined) throw new Error('no group');
    const change = ownChange(group, 'xa', { 'ticked/2024~1': true });
    expect(change.id).toBe(ownId(group, 'xa'));
    expect(change.values).toMatchObject({ $c: true, name: 'Tuần lễ Áo dài', 'ticked/2024~1': true });
    const own = aCampaign('own', { copiedFrom: 'tinh/issued~above' });
    const [both] = only({ campaigns: [above, own], ready: [] });
    if (both === undefined) throw new Error('no group');
    expect(ownChange(both, 'xa', { 'ticked/2024~1': true })).toEqual({
      table: 'campaign',
      id: 'own',
      values: { 'ticked/2024~1': true },
    });
  });

  test('keeps what is ticked apart for each year, and the list in its order', () => {
    const campaign = aCampaign('c', {
      checklist: { b: { text: 'Hai', order: 'b' }, a: { text: 'Một', order: 'a' } },
      ticked: { '2024~a': true },
    }).fields;
    expect(checklistOf(campaign, 2024).map(({ text, done }) => [text, done])).toEqual([
      ['Một', true],
      ['Hai', false],
    ]);
    expect(checklistOf(campaign, 2025).every(({ done }) => !done)).toBe(true);
  });
});
