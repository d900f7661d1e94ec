/** Exchange files as the server takes them; the phone's half is the real one of the client's vault. */
import { mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileCipher as phone } from '#client/vault/file-cipher.ts';
import { admin } from '#commands/admin.ts';
import { createFileKeyReader } from '#server/actions/file-keys.ts';
import { receiveFile } from '#server/actions/receive-file.ts';
import { createStorage } from '#server/database/storage.ts';
import { MAX_FILE_BYTES, readFile, type Bytes } from '#sync/exchange-file.ts';
import { parseResponseLine, type ResponseLine } from '#sync/messages.ts';
import { openReply, sealRequest } from '#sync/sealed-file.ts';
import { databases } from '#tests/support/databases.ts';
import {
  acknowledged,
  anActivity,
  anEdit,
  createReplica,
  linesOf,
  openSampleServer,
  openServer,
  signInRole,
  WORK,
  type SampleServer,
  type SignedPerson,
} from './test-server.ts';

interface Phone extends SignedPerson {
  readonly secret: Bytes;
  readonly serverKey: Bytes;
}

const bytesOf = (text: string | null | undefined): Bytes => {
  const bytes = phone.fromText(text ?? '');
  if (bytes === undefined || bytes.length === 0) throw new Error('no key was given');
  return bytes;
};

const THEMSELVES = { person: '', device: '' };

