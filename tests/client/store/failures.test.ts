import Dexie from 'dexie';
import { describe, expect, test } from 'vitest';
import { storeProblemOf } from '#client/store/failures.ts';

const full = (): DOMException => new DOMException('the disk is full', 'QuotaExceededError');
const within = (name: string, inner: unknown): Error => Object.assign(new Error(name), { name, inner });
const ofMany = (...failures: readonly Error[]): Error =>
  Object.assign(new Error('of many'), { name: 'BulkError', failures });

describe('What the database throws', () => {
  test.each([
    ['by itself', full()],
    ['inside an aborted transaction', within('AbortError', full())],
    ['among what failed of many rows', ofMany(within('QuotaExceededError', full()))],
    ['inside a transaction, among what failed of many rows', within('AbortError', ofMany(full(), full()))],
    ['as Dexie has it', new Dexie.BulkError('rows.bulkAdd(): 1 of 1 operations failed', [full()])],
  ])('is a full disk %s', (_, error) => {
    expect(storeProblemOf(error)).toEqual({ code: 'store/full' });
  });

  test('is a closed connection by any of its names', () => {
    expect(storeProblemOf(within('DatabaseClosedError', undefined))).toEqual({ code: 'store/closed' });
    expect(storeProblemOf(ofMany(within('InvalidStateError', undefined)))).toEqual({ code: 'store/closed' });
  });

  test('is a bug when nothing is known of it, however deep it goes', () => {
    const circle = within('TypeError', undefined);
    Object.assign(circle, { inner: circle });
    expect(storeProblemOf(circle)).toBeUndefined();
    expect(storeProblemOf('the disk is full')).toBeUndefined();
  });
});
