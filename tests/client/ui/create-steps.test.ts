import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSteps } from '#client/ui/create-steps.ts';

/** Frames that come when the test says so. */
let waiting = new Map<number, () => void>();
const nextFrame = (): void => {
  const now = [...waiting.values()];
  waiting = new Map();
  for (const draw of now) draw();
};

beforeEach(() => {
  let asked = 0;
  waiting = new Map();
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    asked += 1;
    waiting.set(asked, draw);
    return asked;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => waiting.delete(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const steps = (wantedAtFirst: number) =>
  createRoot((dispose) => {
    const [wanted, setWanted] = createSignal(wantedAtFirst);
    const [query, setQuery] = createSignal('');
    return { drawn: createSteps(wanted, { first: 30, step: 10, of: query }), setWanted, setQuery, dispose };
  });

const untilDrawn = (drawn: () => number): readonly number[] => {
  const seen = [drawn()];
  while (waiting.size > 0) {
    nextFrame();
    seen.push(drawn());
  }
  return seen;
};

describe('A long list', () => {
  test('has its first rows at once, and a few more each frame until all are there', () => {
    const { drawn, dispose } = steps(52);
    expect(untilDrawn(drawn)).toEqual([30, 40, 50, 52]);
    dispose();
  });

  test('goes on in steps when more is wanted, and is short at once when little is left of it', () => {
    const { drawn, setWanted, dispose } = steps(30);
    setWanted(50);
    expect(untilDrawn(drawn)).toEqual([30, 40, 50]);
    setWanted(3);
    expect(drawn()).toBe(3);
    dispose();
  });

  test('begins anew when it is a list of something else', () => {
    const { drawn, setQuery, dispose } = steps(52);
    untilDrawn(drawn);
    setQuery('họp');
    expect(untilDrawn(drawn)).toEqual([30, 40, 50, 52]);
    dispose();
  });

  test('asks for no frame once it is gone', () => {
    const { dispose } = steps(500);
    dispose();
    expect(waiting.size).toBe(0);
  });
});
