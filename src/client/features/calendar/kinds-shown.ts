/** Which kinds of things the calendar shows: all at first, as chips that are pressed in and out. */
import { createSignal } from 'solid-js';
import { entryKinds, type EntryKind } from './entries.ts';

export const shownKinds = [...entryKinds, 'activity'] as const;
export type ShownKind = EntryKind | 'activity';
export type Shown = (kind: ShownKind) => boolean;

export const createKindsShown = () => {
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const shown: Shown = (kind) => !left().has(kind);
  const toggle = (kind: string, isIn: boolean) => {
    const next = new Set(left());
    if (isIn) next.delete(kind);
    else next.add(kind);
    setLeft(next);
  };
  return { shown, toggle, chosen: () => shownKinds.filter(shown) };
};
