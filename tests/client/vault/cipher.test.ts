import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCipher, type Place } from '#client/vault/cipher.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const place: Place = { table: 'activity', id: '1.abc', schema: 1 };

describe('A cipher', () => {
  test('opens what it sealed, whatever the value', async () => {
    const cipher = await createCipher(key(1), 'lan-mau');
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const sealed = await cipher.seal(place, value);
        expect(JSON.stringify(await cipher.open(place, sealed))).toBe(JSON.stringify(value));
      }),
      { numRuns: 50 },
    );
  });

  test('uses a nonce once', async () => {
    const cipher = await createCipher(key(1), 'lan-mau');
    const nonces = new Set<string>();
    for (let i = 0; i < 200; i += 1) nonces.add((await cipher.seal(place, 1)).nonce.join('.'));
    expect(nonces.size).toBe(200);
  });

  test.each<[string, Place, string, number]>([
    ['in another table', { ...place, table: 'reading' }, 'lan-mau', 1],
    ['under another id', { ...place, id: '1.abd' }, 'lan-mau', 1],
    ['as another schema', { ...place, schema: 2 }, 'lan-mau', 1],
    ['for another person', place, 'hoa-mau', 1],
    ['under another key', place, 'lan-mau', 2],
  ])('opens nothing %s', async (_where, otherPlace, person, byte) => {
    const sealed = await (await createCipher(key(1), 'lan-mau')).seal(place, 'text');
    const other = await createCipher(key(byte), person);
    await expect(other.open(otherPlace, sealed)).rejects.toThrow(/operation/iu);
  });

  test('opens nothing of which a bit was changed', async () => {
    const cipher = await createCipher(key(1), 'lan-mau');
    const sealed = await cipher.seal(place, { female: 12 });
    for (let i = 0; i < sealed.bytes.length; i += 1) {
      const bytes = sealed.bytes.map((byte, index) => (index === i ? byte ^ 1 : byte));
      await expect(cipher.open(place, { nonce: sealed.nonce, bytes })).rejects.toThrow(/operation/iu);
    }
  });

  test('names a row alike for one key and otherwise for another, without showing the id', async () => {
    const one = await createCipher(key(1), 'lan-mau');
    const again = await createCipher(key(1), 'lan-mau');
    const other = await createCipher(key(2), 'lan-mau');
    const name = await one.keyOf('activity|x');
    expect(await again.keyOf('activity|x')).toBe(name);
    expect(await one.keyOf('activity|y')).not.toBe(name);
    expect(await other.keyOf('activity|x')).not.toBe(name);
    expect(name).toMatch(/^[\w-]{22}$/u);
  });
});
