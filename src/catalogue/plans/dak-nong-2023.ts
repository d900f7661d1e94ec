/**
 * A letter of a province's department, Đắk Nông, for 2023 (document 003), whole: every bullet of its five parts is a
 * task. It has no objective and no figure of its own: those stand in the five plans of the province that it points to
 * (line 25), the first of what it cites.
 */
import { campaigns, models, services } from './dak-nong-2023/campaigns.ts';
import { addressees, headLines, plan, recipients } from './dak-nong-2023/plan.ts';
import { bases, rules } from './dak-nong-2023/references.ts';
import { tasks } from './dak-nong-2023/tasks.ts';
import type { PlanDocument } from './plan-document.ts';

export const dakNong2023: PlanDocument = {
  key: '003',
  plan,
  headLines,
  purposes: [],
  bases,
  objectives: [],
  tasks,
  rules,
  campaigns,
  duties: [],
  models,
  services,
  addressees,
  attachments: [],
  recipients,
};
