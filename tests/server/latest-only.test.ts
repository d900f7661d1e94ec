import { describe, expect, test } from 'vitest';
import { createLatestOnly } from '#server/http/latest-only.ts';

/** An endless answer of somebody, and what became of it. */
const anAnswer = (latest: ReturnType<typeof createLatestOnly>, person: string) => {
  const answer = { isOpen: false, ended: 0 };
  const lines = async function* () {
    answer.isOpen = true;
    try {
      for (let nth = 0; ; nth += 1) yield await Promise.resolve(nth);
    } finally {
      answer.isOpen = false;
    }
  };
  const given = latest(person, lines(), () => {
    answer.ended += 1;
  });
  return { answer, given };
};

describe('Long answers of one person at once', () => {
  test('are two, and a third ends the one that began first', async () => {
    const latest = createLatestOnly();
    const [first, second, third] = [anAnswer(latest, 'a'), anAnswer(latest, 'a'), anAnswer(latest, 'a')];
    await first.given.next();
    await second.given.next();
    expect([first.answer.ended, second.answer.ended]).toEqual([0, 0]);
    await third.given.next();
    expect([first.answer.ended, second.answer.ended, third.answer.ended]).toEqual([1, 0, 0]);
    expect((await first.given.next()).done).toBe(true);
    expect(first.answer.isOpen).toBe(false);
    expect((await second.given.next()).value).toBe(1);
    expect((await third.given.next()).value).toBe(1);
  });

  test('are nothing to another person', async () => {
    const latest = createLatestOnly();
    const all = ['a', 'a', 'b', 'b'].map((person) => anAnswer(latest, person));
    for (const { given } of all) await given.next();
    expect(all.map(({ answer }) => answer.ended)).toEqual([0, 0, 0, 0]);
  });

  test('leave their place when their reader goes', async () => {
    const latest = createLatestOnly();
    const kept = anAnswer(latest, 'a');
    await kept.given.next();
    for (let nth = 0; nth < 5; nth += 1) {
      const { given, answer } = anAnswer(latest, 'a');
      await given.next();
      await given.return();
      expect(answer).toEqual({ isOpen: false, ended: 0 });
    }
    expect(kept.answer.ended).toBe(0);
    expect((await kept.given.next()).done).toBe(false);
  });
});
