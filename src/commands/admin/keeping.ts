/**
 * Keeping the database: backup, restore, verify, distribute. What is said here is for whoever keeps the server, Vietnamese
 * first.
 */
import { isAbsolute, join, resolve } from 'node:path';
import { fail, ok, type Result } from '#domain/result.ts';
import { UNITS_SCOPE } from '#domain/scope.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import type { FileFault } from '#server/database/backup/backup-file.ts';
import { restoreBackup, type Restored } from '#server/database/backup/restore-backup.ts';
import { verifyBackup, verifyDatabase, type Verified } from '#server/database/backup/verify.ts';
import { writeBackup } from '#server/database/backup/write-backup.ts';
import { distribute } from '#server/database/distribute.ts';
import type { AdminCommand, AdminDeps } from './commands.ts';
import type { Options, OptionShape } from './options.ts';

const flag: OptionShape = { kind: 'flag' };
const optionalFile: OptionShape = { kind: 'word' };
const neededFile: OptionShape = { kind: 'word', required: true };

const KEY_WORDS =
  'BACKUP_KEY  khoá niêm phong bản sao lưu, ít nhất 16 ký tự; cất ở nơi khác / seals backups, at least 16 characters; keep it elsewhere';

const fileWords: Readonly<Record<FileFault | 'not-empty' | 'newer', string>> = {
  missing: 'Không mở được tệp này. / This file cannot be opened.',
  exists: 'Đã có tệp mang tên này; chưa ghi gì. / There is a file of this name; nothing was written.',
  'no-key':
    'Bản sao lưu này đã niêm phong: hãy đặt BACKUP_KEY. / This backup is sealed: set BACKUP_KEY to the key it was made with.',
  damaged:
    'Bản sao lưu này hỏng, bị cắt, hoặc được niêm phong bằng khoá khác. Cơ sở dữ liệu giữ nguyên. / This backup is damaged, cut, or sealed under another key. The database was left as it is.',
  'not-empty':
    'Cơ sở dữ liệu đang có dữ liệu và được giữ nguyên. Muốn thay bằng bản sao lưu, thêm --replace. / The database holds data and was left as it is. To put the backup in its place, add --replace.',
  newer:
    'Bản sao lưu này do một phiên bản mới hơn tạo ra. Hãy cập nhật chương trình. / This backup was made by a newer version. Update this program.',
};

const pathOf = (options: Options, fallback: string): string => {
  const given = options.get('file') ?? fallback;
  return isAbsolute(given) ? given : resolve(given);
};

const total = (rows: Readonly<Record<string, number>>): number => Object.values(rows).reduce((sum, n) => sum + n, 0);

