/** How a record's state looks; its word stands in the texts. */
import type { IconName } from './icons.tsx';
import type { Tone } from './marks.tsx';

export const markOf = {
  'on-device': { icon: 'device', tone: 'plain' },
  sending: { icon: 'sending', tone: 'plain' },
  sent: { icon: 'check', tone: 'good' },
  'to-fix': { icon: 'alert', tone: 'bad' },
} as const satisfies Readonly<Record<string, { readonly icon: IconName; readonly tone: Tone }>>;
