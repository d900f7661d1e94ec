/** Whether the phone's clock is so far off that its owner must hear of it, and by how much. */
const WRONG_MS = 10 * 60_000;

/** `aheadMs` is the server's clock less the phone's; less than ten minutes is what any two clocks differ by. */
export const wrongClock = (aheadMs: number | undefined): number | undefined =>
  aheadMs !== undefined && Math.abs(aheadMs) > WRONG_MS ? aheadMs : undefined;
