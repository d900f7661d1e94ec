/** The form of an activity offers each campaign once, whatever plans it stands in, and the near ones first. */
import { describe, expect, test } from 'vitest';
import type { Campaign } from '#domain/records/campaign.ts';
import type { Plan } from '#domain/records/plan.ts';
import type { Saved } from '#client/state/workbook.ts';
import { campaignsToLink, countedOnce } from '#client/features/activities/campaigns-once.ts';

const aPlan = (id: string, year: number): Saved<'plan'> => ({
  scope: 'xa/work',
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
  } satisfies Plan,
});
const aCampaign = (id: string, from: string, to: string, more: Partial<Campaign> = {}): Saved<'campaign'> => ({
  scope: 'xa/work',
  table: 'campaign',
  id,
  state: 'sent',
  fields: { name: id, from, to, kind: 'day', order: 'a', themes: {}, checklist: {}, ticked: {}, ...more },
});
const actionMonth = { observance: 'action-month' };
const known = {
  plans: [aPlan('p23', 2023), aPlan('p24', 2024)],
  campaigns: [
    aCampaign('month-2023', '11-15', '12-15', { plan: 'p23', ...actionMonth }),
    aCampaign('month-2024', '11-15', '12-15', { plan: 'p24', ...actionMonth }),
    aCampaign('october', '10-20', '10-20', { plan: 'p24' }),
    aCampaign('march', '03-08', '03-08', { plan: 'p24' }),
    aCampaign('election', '05-23', '05-23', { plan: 'p24', fromYear: 2021, toYear: 2021 }),
  ],
  unit: 'xa',
};
const on = (day: string, linked: readonly string[] = []) => {
  const { near, farther } = campaignsToLink({ from: day, to: day }, linked, known);
  return { near: near.map(({ id }) => id), farther: farther.map(({ id }) => id) };
};

describe('The campaigns to link', () => {
  test('are the near ones, the nearest first, and the others apart; last year’s copy is none of them', () => {
    expect(on('2024-11-02')).toEqual({ near: ['month-2024', 'october'], farther: ['march', 'election'] });
    expect(on('2024-11-10').near).toEqual(['month-2024', 'october']);
  });

  test('leave out what counts the activity by its days anyway', () => {
    expect(on('2024-11-15')).toEqual({ near: ['october'], farther: ['march', 'election'] });
  });

  test('keep a link that was made in sight, also one to last year’s copy, and offer no second of the same', () => {
    expect(on('2024-11-10', ['month-2023']).near).toEqual(['month-2023', 'october']);
    expect(on('2024-11-20', ['march']).near).toEqual(['march', 'october']);
  });

  test('find a day near across New Year', () => {
    expect(on('2025-01-05').near).toEqual(['month-2024']);
  });
});

describe('An activity', () => {
  const counted = (day: string, campaigns: readonly string[] = []) =>
    countedOnce({ from: day, to: day, campaigns }, known).map(({ campaign, occurrence }) => [
      campaign.id,
      occurrence.from,
    ]);

  test('counts once in a campaign that two plans write down, as this year’s plan has it', () => {
    expect(counted('2024-12-15')).toEqual([['month-2024', '2024-11-15']]);
    expect(counted('2023-12-15')).toEqual([['month-2023', '2023-11-15']]);
  });

  test('counts by a link to either record, in the occurrence of its own year', () => {
    expect(counted('2024-10-01', ['month-2023'])).toEqual([['month-2024', '2024-11-15']]);
    expect(counted('2024-10-01')).toEqual([]);
  });
});
