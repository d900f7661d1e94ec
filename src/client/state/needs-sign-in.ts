/** Whether only a sign-in lets the sending go on: one rule for the chip, the form and the reason that is given. */
import type { SyncStatus } from './workbook.ts';

export const needsSignIn = ({ problem }: Pick<SyncStatus, 'problem'>): boolean =>
  problem?.code === 'session/required' || problem?.code === 'session/other-person';
