/**
 * A sample of what a province issues for 2021–2030: every indicator of two real province plans, with their real targets.
 * Each item names its document (002 Quảng Ninh, 000 Hậu Giang) and line. Targets of 002 bear their printed years;
 * those of 000, a plan of one year, bear none and are in force throughout, so that each kind of arithmetic can be seen.
 */
import { economy } from './parent-sample/economy.ts';
import { education } from './parent-sample/education.ts';
import { family } from './parent-sample/family.ts';
import { health } from './parent-sample/health.ts';
import { media } from './parent-sample/media.ts';
import { bases, plan, rules } from './parent-sample/plan.ts';
import { politics } from './parent-sample/politics.ts';
import type { PlanDocument } from './plan-document.ts';

export const parentSample: PlanDocument = {
  key: 'parent',
  plan,
  bases,
  objectives: [politics, economy, family, health, education, media],
  tasks: [],
  rules,
  campaigns: [],
};
