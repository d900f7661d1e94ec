/** What the page of the screens and its tests tell each other. */
import type { Door } from '#client/state/workbook.ts';

declare global {
  interface Window {
    /** `FakeDoorOptions` as JSON. */
    fakeOptions?: string;
    fakeDoor?: Door;
  }
}
