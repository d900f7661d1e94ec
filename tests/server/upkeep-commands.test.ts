import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin } from '#commands/admin.ts';
import { databases } from '#tests/support/databases.ts';
import {
  anActivity,
  anEdit,
  createReplica,
  linesOf,
  openSampleServer,
  signInRole,
  WORK,
  type SampleServer,
} from './test-server.ts';

describe.each(databases)('What a server does by itself, asked for on $name:', (database) => {
  let server: SampleServer;
  beforeAll(async () => {
    server = await openSampleServer(database);
  });
  afterAll(() => server.close());

  const run = async (...args: readonly string[]) => {
    const said: string[] = [];
    const { settings } = server.opened;
    const status = await admin(args, {
      print: (text) => said.push(text),
      complain: (text) => said.push(text),
      input: Readable.from([]),
      environment: { DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? '' },
      workingDir: settings.dataDir,
    });
    return { status, said: said.join('\n') };
  };

  test('gc clears what was deleted, once, and says how much', async () => {
    const officer = await signInRole(server, 'officer');
    const phone = createReplica(server, officer);
    await phone.push(phone.mutation([anActivity('cleared')]));
    await phone.push(phone.mutation([anEdit('cleared', { $d: true })]));
    await server.opened.database.updateTable('dev').set({ closed: 1 }).where('scope', '=', WORK).execute();
    expect(await run('gc', '--json')).toEqual({ status: 0, said: '{"forgotten":1}' });
    expect(await server.deps.storage.ledger.record(WORK, { table: 'activity', id: 'cleared' })).toBeUndefined();
    expect((await run('gc')).said).toContain('Đã dọn 0 mục');
  });

  test('judge-again takes what the server knows now', async () => {
    const officer = await signInRole(server, 'officer');
    const phone = createReplica(server, officer);
    const held = phone.mutation([anActivity('judged', { approvedBy: 'me' })]);
    const alias = linesOf(await phone.push(held), 'h')[0]?.[2] ?? 0;
    expect((await run('judge-again')).said).toContain('Đã nhận 0 thay đổi');
    const known = JSON.stringify(['m', 1, held.h, held.ms, held.ctr, [anActivity('judged')], held.schema]);
    await server.opened.database
      .updateTable('held')
      .set({ mut: known })
      .where('scope', '=', WORK)
      .where('alias', '=', alias)
      .execute();
    expect(await run('judge-again', '--json')).toEqual({ status: 0, said: '{"released":1}' });
    expect(await server.deps.storage.ledger.record(WORK, { table: 'activity', id: 'judged' })).toBeDefined();
  });
});
