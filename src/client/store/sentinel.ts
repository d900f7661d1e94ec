/**
 * Remembers outside IndexedDB that there was something in it: which slots, and how much was unsent.
 *
 * - It stands in localStorage, and in short in a cookie: what a browser throws away to make room leaves these alone.
 * - It holds names of slots and counts, nothing that a person wrote. A browser that refuses it has no sentinel.
 * - A loss stands in it until the person has gone on from it, and then until the server was told.
 */
import * as v from 'valibot';
import { Slot } from '#client/vault/key-file.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** How a database was lost: cleared away by someone, or thrown away by the browser because its files were damaged. */
const How = v.picklist(['cleared', 'damaged']);

const Loss = v.object({ how: How, at: count, slots: v.array(Slot), unsent: v.optional(count) });
/** `unsent` is how many mutations the server had not acknowledged, as far as that is known. */
export type Loss = v.InferOutput<typeof Loss>;

const Mark = v.object({
  slots: v.record(Slot, v.object({ unsent: v.optional(count) })),
  /** What the person has not gone on from yet. */
  loss: v.optional(Loss),
  /** What the server has not been told. */
  untold: v.optional(Loss),
  /** Slots that somebody took off this phone: that they are gone is no loss. */
  left: v.optional(v.array(Slot)),
});
export type Mark = v.InferOutput<typeof Mark>;

export interface Sentinel {
  readonly read: () => Mark;
  readonly change: (change: (mark: Mark) => Mark) => void;
}

export const NO_MARK: Mark = { slots: {} };

/** Parsed; `undefined` when it is not a mark. */
export const markFrom = (text: string | null): Mark | undefined => {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Mark), text);
  return parsed.success ? parsed.output : undefined;
};

const KEY = 'so-tay.seen';
const COOKIE = 'seen';
const YEAR_S = 31_536_000;

const fromCookie = (): Mark => {
  const found = document.cookie.split('; ').find((one) => one.startsWith(`${COOKIE}=`));
  const slots = found?.slice(COOKIE.length + 1).split('.') ?? [];
  return { slots: Object.fromEntries(slots.filter((slot) => v.is(Slot, slot)).map((slot) => [slot, {}])) };
};

const setCookie = ({ slots }: Mark): void => {
  const value = Object.keys(slots).join('.');
  if (Object.keys(fromCookie().slots).join('.') === value) return;
  document.cookie = `${COOKIE}=${value}; Path=/; Max-Age=${String(value === '' ? 0 : YEAR_S)}; SameSite=Strict; Secure`;
};

export const browserSentinel: Sentinel = {
  read: () => {
    try {
      return markFrom(localStorage.getItem(KEY)) ?? fromCookie();
    } catch {
      return NO_MARK;
    }
  },
  change: (change) => {
    try {
      const mark = change(browserSentinel.read());
      localStorage.setItem(KEY, JSON.stringify(mark));
      setCookie(mark);
    } catch {
      // Without it a loss is not told from a first run; nothing else depends on it.
    }
  },
};
