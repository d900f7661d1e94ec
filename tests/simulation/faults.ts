/** The mishaps of a run, each counted when it has really happened. */
export const faultNames = [
  'drop',
  'duplicate',
  'reorder',
  'delay',
  'cut request',
  'cut answer',
  'cut answer after commit',
  'altered request',
  'crash of a device',
  'transaction lost in a crash',
  'crash of the server',
  'transaction rolled back in a crash',
  'clock jump',
  'full disk',
  'evicted database',
  'cloned profile',
  'permission lost',
  'permission regained',
  'collection of deleted records',
  'backup',
  'restore',
  'old schema',
  'two tabs at once',
  'session ended',
] as const;
export type Fault = (typeof faultNames)[number];

export interface Faults {
  readonly count: (fault: Fault, times?: number) => void;
  readonly counts: () => Readonly<Record<string, number>>;
}

export const createFaults = (): Faults => {
  const counts: Record<string, number> = {};
  return {
    count: (fault, times = 1) => {
      counts[fault] = (counts[fault] ?? 0) + times;
    },
    counts: () => counts,
  };
};
