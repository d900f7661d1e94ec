/** A plan of many mutations is written one by one, and goes on where it stopped. */
import { describe, expect, test } from 'vitest';
import { mutationsOfPlan } from '#catalogue/copy-plan.ts';
import { dongTuyen2024 } from '#catalogue/plans/dong-tuyen-2024.ts';
import type { Change } from '#domain/change.ts';
import { fail, ok } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { finishPlan, writePlan } from '#client/features/plans/editor/write-plan.ts';

const changes = mutationsOfPlan(dongTuyen2024).flat();
const SCOPE: Scope = 'xa/work';

/** A store that fails at its nth save, and says what it has. */
const aStore = (failsAt = Infinity) => {
  const saved: { readonly changes: readonly Change[]; readonly scope: Scope | undefined }[] = [];
  const drafts = new Map<string, unknown>();
  let tries = 0;
  return {
    saved,
    drafts: {
      read: (key: string) => Promise.resolve(structuredClone(drafts.get(key))),
      write: (key: string, value: unknown) => {
        drafts.set(key, structuredClone(value));
        return Promise.resolve();
      },
      drop: (key: string) => {
        drafts.delete(key);
        return Promise.resolve();
      },
    },
    kept: drafts,
    save: (bundle: readonly Change[], scope?: Scope) => {
      tries += 1;
      if (tries === failsAt) return Promise.resolve(fail({ code: 'store/full' } as const));
      saved.push({ changes: bundle, scope });
      return Promise.resolve(ok(undefined));
    },
  };
};

describe('a plan that is copied', () => {
  test('is written whole, the record that completes it last, in mutations that pass the door', async () => {
    const store = aStore();
    expect(await writePlan(store, changes, SCOPE)).toEqual(ok(undefined));
    expect(store.saved.length).toBeGreaterThan(1);
    expect(store.saved.flatMap((one) => one.changes)).toEqual(changes);
    expect(store.saved.every((one) => one.changes.length <= 100 && one.scope === SCOPE)).toBe(true);
    expect(store.kept.size).toBe(0);
  });

  test('that stopped on its way goes on there, and is whole then', async () => {
    const store = aStore(2);
    expect(await writePlan(store, changes, SCOPE)).toEqual(fail({ code: 'store/full' }));
    expect(store.saved).toHaveLength(1);
    expect(await finishPlan(store)).toEqual(ok(undefined));
    expect(store.saved.flatMap((one) => one.changes)).toEqual(changes);
    expect(await finishPlan(store)).toBeUndefined();
  });

  test('is ended before another begins', async () => {
    const store = aStore(2);
    await writePlan(store, changes, SCOPE);
    const other: readonly Change[] = [{ table: 'plan', id: 'x', values: { $c: true } }];
    expect(await writePlan(store, other, SCOPE)).toEqual(ok(undefined));
    expect(store.saved.flatMap((one) => one.changes)).toEqual([...changes, ...other]);
  });

  test('of what cannot be read nothing is written', async () => {
    const store = aStore();
    await store.drafts.write('plan-on-its-way', { scope: 'nowhere', bundles: [[{ table: 'spoon' }]] });
    expect(await finishPlan(store)).toBeUndefined();
    expect(store.saved).toEqual([]);
  });
});
