/** The audit trail on the console: whether its chains hold, and all of it as JSON lines for who keeps it elsewhere. */
import { fail, ok, type Result } from '#domain/result.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import { UNITS_SCOPE } from '#domain/scope.ts';
import { checkAudit, type CheckedTrail } from '#server/database/check-audit.ts';
import type { AdminCommand, AdminDeps } from './commands.ts';
import type { Options } from './options.ts';

const verify = async ({ database }: AdminDeps, asJson: boolean): Promise<Result<string, string>> => {
  const trails = await checkAudit(database);
  const broken = trails.filter((trail) => trail.broken.length > 0);
  const text = asJson ? JSON.stringify({ ok: broken.length === 0, trails }) : wordsOf(trails, broken);
  return broken.length === 0 ? ok(text) : fail(text);
};

const wordsOf = (trails: readonly CheckedTrail[], broken: readonly CheckedTrail[]): string => {
  const entries = trails.reduce((sum, trail) => sum + trail.entries, 0);
  const counted = `${String(trails.length)} nhật ký / trails, ${String(entries)} mục / entries`;
  if (broken.length === 0) return `Không mục nào bị sửa hay bỏ. / No entry was changed or taken out.\n${counted}`;
  return [
    'Nhật ký bị sửa hoặc thiếu. / The trail was changed, or entries are missing.',
    ...broken.map((trail) => `  ${trail.scope}: ${trail.broken.join(', ')}`),
    counted,
  ].join('\n');
};

const PAGE = 500;

const exportAll = async ({ database, storage, now, print }: AdminDeps): Promise<Result<string, string>> => {
  await storage.audit.append(UNITS_SCOPE, {
    at: now(),
    ...COMMAND_LINE,
    what: 'export-audit',
    object: '',
    result: 'done',
  });
  for (const { scope } of await checkAudit(database)) {
    let n = 0;
    for (;;) {
      const rows = await database
        .selectFrom('audit')
        .selectAll()
        .where('scope', '=', scope)
        .where('n', '>', n)
        .orderBy('n')
        .limit(PAGE)
        .execute();
      if (rows.length > 0) await print(rows.map((row) => JSON.stringify(row)).join('\n'));
      n = rows.at(-1)?.n ?? n;
      if (rows.length < PAGE) break;
    }
  }
  return ok('');
};

const run = async (deps: AdminDeps, options: Options): Promise<Result<string, string>> => {
  switch (options.get('verb')) {
    case 'verify':
      return verify(deps, options.has('json'));
    case 'export':
      return exportAll(deps);
    default:
      return fail('Cần "verify" hoặc "export". / Say "verify" or "export".');
  }
};

export const auditCommand: AdminCommand = {
  usage: 'verify [--json] | export',
  summary: 'Kiểm tra hoặc xuất nhật ký hệ thống. / Checks or exports the audit trail.',
  details: [
    'verify  không sửa gì; mã thoát 2 khi có mục bị sửa, bỏ hay chen vào / changes nothing; exit code 2 when an entry was changed, taken out or put in',
    '        --json in cả mã cuối của từng nhật ký: giữ ở nơi khác thì biết được đuôi bị cắt / also prints the last hash of each trail: kept elsewhere, it shows an end that was cut off',
    'export  mỗi mục một dòng JSON; không có số liệu hay nội dung bản ghi / an entry a line, as JSON; no figures and nothing that records say',
  ],
  options: { verb: { kind: 'word', required: true }, json: { kind: 'flag' } },
  run,
};
