/**
 * The plan of Đồng Tuyển commune for 2024 (document 001), whole: every bullet of its parts II and IV is a task.
 * A bullet that asks for several things is several tasks; their keys share the bullet's number ("IV.5-1a", "IV.5-1b").
 */
import { objectives } from './dong-tuyen-2024/objectives.ts';
import { headLines, models, plan, purposes, recipients } from './dong-tuyen-2024/plan.ts';
import { bases, campaigns, rules } from './dong-tuyen-2024/references.ts';
import { activityTasks } from './dong-tuyen-2024/tasks-activities.ts';
import { agencyTasks } from './dong-tuyen-2024/tasks-agencies.ts';
import { officerTasks } from './dong-tuyen-2024/tasks-officer.ts';
import type { PlanDocument } from './plan-document.ts';

export const dongTuyen2024: PlanDocument = {
  key: '001',
  plan,
  headLines,
  purposes,
  bases,
  objectives,
  tasks: [...activityTasks, ...officerTasks, ...agencyTasks],
  rules,
  campaigns,
  duties: [
    { key: 'carry-out', kind: 'other', text: 'Các thành phần liên quan phối hợp triển khai kế hoạch', line: 119 },
  ],
  models,
  services: [],
  addressees: [],
  attachments: [],
  recipients,
};
