/** How the status of a reading looks. */
import type { ReadingStatus } from '#domain/reading-status.ts';
import type { IconName } from '#client/ui/icons.tsx';
import type { Tone } from '#client/ui/marks.tsx';

export const statusMarks: Readonly<Record<ReadingStatus, { readonly icon: IconName; readonly tone: Tone }>> = {
  draft: { icon: 'edit', tone: 'plain' },
  checked: { icon: 'check', tone: 'good' },
  changed: { icon: 'alert', tone: 'warn' },
};