const countsOf = (rows: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(rows).map(([table, count]) => `  ${table.padEnd(16)} ${String(count)}`);

const audited = ({ storage, now }: AdminDeps, what: string, made: string): Promise<void> =>
  storage.audit.append(UNITS_SCOPE, { at: now(), ...COMMAND_LINE, what, object: made, result: 'done' });

const backup: AdminCommand = {
  usage: '[FILE] [--json]',
  summary: 'Sao lưu, trong khi máy chủ vẫn chạy. / Makes a backup while the server goes on.',
  details: [
    'Khi bản sao lưu đã xong, máy của mọi người thôi giữ những gì có trong đó: hãy cất kỹ bản mới nhất. / Once a backup is finished, devices no longer keep what is in it: keep the newest one safe.',
    'FILE  mặc định trong DATA_DIR/backups / by default in DATA_DIR/backups',
    'Bản sao lưu SQLite khôi phục được vào PostgreSQL và ngược lại. / A backup of SQLite can be restored into PostgreSQL, and the other way round.',
    KEY_WORDS,
  ],
  options: { file: optionalFile, json: flag },
  run: async (deps, options) => {
    const { settings, database } = deps;
    const made = new Date(deps.now()).toISOString();
    const name = `so-tay-${made.slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-')}.backup`;
    const path = pathOf(options, join(settings.dataDir, 'backups', name));
    const written = await writeBackup({ settings, database, path, key: settings.backupKey }, made);
    if (written.is === 'refused') return fail(fileWords[written.why]);
    if (written.is === 'broken') return fail(brokenWords(written.faults));
    await audited(deps, 'backup', made);
    const sealed = settings.backupKey !== undefined;
    if (options.has('json')) return ok(JSON.stringify({ file: path, sealed, rows: written.rows }));
    return ok(
      [
        `Đã sao lưu ${String(total(written.rows))} dòng vào ${path}`,
        `Backed up ${String(total(written.rows))} rows to ${path}`,
        sealed
          ? 'Đã niêm phong bằng BACKUP_KEY. / Sealed under BACKUP_KEY.'
          : 'Chưa niêm phong: ai có tệp đều đọc được. Hãy đặt BACKUP_KEY. / Not sealed: whoever has the file can read it. Set BACKUP_KEY.',
      ].join('\n'),
    );
  },
};

const restore: AdminCommand = {
  usage: 'FILE [--replace] [--json]',
  summary: 'Khôi phục từ bản sao lưu. / Restores a backup.',
  details: [
    '--replace  thay dữ liệu đang có / in place of the data that is there',
    'Máy của mọi người tự nhận ra và gửi lại những gì bản sao lưu mới nhất chưa có. Với bản cũ hơn, việc đã gửi giữa hai bản có thể không còn ở đâu nữa. / Devices notice, and send again what the newest backup does not know. Of an older one, what was sent between the two may be nowhere any more.',
    'Phiên đăng nhập trở lại như lúc sao lưu. / Sessions come back as they stood when it was made.',
    'Trên PostgreSQL có Citus: chạy lại "distribute" sau đó. / On a PostgreSQL with Citus: run "distribute" again afterwards.',
    KEY_WORDS,
  ],
  options: { file: neededFile, replace: flag, json: flag },
  run: async (deps, options) => {
    const { settings, database } = deps;
    const restored = await restoreBackup(
      { database, path: pathOf(options, ''), key: settings.backupKey },
      options.has('replace'),
      deps.now(),
    );
    if (restored.is === 'refused') return fail(fileWords[restored.why]);
    await audited(deps, 'restore', restored.made);
    return ok(options.has('json') ? JSON.stringify(restored) : wordsOfRestored(restored));
  },
};

const wordsOfRestored = ({ made, rows, scopes, newest }: Extract<Restored, { is: 'restored' }>): string =>
  [
    `Đã khôi phục bản sao lưu ngày ${made}: ${String(total(rows))} dòng, ${String(scopes)} ngăn dữ liệu.`,
    `Restored the backup of ${made}: ${String(total(rows))} rows, ${String(scopes)} scopes.`,
    ...countsOf(rows),
    ...(newest === undefined ? [] : olderWords(newest)),
    'Mỗi ngăn bắt đầu một đời mới: máy của mọi người sẽ tải lại và gửi lại những gì bản sao lưu chưa có.',
    'Each scope begins a new life: devices fetch anew and send again what the backup does not know.',
    'Phiên đăng nhập như lúc sao lưu; muốn kết thúc phiên của ai, dùng set-password. / Sessions are those of the backup; set-password ends a person’s.',
  ].join('\n');

const olderWords = (newest: string): readonly string[] => [
  `Chú ý: bản sao lưu mới nhất là bản ngày ${newest}. Việc đã gửi giữa hai bản có thể không còn trên máy nào; nếu có bản mới nhất, hãy khôi phục bản đó.`,
  `Careful: the newest backup is that of ${newest}. What was sent between the two may be on no device any more; if you have the newest one, restore it.`,
];

const brokenWords = (faults: readonly string[]): string =>
  ['Tệp cơ sở dữ liệu bị hỏng. / The database file is damaged.', ...faults.map((words) => `  ${words}`)].join('\n');

const verify: AdminCommand = {
  usage: '[FILE] [--json]',
  summary: 'Kiểm tra cơ sở dữ liệu, hoặc một bản sao lưu. / Checks the database, or a backup.',
  details: [
    'Không sửa gì. Mã thoát 2 khi có sai lệch. / Changes nothing. Exit code 2 when something is wrong.',
    'Tính lại mã kiểm của từng ngăn, số thứ tự, chuỗi đã nhận và chuỗi nhật ký. / Recomputes each scope’s digest, sequence, chains of what was taken, and audit chain.',
    KEY_WORDS,
  ],
  options: { file: optionalFile, json: flag },
  run: async ({ settings, database }, options) => {
    const verified = options.has('file')
      ? await verifyBackup({ path: pathOf(options, ''), key: settings.backupKey })
      : await verifyDatabase({ settings, database });
    if (verified.is === 'refused') return fail(fileWords[verified.why]);
    return wordsOfVerified(verified, options.has('json'));
  },
};

const wordsOfVerified = (
  { checked, fileFaults }: Extract<Verified, { is: 'checked' }>,
  asJson: boolean,
): Result<string, string> => {
  const { rows, scopes, faults, faultCount } = checked;
  const isWell = faultCount === 0 && fileFaults.length === 0;
  if (asJson) {
    const text = JSON.stringify({ ok: isWell, scopes, rows, faultCount, faults, fileFaults });
    return isWell ? ok(text) : fail(text);
  }
  const counts = [`${String(scopes)} ngăn / scopes, ${String(total(rows))} dòng / rows`, ...countsOf(rows)];
  if (isWell) return ok(['Không thấy sai lệch. / Nothing is wrong.', ...counts].join('\n'));
  return fail(
    [
      `Có ${String(faultCount + fileFaults.length)} sai lệch. / ${String(faultCount + fileFaults.length)} things are wrong.`,
      ...fileFaults.map((words) => `  ${words}`),
      ...faults.map(({ is, scope, detail }) => `  ${scope}: ${is} (${detail})`),
      ...counts,
    ].join('\n'),
  );
};

const distributeTables: AdminCommand = {
  usage: '[--json]',
  summary:
    'Chia bảng của PostgreSQL có phần mở rộng Citus ra nhiều máy. / Spreads the tables of a PostgreSQL with Citus over its workers.',
  details: ['Chạy lại được; bảng đã chia được giữ nguyên. / Can be run again; what is spread stays.'],
  options: { json: flag },
  run: async ({ settings, database }, options) => {
    const done = await distribute(database, settings.databaseUrl !== undefined);
    switch (done.is) {
      case 'not-postgres':
        return fail(
          'Cơ sở dữ liệu là SQLite, chạy trên một máy. Muốn chia ra nhiều máy, dùng PostgreSQL có Citus (DATABASE_URL). / The database is SQLite, which lives on one machine. To spread it, use a PostgreSQL with Citus (DATABASE_URL).',
        );
      case 'no-extension':
        return fail(
          'PostgreSQL này chưa có phần mở rộng Citus. Hãy cài Citus rồi chạy CREATE EXTENSION citus. Không có Citus, chương trình vẫn chạy bình thường. / This PostgreSQL lacks the Citus extension. Install Citus and run CREATE EXTENSION citus. Without it everything works as before.',
        );
      case 'done':
        if (options.has('json')) return ok(JSON.stringify(done));
        return ok(
          [
            `Citus ${done.version}: đã chia ${String(done.now.length)} bảng, ${String(done.before)} bảng đã chia từ trước. / spread ${String(done.now.length)} tables; ${String(done.before)} were spread before.`,
            ...done.now.map((table) => `  ${table}`),
          ].join('\n'),
        );
    }
  },
};

export const keepingCommands: Readonly<Record<string, AdminCommand>> = {
  backup,
  restore,
  verify,
  distribute: distributeTables,
};
