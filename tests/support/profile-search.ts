/**
 * Looks for planted words in every file of a browser's profile, as a thief with the disk would: as UTF-8, as UTF-16LE
 * (how V8 keeps Vietnamese text) and as base64 at each of its three alignments; in the bytes as they lie, and in the
 * Snappy-compressed blocks of LevelDB tables, where IndexedDB keeps what it has compacted.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableBlocks } from './leveldb-blocks.ts';

export interface Found {
  readonly token: string;
  readonly file: string;
  readonly as: string;
}

/** Base64 of a text that stands somewhere inside a longer one: whole groups only, at each alignment. */
const base64Forms = (token: string): readonly Buffer[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.from(`${'\0'.repeat(before)}${token}`, 'utf8')
      .toString('base64')
      .replaceAll('=', '');
    // The first group mixes with what stands before, the last with what stands behind.
    return Buffer.from(encoded.slice(before === 0 ? 0 : 4, -2), 'latin1');
  });

const formsOf = (token: string): readonly { readonly as: string; readonly bytes: Buffer }[] => [
  { as: 'UTF-8', bytes: Buffer.from(token, 'utf8') },
  { as: 'UTF-16LE', bytes: Buffer.from(token, 'utf16le') },
  ...base64Forms(token).map((bytes) => ({ as: 'base64', bytes })),
];

const filesOf = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

export const searchBytes = (bytes: Buffer, token: string): readonly string[] =>
  formsOf(token)
    .filter((form) => bytes.includes(form.bytes))
    .map(({ as }) => as);

export interface SearchReport {
  readonly found: readonly Found[];
  readonly files: number;
  readonly bytes: number;
}

export const searchProfile = (directory: string, tokens: readonly string[]): SearchReport => {
  const files = filesOf(directory);
  let total = 0;
  const found = files.flatMap((file) => {
    const bytes = readFileSync(file);
    total += bytes.length;
    const bodies = [bytes, ...(/\.(?:ldb|sst)$/.test(file) ? tableBlocks(bytes) : [])];
    return tokens.flatMap((token) =>
      [...new Set(bodies.flatMap((body) => searchBytes(body, token)))].map((as) => ({ token, file, as })),
    );
  });
  return { found, files: files.length, bytes: total };
};
