import { describe, expect, test } from 'vitest';
import { unsnap } from './leveldb-blocks.ts';
import { searchBytes } from './profile-search.ts';

const token = 'Trồng cây lưu niệm';

describe('the search of a profile', () => {
  test.each([
    ['UTF-8', Buffer.from(`xx${token}yy`, 'utf8')],
    ['UTF-16LE', Buffer.from(`xx${token}yy`, 'utf16le')],
  ])('finds a word written as %s', (as, bytes) => {
    expect(searchBytes(bytes, token)).toContain(as);
  });

  test.each([0, 1, 2, 3, 4, 5])('finds a word in base64, %d bytes in', (before) => {
    const bytes = Buffer.from(Buffer.from(`${'x'.repeat(before)}${token} và sau đó`, 'utf8').toString('base64'));
    expect(searchBytes(bytes, token)).toContain('base64');
  });

  test('finds nothing in other bytes', () => {
    expect(searchBytes(Buffer.from('Trồng cây khác'), token)).toEqual([]);
    expect(searchBytes(Buffer.alloc(10_000), token)).toEqual([]);
  });
});

describe('Snappy', () => {
  test('unpacks literals and copies', () => {
    // 'abcd' as a literal, then a copy of 8 bytes from 4 back, then a copy of 5 from 1 back with a two-byte offset.
    const packed = Buffer.from([17, 3 << 2, 0x61, 0x62, 0x63, 0x64, (4 << 2) | 1, 4, (4 << 2) | 2, 1, 0]);
    expect(unsnap(packed).toString()).toBe('abcdabcdabcdddddd');
  });
});
