/**
 * Long answers of one person at once: so many, and who asks for one more ends the oldest. A phone that lost its link and
 * asks again is not kept waiting by the answer that nobody reads any more, and nobody holds the server by asking.
 */
type Lines<T> = AsyncGenerator<T, void, undefined>;

const AT_ONCE = 2;

interface Running {
  isOver: boolean;
  readonly end: () => void;
}

/** `end` is called for an answer that must give way: it ends also a connection to which nothing can be written. */
export const createLatestOnly = (atOnce = AT_ONCE) => {
  const byPerson = new Map<string, Running[]>();

  const begin = (person: string, end: () => void): Running => {
    const running: Running = { isOver: false, end };
    const all = [...(byPerson.get(person) ?? []), running];
    for (const old of all.splice(0, Math.max(all.length - atOnce, 0))) {
      old.isOver = true;
      old.end();
    }
    byPerson.set(person, all);
    return running;
  };
  const leave = (person: string, running: Running): void => {
    const others = (byPerson.get(person) ?? []).filter((one) => one !== running);
    if (others.length === 0) byPerson.delete(person);
    else byPerson.set(person, others);
  };

  return async function* <T>(person: string, lines: Lines<T>, end: () => void): Lines<T> {
    const running = begin(person, end);
    try {
      for await (const some of lines) {
        if (running.isOver) return;
        yield some;
      }
    } finally {
      leave(person, running);
    }
  };
};
