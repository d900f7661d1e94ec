/**
 * The plan of a city, Hải Phòng, for 2024 (document 004), whole: every bullet of parts II and IV is a task.
 * Its head is missing, and it gives no figure: its indicators stand in another plan of the city.
 */
import { campaigns, duties, models, services } from './hai-phong-2024/campaigns.ts';
import { objectives } from './hai-phong-2024/objectives.ts';
import { attachments, headLines, plan, purposes, recipients } from './hai-phong-2024/plan.ts';
import { bases } from './hai-phong-2024/references.ts';
import { rules } from './hai-phong-2024/rules.ts';
import { departmentTasks } from './hai-phong-2024/tasks-departments.ts';
import { monthTasks } from './hai-phong-2024/tasks-month.ts';
import { otherTasks } from './hai-phong-2024/tasks-others.ts';
import { programmeTasks } from './hai-phong-2024/tasks-programmes.ts';
import type { PlanDocument } from './plan-document.ts';

export const haiPhong2024: PlanDocument = {
  key: '004',
  plan,
  headLines,
  purposes,
  bases,
  objectives,
  tasks: [...programmeTasks, ...monthTasks, ...departmentTasks, ...otherTasks],
  rules,
  campaigns,
  duties,
  models,
  services,
  addressees: [],
  attachments,
  recipients,
};
