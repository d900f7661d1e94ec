/**
 * What was lost on this device: noted when it shows, kept by the sentinel over a reload, and told to the server once.
 *
 * A loss never ends by itself: the person goes on from it, knowing what is safe.
 */
import { sealedAsText, type KeyFile } from '#client/vault/key-file.ts';
import type { Mirror } from './journal-mirror.ts';
import type { KeptRow, UnsentRow } from './lifeboat.ts';
import type { Loss, Mark, Sentinel } from './sentinel.ts';

/** Unsent work that was in memory when its database was lost: still sealed. */
export interface Adrift {
  readonly slot: string;
  readonly keyFile: KeyFile | undefined;
  readonly rows: readonly KeptRow[];
}

export interface Losses {
  /** What the person has not gone on from. */
  readonly current: () => Loss | undefined;
  readonly note: (slots: readonly string[], how: Loss['how']) => void;
  /** The person goes on; the server is to be told. */
  readonly leave: () => Promise<void>;
  readonly untold: () => Loss | undefined;
  readonly told: () => void;
  /** What this tab still holds of the lost databases. */
  readonly adrift: () => readonly Adrift[];
}

export interface LossesDeps {
  readonly sentinel: Sentinel;
  readonly mirrors: ReadonlyMap<string, Mirror>;
  readonly now: () => number;
  /** As it was last in memory. */
  readonly keyFile: (slot: string) => KeyFile | undefined;
}

const unsentOf = (mark: Mark, mirrors: LossesDeps['mirrors'], slots: readonly string[]): number | undefined => {
  const counts = slots.map((slot) => mirrors.get(slot)?.rows().length ?? mark.slots[slot]?.unsent);
  return counts.some((count) => count === undefined)
    ? undefined
    : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
};

const without = <T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)));

const asText = ({ s, n, name, sealed }: UnsentRow): readonly KeptRow[] =>
  name === undefined ? [] : [{ s, n, name: sealedAsText(name), sealed: sealedAsText(sealed) }];

export const createLosses = ({ sentinel, mirrors, now, keyFile }: LossesDeps): Losses => ({
  current: () => sentinel.read().loss,
  note: (slots, how) => {
    sentinel.change((mark) => {
      const all = [...new Set([...(mark.loss?.slots ?? []), ...slots])];
      const unsent = unsentOf(mark, mirrors, all);
      return { ...mark, loss: { how, at: now(), slots: all, ...(unsent !== undefined && { unsent }) } };
    });
  },
  leave: () => {
    sentinel.change(({ loss, ...mark }) =>
      loss === undefined ? mark : { slots: without(mark.slots, loss.slots), untold: loss },
    );
    return Promise.resolve();
  },
  untold: () => sentinel.read().untold,
  told: () => {
    sentinel.change(({ slots, loss }) => (loss === undefined ? { slots } : { slots, loss }));
  },
  adrift: () => {
    const lost = sentinel.read().loss?.slots ?? [];
    return [...mirrors]
      .filter(([slot]) => lost.includes(slot))
      .map(([slot, mirror]) => ({ slot, keyFile: keyFile(slot), rows: mirror.rows().flatMap(asText) }));
  },
});
