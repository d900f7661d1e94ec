/** The world's clock and what waits for it. Time moves only when the story says so, from one event to the next. */
interface Event {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

export interface Time {
  readonly now: () => number;
  readonly after: (ms: number, fire: () => void) => void;
  readonly wait: (ms: number) => Promise<void>;
  /** Fires the next event that is due before `until`, and is then; false if there is none. */
  readonly step: (until: number) => boolean;
  /** The clock alone: what waits becomes overdue. */
  readonly jump: (until: number) => void;
}

export const createTime = (start: number): Time => {
  let now = start;
  let order = 0;
  const events: Event[] = [];
  const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

  const after = (ms: number, fire: () => void): void => {
    order += 1;
    const event: Event = { at: now + Math.max(0, ms), order, fire };
    let low = 0;
    let high = events.length;
    // The soonest stands last.
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = events[middle];
      if (other !== undefined && isBefore(event, other)) low = middle + 1;
      else high = middle;
    }
    events.splice(low, 0, event);
  };
  return {
    now: () => now,
    after,
    wait: (ms) =>
      new Promise((resolve) => {
        after(ms, resolve);
      }),
    step: (until) => {
      const next = events.at(-1);
      if (next === undefined || next.at > until) return false;
      events.pop();
      now = Math.max(now, next.at);
      next.fire();
      return true;
    },
    jump: (until) => {
      now = Math.max(now, until);
    },
  };
};
