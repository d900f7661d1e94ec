import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileCipher as phone } from '#client/vault/file-cipher.ts';
import { fileCipher as server } from '#server/file-cipher.ts';
import { MAX_FILE_BYTES, readFile, type Bytes, type ReplyFile, type RequestFile } from '#sync/exchange-file.ts';
import { openReply, openRequest, sealReply, sealRequest } from '#sync/sealed-file.ts';

const SENDER = { person: 'lan-mau', device: 'device-of-the-sample-s0000001' };
const LINES = '["q",2,2,"device"]\n["m",1,"Lễ phát động Tháng hành động"]\n';

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('there is none');
  return value;
};
const read = (bytes: Uint8Array): RequestFile | ReplyFile | string => {
  const file = readFile(bytes);
  if (file.ok) return file.value;
  return file.problem.code === 'file/unfit' ? file.problem.why : file.problem.code;
};
const asRequest = (bytes: Uint8Array): RequestFile => {
  const file = read(bytes);
  if (typeof file === 'string' || file.is !== 'request') throw new Error('not an outgoing file');
  return file;
};
const asReply = (bytes: Uint8Array): ReplyFile => {
  const file = read(bytes);
  if (typeof file === 'string' || file.is !== 'reply') throw new Error('not a reply');
  return file;
};
const flipped = (bytes: Bytes, bit: number): Bytes => {
  const changed = new Uint8Array(bytes);
  const place = Math.floor(bit / 8);
  changed[place] = (changed[place] ?? 0) ^ (1 << (bit % 8));
  return changed;
};

