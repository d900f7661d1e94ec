/**
 * The national strategy for gender equality 2021–2030, resolution 28/NQ-CP of 3 March 2021 (NQ28): 6 objectives, 20
 * indicators, 23 measures, with milestones in 2025 and 2030. Measures of local plans link to these (`answers`).
 *
 * The resolution is not among the source documents. It was read in the press, in a ministry's guide and in document 002;
 * `sources` names each place and every measure says which of them bear its figures. `line` counts the lines of the
 * project's notes on the domain (domain/vietnam.md: section 1.1 has the figures, section 0 the places), and `printed`
 * has the words of those notes. What rests on memory alone is flagged and is to be checked against the original.
 */
import { economy } from './national-strategy/economy.ts';
import { education } from './national-strategy/education.ts';
import { family } from './national-strategy/family.ts';
import { health } from './national-strategy/health.ts';
import { media } from './national-strategy/media.ts';
import { headLines, plan, sources } from './national-strategy/plan.ts';
import { politics } from './national-strategy/politics.ts';
import type { PlanDocument } from './plan-document.ts';

export const nationalStrategy: PlanDocument = {
  key: 'NQ28',
  plan,
  headLines,
  purposes: [],
  bases: [],
  objectives: [politics, economy, family, health, education, media],
  tasks: [],
  rules: [],
  campaigns: [],
  duties: [],
  models: [],
  services: [],
  addressees: [],
  attachments: [],
  recipients: [],
  sources,
};
