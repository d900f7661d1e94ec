/** Packs changes into mutations that pass the sync door: at most 100 changes and 30 KB of JSON each, in their order. */
import type { Change } from '#domain/change.ts';

const MAX_CHANGES = 100;
/** Below the door's 32 KB, so that there is room for the envelope. */
const MAX_BYTES = 30_000;

/** Length in UTF-8, in which Vietnamese letters take two or three bytes. */
const byteLength = (text: string): number => {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
};

export const pack = (changes: readonly Change[]): readonly (readonly Change[])[] => {
  const mutations: Change[][] = [];
  let bytes = 0;
  for (const change of changes) {
    const size = byteLength(JSON.stringify(change)) + 1;
    const last = mutations.at(-1);
    if (last === undefined || last.length === MAX_CHANGES || bytes + size > MAX_BYTES) {
      mutations.push([change]);
      bytes = size;
    } else {
      last.push(change);
      bytes += size;
    }
  }
  return mutations;
};
