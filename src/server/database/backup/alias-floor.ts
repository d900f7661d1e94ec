/**
 * Above which alias a restored scope goes on.
 *
 * Devices that came between the backup and the loss have aliases of which the backup knows nothing, and what they wrote is
 * known by them elsewhere: a conflict is named after the mutation that lost it (alias and number). Given out again, the same
 * name would mean another mutation. So a new life goes on above what any life before it can have given: by the clock, in
 * minutes, because no scope gains a device each minute for years, and the same backup may be restored more than once.
 */
const START_MS = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

/** `now` in ms since 1970. */
export const aliasFloor = (latest: number, now: number): number =>
  Math.max(latest, Math.floor((now - START_MS) / MINUTE_MS));
