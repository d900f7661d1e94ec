/** `npm run admin -- deliver FILE`: an exchange file that was brought to the server itself, and the reply to take back. */
import { open, readFile as readBytes, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { FileFault, Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import { createFileKeyReader } from '#server/actions/file-keys.ts';
import type { Deps } from '#server/actions/ports.ts';
import { receiveFile } from '#server/actions/receive-file.ts';
import { createUnitsReader } from '#server/actions/units.ts';
import { MAX_FILE_BYTES } from '#sync/exchange-file.ts';
import type { Options } from './options.ts';
import { wordsOfProblem } from './problem-words.ts';

const faults: Readonly<Partial<Record<FileFault, string>>> = {
  empty: 'Tệp này trống. / This file is empty.',
  'too-large': 'Tệp lớn quá, không phải tệp của Sổ tay. / The file is too large to be one of the workbook’s.',
  'not-ours': 'Đây không phải tệp của Sổ tay (.stbg). / This is no file of the workbook (.stbg).',
  damaged: 'Tệp bị hỏng trên đường đi; hãy lấy lại bản gốc. / The file was damaged on its way; get the original again.',
  newer: 'Tệp do ứng dụng mới hơn tạo ra; hãy cập nhật máy chủ. / Made by a newer app; update this server.',
  'is-reply':
    'Đây là tệp trả lời; mở trên máy đã tạo tệp gửi. / This is a reply; open it on the device that made the outgoing file.',
  'other-server': 'Tệp dành cho máy chủ khác. / The file is for another server.',
  'unknown-device':
    'Máy chủ không biết máy nào đã tạo tệp này. / This server knows no device that could have made this file.',
  'author-closed': 'Tài khoản của người tạo tệp đã đóng. / The account of whoever made this file is closed.',
};

const wordsOf = (problem: Problem): string =>
  (problem.code === 'file/unfit' ? faults[problem.why] : undefined) ?? wordsOfProblem(problem);

const readFile = async (path: string): Promise<Result<Uint8Array, string>> => {
  try {
    const { size } = await stat(path);
    return size > MAX_FILE_BYTES ? fail(faults['too-large'] ?? '') : ok(await readBytes(path));
  } catch {
    return fail(`Không đọc được tệp ${path}. / The file ${path} cannot be read.`);
  }
};

/** Beside the file, under a name that says what it is. */
const replyPathOf = (path: string): string => join(dirname(path), `${basename(path, extname(path))}-tra-loi.stbg`);

/** Never in the place of another file: what lies there may be the only copy of somebody's work. */
const writeNew = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  const file = await open(path, 'wx', 0o600).catch(() => undefined);
  if (file === undefined) return false;
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
  return true;
};

export const deliver = async (deps: Deps, options: Options): Promise<Result<string, string>> => {
  const path = resolve(options.get('file') ?? '');
  const replyPath = resolve(options.get('reply') ?? replyPathOf(path));
  const bytes = await readFile(path);
  if (!bytes.ok) return bytes;
  const receive = receiveFile({
    ...deps,
    readUnits: createUnitsReader(deps.storage.ledger),
    fileKey: createFileKeyReader(deps),
  });
  const delivered = await receive(bytes.value, { ...COMMAND_LINE, unit: undefined });
  if (!delivered.ok) return fail(wordsOf(delivered.problem));
  const { reply, changes } = delivered.value;
  if (!(await writeNew(replyPath, reply)))
    return fail(
      `Máy chủ đã nhận tệp, nhưng không ghi được tệp trả lời vào ${replyPath}. Chọn nơi khác bằng --reply và chạy lại: nhận lần nữa không làm thay đổi gì. / The file was taken, but the reply could not be written to ${replyPath}. Name another place with --reply and run it again: taking it twice changes nothing.`,
    );
  if (options.has('json')) return ok(JSON.stringify({ changes, reply: replyPath }));
  return ok(
    [
      `Máy chủ đã nhận tệp: ${String(changes)} thay đổi. / The file was taken: ${String(changes)} changes.`,
      `Tệp trả lời, đưa lại cho người gửi: ${replyPath}`,
      `The reply, to be taken back to whoever sent it: ${replyPath}`,
    ].join('\n'),
  );
};
