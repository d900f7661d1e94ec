/** Document 002, II.1: six objectives, 21 indicators, 28 measures, with milestones in 2025 and 2030. */
import type { ObjectiveItem } from '../plan-document.ts';
import { economy } from './economy.ts';
import { education } from './education.ts';
import { family } from './family.ts';
import { health } from './health.ts';
import { media } from './media.ts';
import { politics } from './politics.ts';

export const objectives: readonly ObjectiveItem[] = [politics, economy, family, health, education, media];
