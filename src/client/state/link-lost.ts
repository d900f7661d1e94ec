/** Whether the server is out of reach, and how: one rule for the chip and the sync centre. */
import type { SyncStatus } from './workbook.ts';

/** A phone may have a network and yet not reach the server: what the last exchange met tells more than the browser does. */
export const linkLost = (sync: SyncStatus): 'offline' | 'unreachable' | undefined => {
  if (!sync.online || sync.problem?.code === 'courier/offline') return 'offline';
  return sync.problem?.code === 'courier/unreachable' ? 'unreachable' : undefined;
};
