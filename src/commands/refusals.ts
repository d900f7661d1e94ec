/** Why the program does not start, in words: Vietnamese first, then English. The console has no other texts. */
import type { DatabaseRefusal, RefusalReason } from '#server/database/open-database.ts';
import type { StartRefusal } from '#server/main.ts';
import type { SettingFault } from '#server/settings.ts';

type Words = (where: string) => { readonly vi: string; readonly en: string };

const databaseWords: Readonly<Record<RefusalReason, Words>> = {
  'not-a-database': (where) => ({
    vi: `${where} không phải là một cơ sở dữ liệu. Tệp được giữ nguyên. Hãy chọn thư mục khác (DATA_DIR) hoặc khôi phục từ bản sao lưu.`,
    en: `${where} is no database. It was left as it is. Choose another directory (DATA_DIR), or restore a backup.`,
  }),
  foreign: (where) => ({
    vi: `${where} là cơ sở dữ liệu của chương trình khác. Nó được giữ nguyên. Hãy chọn thư mục hoặc cơ sở dữ liệu khác (DATA_DIR, DATABASE_URL).`,
    en: `${where} is another program's database. It was left as it is. Choose another one (DATA_DIR, DATABASE_URL).`,
  }),
  damaged: (where) => ({
    vi: `${where} bị hỏng. Tệp được giữ nguyên. Hãy sao chép nó ra chỗ khác, rồi khôi phục từ bản sao lưu.`,
    en: `${where} is damaged. It was left as it is. Copy it elsewhere, then restore a backup.`,
  }),
  'not-writable': (where) => ({
    vi: `Không ghi được vào ${where}. Hãy kiểm tra quyền ghi và chỗ trống, hoặc chọn thư mục khác (DATA_DIR).`,
    en: `${where} cannot be written to. Check permissions and free space, or choose another directory (DATA_DIR).`,
  }),
  newer: (where) => ({
    vi: `${where} đã được một phiên bản mới hơn của chương trình sử dụng. Hãy cập nhật chương trình này.`,
    en: `${where} was used by a newer version of this program. Update this one.`,
  }),
  unreachable: (where) => ({
    vi: `Không kết nối được cơ sở dữ liệu PostgreSQL tại ${where}. Hãy kiểm tra DATABASE_URL và máy chủ đó.`,
    en: `The PostgreSQL at ${where} cannot be reached. Check DATABASE_URL and that server.`,
  }),
};

export const wordsOfDatabase = ({ is, where, detail }: DatabaseRefusal): string => {
  const { vi, en } = databaseWords[is](where);
  return [vi, en, `(${detail})`].join('\n');
};

export const wordsOfStart = (refusal: StartRefusal): string => {
  switch (refusal.is) {
    case 'database':
      return wordsOfDatabase(refusal.refusal);
    case 'port-taken':
      return [
        `Cổng ${String(refusal.port)} đang được chương trình khác dùng. Hãy tắt chương trình đó, hoặc chọn cổng khác: PORT=4181 npm start`,
        `Port ${String(refusal.port)} is in use by another program. Stop that one, or choose another port: PORT=4181 npm start`,
      ].join('\n');
    case 'cannot-listen':
      return [
        `Không mở được cổng ${String(refusal.port)} tại ${refusal.host}. Hãy kiểm tra HOST và PORT.`,
        `Cannot listen on port ${String(refusal.port)} at ${refusal.host}. Check HOST and PORT.`,
        `(${refusal.detail})`,
      ].join('\n');
  }
};

export const wordsOfSettings = (faults: readonly SettingFault[]): string =>
  [
    'Biến môi trường chưa đúng / environment variables that are not right:',
    ...faults.flatMap(({ name, found, vi, en }) => [`  ${name}=${found}`, `    ${name} ${vi}.`, `    ${name} ${en}.`]),
  ].join('\n');