describe('An exchange file', () => {
  let pair: Awaited<ReturnType<typeof server.newPair>>;
  const secret = phone.randomBytes(32);
  let request: Bytes;
  let id: Bytes;
  let reply: Bytes;

  beforeAll(async () => {
    pair = await server.newPair();
    const sealed = await sealRequest(phone, { server: pair.publicKey, secret }, SENDER, LINES);
    const answered = sealed.ok ? await sealReply(server, secret, sealed.value.id, LINES) : sealed;
    if (!sealed.ok || !answered.ok) throw new Error('not sealed');
    request = sealed.value.bytes;
    id = sealed.value.id;
    reply = answered.value;
  });

  /** What the server makes of it: the lines, or nothing. */
  const receive = async (bytes: Bytes): Promise<string | undefined> => {
    const file = read(bytes);
    if (typeof file === 'string' || file.is !== 'request') return undefined;
    const opened = await openRequest(server, file, pair.privateKey);
    if (opened === undefined || !(await opened.isBy(secret))) return undefined;
    return opened.lines();
  };
  const takeBack = async (bytes: Bytes, by = secret): Promise<string | undefined> => {
    const file = read(bytes);
    return typeof file === 'string' || file.is !== 'reply' ? undefined : openReply(phone, by, file);
  };

  test('goes from the phone to the server and back', async () => {
    const opened = must(await openRequest(server, asRequest(request), pair.privateKey));
    expect(opened.sender).toEqual(SENDER);
    expect(await opened.isBy(secret)).toBe(true);
    expect(await opened.lines()).toBe(LINES);
    expect(asReply(reply).id).toEqual(id);
    expect(await takeBack(reply)).toBe(LINES);
  });

  test('is refused when any bit of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: request.length * 8 - 1 }), async (bit) => {
        expect(await receive(flipped(request, bit))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: reply.length * 8 - 1 }), async (bit) => {
        expect(await takeBack(flipped(reply, bit))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('is refused when any bit of what stands before the seal is another', async () => {
    for (const [bytes, file] of [
      [request, asRequest(request)],
      [reply, asReply(reply)],
    ] as const) {
      for (let bit = 0; bit < file.header.length * 8; bit += 1) {
        expect(await receive(flipped(bytes, bit))).toBeUndefined();
        expect(await takeBack(flipped(bytes, bit))).toBeUndefined();
      }
    }
  });

  test('is damaged when it is cut or lengthened anywhere', () => {
    for (const bytes of [request, reply]) {
      for (let length = 6; length < bytes.length; length += 1) expect(read(bytes.subarray(0, length))).toBe('damaged');
      expect(read(new Uint8Array([...bytes, 0]))).toBe('damaged');
    }
  });

  test('says what is wrong with what is none', () => {
    expect(read(new Uint8Array())).toBe('empty');
    expect(read(new TextEncoder().encode('{"not":"a file"}'))).toBe('not-ours');
    expect(read(request.subarray(0, 3))).toBe('not-ours');
    expect(read(new Uint8Array(MAX_FILE_BYTES + 1))).toBe('too-large');
    const newer = new Uint8Array(request);
    newer[4] = 2;
    expect(read(newer)).toBe('newer');
  });

  test('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 6 }), (noise, kept) => {
        const bytes = new Uint8Array([...request.subarray(0, kept), ...noise]);
        expect(typeof read(bytes)).toBe('string');
      }),
    );
  });

  test('tells a carrier neither whose it is nor what is in it', () => {
    const seen = new TextDecoder('latin1').decode(request);
    for (const word of [SENDER.person, SENDER.device, 'q",2', phone.toText(secret)]) expect(seen).not.toContain(word);
  });

  test('made twice of the same work has nothing in common with the first but server and version', async () => {
    const again = await sealRequest(phone, { server: pair.publicKey, secret }, SENDER, LINES);
    if (!again.ok) throw new Error(again.problem.code);
    const [one, two] = [asRequest(request), asRequest(again.value.bytes)];
    expect(two.id).not.toEqual(one.id);
    expect(two.ephemeral).not.toEqual(one.ephemeral);
    expect(two.fingerprint).toEqual(one.fingerprint);
    expect(two.sealed.subarray(0, 16)).not.toEqual(one.sealed.subarray(0, 16));
  });

  test('made by somebody without the replica secret is not by the device that it names', async () => {
    const other = phone.randomBytes(32);
    const forged = await sealRequest(phone, { server: pair.publicKey, secret: other }, SENDER, LINES);
    if (!forged.ok) throw new Error(forged.problem.code);
    const opened = must(await openRequest(server, asRequest(forged.value.bytes), pair.privateKey));
    expect(opened.sender).toEqual(SENDER);
    expect(await opened.isBy(secret)).toBe(false);
  });

  test('opens for no other server, and its reply for no other device', async () => {
    const stranger = await server.newPair();
    expect(await openRequest(server, asRequest(request), stranger.privateKey)).toBeUndefined();
    expect(await takeBack(reply, phone.randomBytes(32))).toBeUndefined();
  });

  test('does not seal to what is no key', async () => {
    const keys = { server: phone.randomBytes(65), secret };
    expect(await sealRequest(phone, keys, SENDER, LINES)).toEqual({
      ok: false,
      problem: { code: 'file/unfit', why: 'no-key' },
    });
  });

  test('whose lines unpack to more than is allowed is not unpacked, on either side', async () => {
    const bomb = 'a'.repeat(17 * 1024 * 1024);
    const sealed = await sealRequest(phone, { server: pair.publicKey, secret }, SENDER, bomb);
    if (!sealed.ok) throw new Error(sealed.problem.code);
    expect(sealed.value.bytes.length).toBeLessThan(100_000);
    expect(await receive(sealed.value.bytes)).toBeUndefined();
    const answered = await sealReply(server, secret, id, bomb);
    if (!answered.ok) throw new Error(answered.problem.code);
    expect(await takeBack(answered.value)).toBeUndefined();
  });

  test('is not made larger than a server takes', async () => {
    const incompressible = Array.from({ length: 100 }, () => phone.toText(phone.randomBytes(60_000))).join('');
    const sealed = await sealRequest(phone, { server: pair.publicKey, secret }, SENDER, incompressible);
    expect(sealed).toEqual({ ok: false, problem: { code: 'file/unfit', why: 'too-large' } });
  });
});
