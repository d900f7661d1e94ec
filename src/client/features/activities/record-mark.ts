/** How a record's state looks; its word stands in the texts. */
import type { RecordState } from '#client/state/workbook.ts';
import type { IconName } from '#client/ui/icons.tsx';
import type { Tone } from '#client/ui/marks.tsx';

export const markOf: Readonly<Record<RecordState, { readonly icon: IconName; readonly tone: Tone }>> = {
  'on-device': { icon: 'device', tone: 'plain' },
  sending: { icon: 'sending', tone: 'plain' },
  sent: { icon: 'check', tone: 'good' },
  'to-fix': { icon: 'alert', tone: 'bad' },
};
