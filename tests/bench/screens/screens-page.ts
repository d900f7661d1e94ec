/** What the page with the app's own screens offers to whoever measures. */
import type { Account } from '../page/bench-page.ts';

/** `stored`: from asking to save until the store has it. `shown`: from then until the screen says so. */
export interface Edited {
  readonly stored: number;
  readonly shown: number;
}

/** The longest task of the main thread in milliseconds, 0 where none was over 50; and the rows that stood there at the end. */
export interface Scrolled {
  readonly longest: number;
  readonly rows: number;
}

export interface ScreensPage {
  /** Signs in, receives everything, and draws the app over it; nothing of this is measured. Answers how many activities came. */
  readonly open: (account: Account) => Promise<number>;
  /** Saves a change of one activity's news items and waits until the words at the selector are others. */
  readonly edit: (activity: string, news: number, selector: string) => Promise<Edited>;
  /** An activity that ended on that day; its news items can be edited. */
  readonly someActivityOn: (day: string) => Promise<string>;
  /** Makes the field say so and waits until what is listed has changed; milliseconds. */
  readonly key: (field: string, words: string, list: string) => Promise<number>;
  /** Follows the link and waits until there is something at each selector; milliseconds from the tap to each. */
  readonly follow: (link: string, selectors: readonly string[]) => Promise<readonly number[]>;
  /** Waits until the main thread has had nothing to do. */
  readonly settled: () => Promise<void>;
  /** Scrolls the page down, a screen every other frame, and asks for more wherever the rows end, until so many stand there. */
  readonly scroll: (rows: number) => Promise<Scrolled>;
}

declare global {
  var screens: ScreensPage;
}
