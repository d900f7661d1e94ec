/** `npm run admin -- export-json [FILE] [--unit ID]`: what one unit or all hold, as JSON (its shape: database/backup/export-json.ts). */
import { open } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fail, ok, type Result } from '#domain/result.ts';
import { scopeOf, UNITS_SCOPE } from '#domain/scope.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import { readUnits } from '#server/actions/units.ts';
import { exportJson } from '#server/database/backup/export-json.ts';
import type { AdminCommand, AdminDeps, Print } from './commands.ts';
import type { Options } from './options.ts';

/** A file that nobody else may read; one of that name stays as it is. */
const intoFile = async (path: string, fill: (write: Print) => Promise<number>): Promise<Result<number, string>> => {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => error);
  if (file instanceof Error)
    return fail(
      'code' in file && file.code === 'EEXIST'
        ? 'Đã có tệp mang tên này; chưa ghi gì. / There is a file of this name; nothing was written.'
        : `Không ghi được vào tệp này. / This file cannot be written. (${file.message})`,
    );
  const opened = file as Awaited<ReturnType<typeof open>>;
  try {
    const count = await fill((text) => opened.appendFile(`${text}\n`));
    await opened.sync();
    return ok(count);
  } finally {
    await opened.close();
  }
};

const run = async (deps: AdminDeps, options: Options): Promise<Result<string, string>> => {
  const { settings, database, storage } = deps;
  const unit = options.get('unit');
  if (unit !== undefined && !(await readUnits(storage.ledger)).byId.has(unit))
    return fail('Không có đơn vị mang mã này; xem "list". / There is no unit with this id; see "list".');
  const at = deps.now();
  const fill = (write: Print) => exportJson({ settings, database, unit, at }, write);
  const named = options.get('file');
  const path = named === undefined || isAbsolute(named) ? named : resolve(named);
  const written = path === undefined ? ok(await fill(deps.print)) : await intoFile(path, fill);
  if (!written.ok) return written;
  const scope = unit === undefined ? UNITS_SCOPE : scopeOf(unit, 'directory');
  const entry = { at, ...COMMAND_LINE, what: 'export', object: unit ?? '', result: 'done' as const };
  await storage.audit.append(scope, entry);
  const count = String(written.value);
  return ok(path === undefined ? '' : `Đã xuất ${count} bản ghi vào ${path}\nExported ${count} records to ${path}`);
};

export const exportCommand: AdminCommand = {
  usage: '[FILE] [--unit <id>]',
  summary: 'Xuất mọi bản ghi ra JSON, đọc được không cần chương trình. / Exports every record as JSON.',
  details: [
    'FILE    nơi ghi; không có thì in ra / where to write; printed without it',
    '--unit  chỉ một đơn vị; mặc định cả máy chủ / one unit alone; by default the whole server',
    '{"format","version","made","unit","records":[{"scope","table","id","fields"}, …]}',
    'Không có mật khẩu, phiên hay khoá; có số liệu, nên hãy giữ kín. / No passwords, sessions or keys; figures are in it, so keep it to yourself.',
  ],
  options: { file: { kind: 'word' }, unit: { kind: 'text' } },
  run,
};
