/**
 * What this phone remembers of reminders, sealed like a draft and never sent: which were put off today, whether
 * notifications are wanted, and on which day the last one was shown.
 */
import { createSignal, type Accessor } from 'solid-js';
import { isLocalDate, type LocalDate } from '#domain/dates.ts';
import { afterPuttingOff, type PutOff } from '#domain/reminders.ts';
import { storeProblemOf } from '#client/store/failures.ts';
import type { Workbook } from './workbook.ts';

const KEY = 'reminders';

interface Kept {
  readonly putOff: PutOff;
  readonly wantsNotices: boolean;
  readonly noticedOn: LocalDate | undefined;
}

const nothing: Kept = { putOff: {}, wantsNotices: false, noticedOn: undefined };

const isDay = (value: unknown): value is LocalDate => typeof value === 'string' && isLocalDate(value);

/** What cannot be read is as if it had never been kept. */
export const readKept = (kept: unknown): Kept => {
  const { putOff, wantsNotices, noticedOn } = Object(kept);
  const entries = typeof putOff === 'object' && putOff !== null ? Object.entries(putOff) : [];
  return {
    putOff: Object.fromEntries(entries.filter((entry): entry is [string, LocalDate] => isDay(entry[1]))),
    wantsNotices: wantsNotices === true,
    noticedOn: isDay(noticedOn) ? noticedOn : undefined,
  };
};

export interface KeptReminders {
  /** `undefined` until it has been read. */
  readonly kept: Accessor<Kept | undefined>;
  readonly putOff: (key: string, today: LocalDate) => Promise<void>;
  readonly wantNotices: (wants: boolean) => Promise<void>;
  readonly noticed: (today: LocalDate) => Promise<void>;
}

export const createKeptReminders = ({ drafts }: Pick<Workbook, 'drafts'>): KeptReminders => {
  const [kept, setKept] = createSignal<Kept>();
  /** A phone that cannot keep it asks again; anything but the store's own trouble is a bug and shall be seen. */
  const orReport = (error: unknown): void => {
    if (storeProblemOf(error) === undefined) reportError(error);
  };
  drafts
    .read(KEY)
    .then((found) => setKept(readKept(found)))
    .catch((error: unknown) => {
      orReport(error);
      setKept(nothing);
    });
  const change = async (by: (before: Kept) => Kept): Promise<void> => {
    const next = by(kept() ?? nothing);
    setKept(next);
    await drafts.write(KEY, next).catch(orReport);
  };
  return {
    kept,
    putOff: (key, today) => change((before) => ({ ...before, putOff: afterPuttingOff(before.putOff, key, today) })),
    wantNotices: (wantsNotices) => change((before) => ({ ...before, wantsNotices })),
    noticed: (noticedOn) => change((before) => ({ ...before, noticedOn })),
  };
};
