/** What the page with the app's own screens offers to whoever measures. */
import type { Account } from '../page/bench-page.ts';

/** `stored`: from asking to save until the store has it. `shown`: from then until the screen says so. */
export interface Edited {
  readonly stored: number;
  readonly shown: number;
}

export interface ScreensPage {
  /** Signs in, receives everything, and draws the app over it; nothing of this is measured. Answers how many activities came. */
  readonly open: (account: Account) => Promise<number>;
  /** Saves a change of one activity's news items and waits until the words at the selector are others. */
  readonly edit: (activity: string, news: number, selector: string) => Promise<Edited>;
  /** An activity that ended on that day; its news items can be edited. */
  readonly someActivityOn: (day: string) => Promise<string>;
  /** Types one more letter into the field and waits until what is listed has changed; milliseconds. */
  readonly key: (field: string, letter: string, list: string) => Promise<number>;
  /** Waits until the main thread has had nothing to do. */
  readonly settled: () => Promise<void>;
  /** Scrolls the page so many screens down, one a frame, and answers the longest task of the main thread meanwhile; milliseconds. */
  readonly scroll: (screens: number) => Promise<number>;
}

declare global {
  var screens: ScreensPage;
}
