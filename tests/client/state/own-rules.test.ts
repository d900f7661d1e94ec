import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '#domain/deadlines.ts';
import { bindingRules, chooseRule, contradictionsIn, ownRules, takeBackChoice } from '#client/state/own-rules.ts';
import { linkTo } from '#client/state/plan-kinship.ts';
import type { Workbook } from '#client/state/workbook.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const TODAY = '2024-11-21';
const OUTER = 'sample-commune/work~001.rule.outer-year';
const INNER = 'sample-commune/work~001.rule.inner-year';

/** The lists are made once, as a screen makes them. */
interface Seen extends Pick<Workbook, 'save'> {
  readonly plans: ReturnType<typeof planList>;
  readonly rules: ReturnType<typeof ruleList>;
}
const planList = (workbook: Workbook) => workbook.list('plan');
const ruleList = (workbook: Workbook) => workbook.list('rule');
const see = async (look: (seen: Seen) => Promise<void>): Promise<void> => {
  await createRoot(async (dispose) => {
    const workbook = createFakeWorkbook();
    await look({ save: workbook.save, plans: planList(workbook), rules: ruleList(workbook) });
    dispose();
  });
};
const plansOf = ({ plans }: Seen) => plans() ?? [];
const ownPlan = (seen: Seen) => {
  const plan = plansOf(seen).find(({ id }) => id === '001.plan');
  if (plan === undefined) throw new Error('the sample has no plan 001');
  return plan;
};
const rulesOf = ({ rules }: Seen) => rules() ?? [];
const ofOwnPlan = (seen: Seen) => ownRules(rulesOf(seen), [ownPlan(seen)], plansOf(seen));
const standings = (seen: Seen) =>
  Object.fromEntries(ofOwnPlan(seen).flatMap(({ id, standing }) => (standing ? [[id, standing]] : [])));
const dueDays = (seen: Seen) =>
  deadlinesOf(bindingRules(ofOwnPlan(seen)), TODAY)
    .filter(({ rule }) => rule.kind === 'year')
    .map(({ lastDay }) => lastDay);

describe('Rules of the own plan that contradict each other', () => {
  test('are all due until one was chosen (001:81, 001:117)', () =>
    see((seen) => {
      expect(standings(seen)).toEqual({ '001.rule.outer-year': 'open', '001.rule.inner-year': 'open' });
      expect(dueDays(seen)).toEqual(['2024-11-09', '2024-12-04']);
      return Promise.resolve();
    }));

  test('leave only the chosen one due, and nothing is compared with the other', () =>
    see(async (seen) => {
      await chooseRule(seen, ownPlan(seen), { name: 'year-report', rule: INNER, reason: ' Thành phố đã báo ' });
      expect(standings(seen)).toEqual({ '001.rule.outer-year': 'yields', '001.rule.inner-year': 'governs' });
      expect(dueDays(seen)).toEqual(['2024-12-04']);
      const [deadline] = deadlinesOf(bindingRules(ofOwnPlan(seen)), TODAY).filter(({ rule }) => rule.kind === 'year');
      expect(deadline?.innerLaterThanOuter).toBeUndefined();
      const [found] = contradictionsIn(rulesOf(seen), ownPlan(seen));
      expect(found?.contradiction.reason).toBe('Thành phố đã báo');
    }));

  test('can be chosen anew, and a choice can be taken back to the one before it or to none', () =>
    see(async (seen) => {
      const atFirst = ownPlan(seen);
      await chooseRule(seen, atFirst, { name: 'year-report', rule: INNER, reason: '' });
      const afterOne = ownPlan(seen);
      await chooseRule(seen, afterOne, { name: 'year-report', rule: OUTER, reason: '' });
      expect(dueDays(seen)).toEqual(['2024-11-09']);
      await takeBackChoice(seen, afterOne, 'year-report');
      expect(dueDays(seen)).toEqual(['2024-12-04']);
      await takeBackChoice(seen, atFirst, 'year-report');
      expect(dueDays(seen)).toEqual(['2024-11-09', '2024-12-04']);
    }));
});

describe('What the plans above ask', () => {
  test('is compared with the rules of a plan that serves them, and with no other plan’s', () =>
    see((seen) => {
      const plan = ownPlan(seen);
      const parent = plansOf(seen).find((one) => Object.hasOwn(plan.fields.parents, linkTo(one)));
      const asked = rulesOf(seen).filter(({ fields }) => fields.plan === parent?.id);
      expect(asked.length).toBeGreaterThan(0);
      expect(ofOwnPlan(seen)[0]?.above).toEqual(asked.map(({ fields }) => fields));
      const alone = { ...plan, fields: { ...plan.fields, parents: {} } };
      expect(ownRules(rulesOf(seen), [alone], plansOf(seen))[0]?.above).toEqual([]);
      return Promise.resolve();
    }));

  test('sets the days whose figures a report holds, where the own rule says none', () =>
    see((seen) => {
      const plan = ownPlan(seen);
      const cutOff = { cutOffFrom: '12-15', cutOffTo: '12-14' };
      const rules = rulesOf(seen).map((rule) =>
        rule.fields.plan !== plan.id && rule.fields.kind === 'year'
          ? { ...rule, fields: { ...rule.fields, ...cutOff } }
          : rule,
      );
      const yearly = (of: typeof rules) =>
        ownRules(of, [plan], plansOf(seen)).find(({ id }) => id === '001.rule.outer-year')?.fields;
      expect(yearly(rules)).toMatchObject(cutOff);
      expect(yearly(rulesOf(seen).slice())?.cutOffFrom).toBeUndefined();
      const own = { cutOffFrom: '11-01', cutOffTo: '10-31' };
      const both = rules.map((rule) =>
        rule.id === '001.rule.outer-year' ? { ...rule, fields: { ...rule.fields, ...own } } : rule,
      );
      expect(yearly(both)).toMatchObject(own);
      return Promise.resolve();
    }));
});
