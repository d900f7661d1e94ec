/**
 * The plan of a province, Quảng Ninh, for 2021–2030 (document 002), whole: every point of II.1, every bullet of II.2,
 * III.2, III.3 and IV is a task. What II.2.1 to II.2.6 ask for serves objectives 1 to 6, as their headings say: where it
 * is plain which indicator is meant the task names that one, else all of the objective.
 */
import type { PlanDocument } from './plan-document.ts';
import { campaigns, duties } from './quang-ninh-2021-2030/campaigns.ts';
import { lists } from './quang-ninh-2021-2030/lists.ts';
import { models, services } from './quang-ninh-2021-2030/models.ts';
import { objectives } from './quang-ninh-2021-2030/objectives.ts';
import { headLines, plan, purposes, recipients } from './quang-ninh-2021-2030/plan.ts';
import { bases } from './quang-ninh-2021-2030/references.ts';
import { rules } from './quang-ninh-2021-2030/rules.ts';
import { departmentTasks } from './quang-ninh-2021-2030/tasks-departments.ts';
import { familyMediaTasks } from './quang-ninh-2021-2030/tasks-family-media.ts';
import { familyServiceTasks } from './quang-ninh-2021-2030/tasks-family-services.ts';
import { familyStaffTasks } from './quang-ninh-2021-2030/tasks-family-staff.ts';
import { generalTasks } from './quang-ninh-2021-2030/tasks-general.ts';
import { healthEducationMediaTasks } from './quang-ninh-2021-2030/tasks-health-education-media.ts';
import { labourAndFinanceTasks } from './quang-ninh-2021-2030/tasks-labour-finance.ts';
import { localityAndPartyTasks } from './quang-ninh-2021-2030/tasks-localities-party.ts';
import { politicsAndEconomyTasks } from './quang-ninh-2021-2030/tasks-politics-economy.ts';

export const quangNinh2021: PlanDocument = {
  key: '002',
  plan,
  headLines,
  purposes,
  bases,
  objectives,
  lists,
  tasks: [
    ...generalTasks,
    ...politicsAndEconomyTasks,
    ...familyMediaTasks,
    ...familyServiceTasks,
    ...familyStaffTasks,
    ...healthEducationMediaTasks,
    ...labourAndFinanceTasks,
    ...departmentTasks,
    ...localityAndPartyTasks,
  ],
  rules,
  campaigns,
  duties,
  models,
  services,
  addressees: [],
  attachments: [],
  recipients,
};
