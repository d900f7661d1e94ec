/**
 * The plan of a province, Hậu Giang, for 2021 (document 000), whole: every bullet of II.2 and IV is a task.
 * Its head is missing; every indicator is due within its one year. Each measure answers one figure of an indicator.
 */
import { campaigns, duties, models, services } from './hau-giang-2021/campaigns.ts';
import { objectives } from './hau-giang-2021/objectives.ts';
import { headLines, plan, purposes, recipients } from './hau-giang-2021/plan.ts';
import { bases } from './hau-giang-2021/references.ts';
import { rules } from './hau-giang-2021/rules.ts';
import { capacityTasks } from './hau-giang-2021/tasks-capacity.ts';
import { communicationTasks } from './hau-giang-2021/tasks-communication.ts';
import { departmentTasks } from './hau-giang-2021/tasks-departments.ts';
import { inspectionTasks } from './hau-giang-2021/tasks-inspection.ts';
import { otherTasks } from './hau-giang-2021/tasks-others.ts';
import type { PlanDocument } from './plan-document.ts';

export const hauGiang2021: PlanDocument = {
  key: '000',
  plan,
  headLines,
  purposes,
  bases,
  objectives,
  tasks: [...communicationTasks, ...capacityTasks, ...inspectionTasks, ...departmentTasks, ...otherTasks],
  rules,
  campaigns,
  duties,
  models,
  services,
  addressees: [],
  attachments: [],
  recipients,
};
