/** Why nothing goes on now, and what helps: the phone first, then the link, then the server. */
import { linkLost } from '#client/state/link-lost.ts';
import { needsSignIn } from '#client/state/needs-sign-in.ts';
import type { SyncStatus } from '#client/state/workbook.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import type { IconName } from '#client/ui/icons.tsx';

export interface Standstill {
  readonly icon: IconName;
  readonly why: string;
  readonly todo: string;
}

export const standstillOf = (sync: SyncStatus): Standstill | undefined => {
  const words = s().standstill;
  const code = sync.problem?.code;
  if (code === 'store/full') return { icon: 'device', ...words.phoneFull };
  const lost = linkLost(sync);
  if (lost !== undefined) return { icon: 'offline', ...words[lost] };
  if (needsSignIn(sync)) {
    return { icon: 'lock', ...(code === 'session/other-person' ? words.otherPerson : words.signIn) };
  }
  switch (code) {
    case undefined:
      return undefined;
    case 'server/busy':
      return { icon: 'clock', ...words.serverBusy };
    case 'server/full':
      return { icon: 'alert', ...words.serverFull };
    case 'server/failed':
      return { icon: 'alert', ...words.serverFailed };
    case 'sync/too-old':
      return { icon: 'alert', ...words.tooOld };
    case 'sync/server-too-old':
      return { icon: 'alert', ...words.serverTooOld };
    case 'sync/unreadable-answer':
      return { icon: 'alert', ...words.unreadable };
    default:
      return { icon: 'alert', why: sync.problem === undefined ? '' : problemText(sync.problem), todo: words.other };
  }
};
