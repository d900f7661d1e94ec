/**
 * The data blocks of a LevelDB table file, decompressed. Enough of the format to look inside, no more:
 * a footer of 48 bytes points to the index block, whose values point to the data blocks; each block is followed by
 * one byte that says whether it is compressed with Snappy.
 */
const FOOTER = 48;
const TRAILER = 5;
const SNAPPY = 1;

/** A number of seven bits a byte, lowest first, and where it ends. */
const varint = (bytes: Buffer, start: number): readonly [number, number] => {
  let value = 0;
  let at = start;
  for (let factor = 1; at < bytes.length; factor *= 128) {
    const byte = bytes[at] ?? 0;
    at += 1;
    value += (byte % 128) * factor;
    if (byte < 128) break;
  }
  return [value, at];
};

const littleEndian = (bytes: Buffer, at: number, length: number): number =>
  length === 0 ? 0 : bytes.readUIntLE(at, length);

/** Literals and copies of what was written before. */
export const unsnap = (packed: Buffer): Buffer => {
  const [length, from] = varint(packed, 0);
  const out = Buffer.alloc(length);
  let at = from;
  let to = 0;
  while (at < packed.length && to < length) {
    const tag = packed[at] ?? 0;
    at += 1;
    const kind = tag & 3;
    if (kind === 0) {
      const more = Math.max(0, (tag >> 2) - 59);
      const size = (more === 0 ? tag >> 2 : littleEndian(packed, at, more)) + 1;
      at += more;
      to += packed.copy(out, to, at, at + size);
      at += size;
      continue;
    }
    const size = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const width = kind === 3 ? 4 : kind;
    const back = kind === 1 ? ((tag >> 5) << 8) | (packed[at] ?? 0) : littleEndian(packed, at, width);
    at += width;
    for (let i = 0; i < size; i += 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return out;
};

const blockAt = (table: Buffer, offset: number, size: number): Buffer => {
  const body = table.subarray(offset, offset + size);
  return table[offset + size] === SNAPPY ? unsnap(body) : body;
};

/** The values of a block: keys share their beginnings, values stand whole. */
const valuesOf = (block: Buffer): readonly Buffer[] => {
  if (block.length < 4) return [];
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  const values: Buffer[] = [];
  let at = 0;
  while (at < end) {
    const [, afterShared] = varint(block, at);
    const [unshared, afterUnshared] = varint(block, afterShared);
    const [length, key] = varint(block, afterUnshared);
    const value = key + unshared;
    values.push(block.subarray(value, value + length));
    at = value + length;
  }
  return values;
};

export const tableBlocks = (table: Buffer): readonly Buffer[] => {
  if (table.length < FOOTER + TRAILER) return [];
  const footer = table.subarray(table.length - FOOTER);
  const [, afterMetaOffset] = varint(footer, 0);
  const [, afterMeta] = varint(footer, afterMetaOffset);
  const [indexOffset, afterIndexOffset] = varint(footer, afterMeta);
  const [indexSize] = varint(footer, afterIndexOffset);
  return valuesOf(blockAt(table, indexOffset, indexSize)).map((handle) => {
    const [offset, afterOffset] = varint(handle, 0);
    const [size] = varint(handle, afterOffset);
    return blockAt(table, offset, size);
  });
};