describe.each(databases)('POST /api/files on $name', (database) => {
  let server: SampleServer;
  let officer: Phone;
  let carrier: SignedPerson;
  let serial = 0;
  beforeAll(async () => {
    server = await openSampleServer(database);
    carrier = await signInRole(server, 'leader');
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    officer = await takePhone('officer');
    serial += 1;
  });

  const keyOf = async (person: SignedPerson): Promise<string> => {
    const response = await server.app.request('/api/me', { headers: person.headers }, {});
    const { fileKey }: { fileKey: string } = await response.json();
    return fileKey;
  };
  const takePhone = async (role: string): Promise<Phone> => {
    const person = await signInRole(server, role);
    return { ...person, secret: bytesOf(person.answer.replicaSecret), serverKey: bytesOf(await keyOf(person)) };
  };

  const sealed = async (lines: readonly string[], by: Phone = officer, sender = THEMSELVES): Promise<Bytes> => {
    const file = await sealRequest(
      phone,
      { server: by.serverKey, secret: by.secret },
      { person: sender.person || by.id, device: sender.device || by.device },
      lines.map((line) => `${line}\n`).join(''),
    );
    if (!file.ok) throw new Error(file.problem.code);
    return file.value.bytes;
  };

  const bring = async (bytes: Bytes, by: SignedPerson = carrier): Promise<Response> =>
    server.app.request(
      '/api/files',
      { method: 'POST', headers: { 'Content-Type': 'application/octet-stream', ...by.headers }, body: bytes },
      {},
    );
  const refusalOf = async (bytes: Bytes, by?: SignedPerson): Promise<unknown> => {
    const response = await bring(bytes, by);
    expect(response.status).toBeGreaterThanOrEqual(400);
    return response.json();
  };
  const linesIn = async (bytes: Bytes, by: Phone = officer): Promise<readonly ResponseLine[]> => {
    const file = readFile(bytes);
    if (!file.ok || file.value.is !== 'reply') throw new Error('no reply');
    const text = await openReply(phone, by.secret, file.value);
    if (text === undefined) throw new Error('the reply does not open');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const parsed = parseResponseLine(line);
        if (parsed === undefined) throw new Error(`not a line of the protocol: ${line}`);
        return parsed;
      });
  };
  const delivered = async (bytes: Bytes, by: Phone = officer): Promise<readonly ResponseLine[]> => {
    const response = await bring(bytes);
    if (response.status !== 200) throw new Error(await response.text());
    return linesIn(new Uint8Array(await response.arrayBuffer()), by);
  };

  const stored = async (id: string) =>
    createStorage(server.opened.database).ledger.record(WORK, { table: 'activity', id });
  const headOf = async () => (await createStorage(server.opened.database).ledger.head(WORK))?.seq;
  const anId = (): string => `file-${String(serial)}`;

  test('takes what a stranger to the work brings, as its author, and seals the reply to the author', async () => {
    const replica = createReplica(server, officer);
    const made = replica.mutation([anActivity(anId(), { title: 'Ghi khi không có mạng' })]);
    const answer = await delivered(await sealed(replica.lines(made)));
    expect(acknowledged(answer)).toBe(1);
    expect(linesOf(answer, 'e')).toHaveLength(1);
    expect((await stored(anId()))?.registers['title']?.[0]).toBe('Ghi khi không có mạng');
    const history = await server.opened.database
      .selectFrom('history')
      .select('person')
      .where('scope', '=', WORK)
      .where('id', '=', anId())
      .execute();
    expect(new Set(history.map(({ person }) => person))).toEqual(new Set([officer.id]));
  });

  test('changes nothing when it is delivered twice, and acknowledges both times', async () => {
    const replica = createReplica(server, officer);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])));
    await delivered(file);
    const head = await headOf();
    expect(acknowledged(await delivered(file))).toBe(1);
    expect(await headOf()).toBe(head);
  });

  test('changes nothing by network after the file, nor by file after the network', async () => {
    const replica = createReplica(server, officer);
    const first = replica.mutation([anActivity(anId())]);
    await delivered(await sealed(replica.lines(first)));
    const head = await headOf();
    expect(acknowledged(await replica.push(first))).toBe(1);
    expect(await headOf()).toBe(head);

    const second = replica.mutation([anEdit(anId(), { title: 'Sửa lại' })]);
    await replica.push(second);
    const later = await headOf();
    expect(acknowledged(await delivered(await sealed(replica.lines(first, second))))).toBe(2);
    expect(await headOf()).toBe(later);
  });

  test('takes nothing of a second file before the first, and both once they come in order', async () => {
    const replica = createReplica(server, officer);
    const first = replica.mutation([anActivity(anId())]);
    const second = replica.mutation([anEdit(anId(), { title: 'Tệp thứ hai' })]);
    const [one, two] = [await sealed(replica.lines(first)), await sealed(replica.lines(second))];
    expect(acknowledged(await delivered(two))).toBe(0);
    expect(await stored(anId())).toBeUndefined();
    expect(acknowledged(await delivered(one))).toBe(1);
    expect(acknowledged(await delivered(two))).toBe(2);
    expect((await stored(anId()))?.registers['title']?.[0]).toBe('Tệp thứ hai');
  });

  test('takes work of a person whose session ended, and refuses that of one whose account was closed', async () => {
    const replica = createReplica(server, officer);
    await server.deps.storage.sessions.endOfPerson(officer.id);
    expect(acknowledged(await delivered(await sealed(replica.lines(replica.mutation([anActivity(anId())])))))).toBe(1);

    const { database: tables } = server.opened;
    await tables.updateTable('account').set({ closed: 1 }).where('person', '=', officer.id).execute();
    try {
      const file = await sealed(replica.lines(replica.mutation([anEdit(anId(), { title: 'Sau khi đóng' })])));
      expect(await refusalOf(file)).toEqual({ code: 'file/unfit', why: 'author-closed' });
      expect((await stored(anId()))?.registers['title']?.[0]).not.toBe('Sau khi đóng');
    } finally {
      await tables.updateTable('account').set({ closed: 0 }).where('person', '=', officer.id).execute();
    }
  });

  test('judges by the rights of today: what a person may no longer write is held with its reason', async () => {
    const replica = createReplica(server, officer);
    await server.deps.storage.accounts.setRole(officer.id, 'leader');
    try {
      const answer = await delivered(await sealed(replica.lines(replica.mutation([anActivity(anId())]))));
      expect(acknowledged(answer)).toBe(1);
      expect(linesOf(answer, 'x').map((line) => line[2].code)).toEqual(['rights/forbidden']);
      expect(await stored(anId())).toBeUndefined();
    } finally {
      await server.deps.storage.accounts.setRole(officer.id, 'officer');
    }
  });

  test('takes nothing for a scope that its author may not hold, and says that it is gone', async () => {
    const elsewhere = createReplica(server, officer, 'sample-province/work');
    const answer = await delivered(await sealed(elsewhere.lines(elsewhere.mutation([anActivity(anId())]))));
    expect(linesOf(answer, 'g').map((line) => line[1])).toEqual(['sample-province/work']);
    expect(acknowledged(answer)).toBe(-1);
  });

  test('keeps what was written for a scope that its author has lost since, and says that it is gone', async () => {
    const replica = createReplica(server, officer);
    await delivered(await sealed(replica.lines(replica.mutation([anActivity(anId())]))));
    const { database: tables } = server.opened;
    await tables.updateTable('account').set({ unit: 'sample-province' }).where('person', '=', officer.id).execute();
    try {
      const late = replica.mutation([anEdit(anId(), { title: 'Viết trước khi chuyển việc' })]);
      const answer = await delivered(await sealed(replica.lines(late)));
      expect(acknowledged(answer)).toBe(2);
      expect(linesOf(answer, 'x').map((line) => [line[1], line[2].code])).toEqual([[2, 'rights/not-found']]);
      expect(linesOf(answer, 'g').map((line) => line[1])).toEqual([WORK]);
      expect((await stored(anId()))?.registers['title']?.[0]).not.toBe('Viết trước khi chuyển việc');
    } finally {
      await tables.updateTable('account').set({ unit: 'sample-commune' }).where('person', '=', officer.id).execute();
    }
  });

  test('is nobody’s door: without a session nothing is read', async () => {
    const replica = createReplica(server, officer);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])));
    const response = await bring(file, { ...carrier, headers: {} });
    expect(response.status).toBe(401);
    expect(await stored(anId())).toBeUndefined();
  });

  test('says in a word what is wrong with a file, and takes nothing of it', async () => {
    const replica = createReplica(server, officer);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])));
    const damaged = new Uint8Array(file);
    damaged[file.length - 3] = (damaged[file.length - 3] ?? 0) ^ 1;
    const reply = new Uint8Array(await (await bring(await sealed(replica.lines()))).arrayBuffer());
    const newerFile = new Uint8Array(file);
    newerFile[4] = 9;
    const faults: readonly (readonly [Bytes, string])[] = [
      [new Uint8Array(), 'empty'],
      [new Uint8Array(Buffer.from('PK, another program’s file')), 'not-ours'],
      [damaged, 'damaged'],
      [file.slice(0, -1), 'damaged'],
      [newerFile, 'newer'],
      [reply, 'is-reply'],
      [await sealed(['["q",99,99,"a protocol of tomorrow"]']), 'newer'],
    ];
    for (const [bytes, why] of faults) expect(await refusalOf(bytes)).toEqual({ code: 'file/unfit', why });
    expect(await refusalOf(await sealed(['no line of the protocol']))).toEqual({ code: 'sync/malformed' });
    expect(await refusalOf(await sealed(['["q",1,1,"a protocol of long ago"]']))).toEqual({ code: 'sync/too-old' });
    expect(await refusalOf(await sealed(['x'.repeat(17 * 1024 * 1024)]))).toEqual({
      code: 'file/unfit',
      why: 'damaged',
    });
    expect(await refusalOf(await sealed([]))).toEqual({ code: 'sync/malformed' });
    expect(await refusalOf(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({ code: 'request/too-large' });
    expect(await stored(anId())).toBeUndefined();
  });

  test('refuses a file of another server', async () => {
    const { publicKey } = await server.deps.secrets.files.newPair();
    const replica = createReplica(server, officer);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])), {
      ...officer,
      serverKey: publicKey,
    });
    expect(await refusalOf(file)).toEqual({ code: 'file/unfit', why: 'other-server' });
  });

  test('tells a forgery and an unknown device in the same words', async () => {
    const replica = createReplica(server, officer);
    const lines = replica.lines(replica.mutation([anActivity(anId())]));
    const forged = await sealed(lines, { ...officer, secret: phone.randomBytes(32) });
    const unknown = await sealed(lines, officer, { person: officer.id, device: 'a-device-that-nobody-has' });
    const another = await sealed(lines, officer, { person: carrier.id, device: officer.device });
    for (const file of [forged, unknown, another])
      expect(await refusalOf(file)).toEqual({ code: 'file/unfit', why: 'unknown-device' });
    expect(await stored(anId())).toBeUndefined();
  });

  test('is not taken for a device that the lines do not come from', async () => {
    const other = await takePhone('officer');
    const replica = createReplica(server, other);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])), officer);
    expect(await refusalOf(file)).toEqual({ code: 'session/required' });
    expect(await stored(anId())).toBeUndefined();
  });

  test('slows down a carrier of forged files, and nobody else', async () => {
    const forger = await signInRole(server, 'recorder');
    const replica = createReplica(server, officer);
    const lines = replica.lines(replica.mutation([anActivity(anId())]));
    const forged = await sealed(lines, { ...officer, secret: phone.randomBytes(32) });
    const codes: unknown[] = [];
    for (let tries = 0; tries < 12; tries += 1) codes.push(await refusalOf(forged, forger));
    for (const code of codes.slice(0, 10)) expect(code).toEqual({ code: 'file/unfit', why: 'unknown-device' });
    expect(codes.at(-1)).toMatchObject({ code: 'session/slow-down' });
    const good = await sealed(lines);
    expect((await bring(good, forger)).status).toBe(429);
    expect((await bring(good)).status).toBe(200);
  });

  test('writes into the audit who brought it, whose it was and how much it held, and nothing of what', async () => {
    const replica = createReplica(server, officer);
    await delivered(
      await sealed(replica.lines(replica.mutation([anActivity(anId(), { title: 'Không được ghi vào nhật ký' })]))),
    );
    await refusalOf(await sealed(replica.lines(), { ...officer, secret: phone.randomBytes(32) }));
    const entries = await server.opened.database
      .selectFrom('audit')
      .selectAll()
      .where('what', '=', 'deliver-file')
      .where('person', '=', carrier.id)
      .orderBy('n')
      .execute();
    const [done, refused] = entries.slice(-2);
    expect(done).toMatchObject({ scope: 'sample-commune/directory', device: carrier.device, result: 'done' });
    expect(done?.object).toMatch(new RegExp(`^[0-9a-f]{32} ${officer.id} ${officer.device} 1$`, 'u'));
    expect(refused).toMatchObject({ result: 'refused' });
    expect(refused?.object).toMatch(/^[0-9a-f]{32}$/u);
    expect(JSON.stringify(entries)).not.toContain('Không được ghi');
  });

  test('is in the audit also when its taking breaks off', async () => {
    const replica = createReplica(server, officer);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])));
    const { storage } = server.deps;
    const broken = { ...storage, together: () => Promise.reject(new Error('the server died')) };
    const receive = receiveFile({ ...server.deps, storage: broken, fileKey: createFileKeyReader(server.deps) });
    const by = { person: carrier.id, device: carrier.device, unit: 'sample-commune' };
    await expect(receive(file, by)).rejects.toThrow('the server died');
    const entry = await server.opened.database
      .selectFrom('audit')
      .selectAll()
      .where('person', '=', carrier.id)
      .orderBy('n', 'desc')
      .executeTakeFirst();
    expect(entry).toMatchObject({ what: 'open-file', result: 'done' });
    expect(entry?.object).toMatch(new RegExp(`^[0-9a-f]{32} ${officer.id} ${officer.device} 1$`, 'u'));
  });

  test('brings no line that the network would not take; what stands before it is taken', async () => {
    const replica = createReplica(server, officer);
    const lines = replica.lines(
      replica.mutation([anActivity(anId())]),
      replica.mutation([anActivity(`${anId()}-long`, { narrative: 'ấ'.repeat(22_000) })]),
    );
    expect(await refusalOf(await sealed(lines))).toEqual({ code: 'request/too-large', max: 65_536 });
    expect(await stored(anId())).toBeDefined();
    expect(acknowledged(await replica.pull())).toBe(1);
  });

  test('is sealed to one key of all processes, made once and kept for good', async () => {
    const fresh = await openServer(database);
    try {
      const started = [1, 2, 3].map(() => createFileKeyReader(fresh.deps));
      const keys = await Promise.all(started.map((read) => read()));
      const reads = createFileKeyReader(fresh.deps);
      const later = await reads();
      expect(new Set([...keys, later].map(({ publicKey }) => publicKey)).size).toBe(1);
      expect(new Set([...keys, later].map(({ privateKey }) => privateKey)).size).toBe(1);
      // A restore under the running server, of a backup that has another.
      await fresh.opened.database.updateTable('server_key').set({ public: 'of the backup' }).execute();
      expect((await reads()).publicKey).toBe('of the backup');
    } finally {
      await fresh.close();
    }
  });

  test('stands also on the console of whoever keeps the server', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'so-tay-files-'));
    const path = join(directory, 'so-tay-gui-2026-11-22.stbg');
    const replica = createReplica(server, officer);
    const file = await sealed(replica.lines(replica.mutation([anActivity(anId())])));
    let said = '';
    const run = (...args: readonly string[]) =>
      admin(['deliver', ...args], {
        print: (text) => (said = text),
        complain: (text) => (said = text),
        input: Readable.from([]),
        environment: {
          DATA_DIR: server.opened.settings.dataDir,
          DATABASE_URL: server.opened.settings.databaseUrl ?? '',
        },
        workingDir: directory,
      });
    try {
      await writeFile(path, file);
      expect(await run(path, '--json')).toBe(0);
      const { changes, reply }: { changes: number; reply: string } = JSON.parse(said);
      expect(changes).toBe(1);
      expect(reply).toBe(join(directory, 'so-tay-gui-2026-11-22-tra-loi.stbg'));
      expect(acknowledged(await linesIn(new Uint8Array(await readBytes(reply))))).toBe(1);
      // A reply that lies there is somebody's: it is not written over.
      expect(await run(path)).toBe(2);
      expect(said).toContain('--reply');
      expect(await run(path, '--reply', join(directory, 'again.stbg'))).toBe(0);

      await writeFile(path, 'PK');
      expect(await run(path)).toBe(2);
      expect(said).toContain('.stbg');
      expect(await run(join(directory, 'none.stbg'))).toBe(2);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  test('gives as much of an answer as a reply can carry, and the device asks for the rest', async () => {
    const replica = createReplica(server, officer);
    const { files } = server.deps.secrets;
    // A gzip that makes nothing smaller, and long lines much longer.
    const pack = async (text: string): Promise<Bytes> => {
      const packed = await files.pack(text);
      return text.length > 20_000 ? new Uint8Array(MAX_FILE_BYTES) : packed;
    };
    const receive = receiveFile({
      ...server.deps,
      secrets: { ...server.deps.secrets, files: { ...files, pack } },
      fileKey: createFileKeyReader(server.deps),
    });
    const bytes = await sealed(replica.lines());
    const whole = await delivered(bytes);
    const taken = await receive(bytes, { person: carrier.id, device: carrier.device, unit: undefined });
    if (!taken.ok) throw new Error(taken.problem.code);
    const part = await linesIn(taken.value.reply);
    expect(part.length).toBeLessThan(whole.length);
    expect(linesOf(part, 'h')).toHaveLength(1);
    expect(linesOf(part, 'e')).toHaveLength(0);
    expect(linesOf(part, 'r')).toEqual(linesOf(whole, 'r').slice(0, linesOf(part, 'r').length));
  });

  test('fails, and blames no file, when the server’s own key is broken', async () => {
    const broken = { publicKey: '***', privateKey: '***', at: 0 };
    const receive = receiveFile({ ...server.deps, fileKey: () => Promise.resolve(broken) });
    const file = await sealed(createReplica(server, officer).lines());
    const taken = await receive(file, { person: carrier.id, device: carrier.device, unit: undefined });
    expect(taken).toEqual({ ok: false, problem: { code: 'server/failed' } });
  });

  test('gives the reply of an empty question: what the device does not have yet', async () => {
    const replica = createReplica(server, officer);
    const answer = await delivered(await sealed(replica.lines()));
    expect(linesOf(answer, 'r').length).toBeGreaterThan(0);
    expect(linesOf(answer, 'e')).toHaveLength(1);
  });
});
