/** Document 000, II.1: six objectives, 19 indicators, 23 measures, all due by the end of 2021. */
import type { ObjectiveItem } from '../plan-document.ts';
import { economy } from './economy.ts';
import { educationObjective } from './education.ts';
import { family } from './family.ts';
import { healthObjective } from './health.ts';
import { media } from './media.ts';
import { politics } from './politics.ts';

export const objectives: readonly ObjectiveItem[] = [
  politics,
  economy,
  family,
  healthObjective,
  educationObjective,
  media,
];
