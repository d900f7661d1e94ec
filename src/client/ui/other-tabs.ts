/** Asks the other tabs of the app whether one of them holds what is not saved yet; each answers for itself. */

/** As much of a BroadcastChannel as is needed: what is posted reaches all but oneself. */
export interface TabChannel {
  readonly postMessage: (message: string) => void;
  readonly addEventListener: (type: 'message', heard: (event: { readonly data: unknown }) => void) => void;
}

const ASKED = 'is-dirty';
const DIRTY = 'dirty';
/** A tab that has not answered by then is asleep or clean. */
const ANSWER_MS = 250;

export interface OtherTabs {
  readonly anyDirty: () => Promise<boolean>;
}

export const createOtherTabs = (channel: TabChannel, isDirtyHere: () => boolean): OtherTabs => {
  const asking = new Set<(isDirty: boolean) => void>();
  channel.addEventListener('message', ({ data }) => {
    if (data === ASKED && isDirtyHere()) channel.postMessage(DIRTY);
    if (data === DIRTY) for (const answer of asking) answer(true);
  });
  return {
    anyDirty: () =>
      new Promise((resolve) => {
        const answer = (isDirty: boolean) => {
          asking.delete(answer);
          clearTimeout(timer);
          resolve(isDirty);
        };
        const timer = setTimeout(() => answer(false), ANSWER_MS);
        asking.add(answer);
        channel.postMessage(ASKED);
      }),
  };
};
