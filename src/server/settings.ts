/**
 * What the environment says, parsed once. All faults are found at once, in words of the person who starts the server;
 * an empty variable counts as absent.
 */
import { isAbsolute, resolve } from 'node:path';
import { fail, ok, type Result } from '#domain/result.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** A PostgreSQL to use instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Where browsers reach this server; decides Origin and HSTS. No trailing slash. */
  readonly publicUrl: string;
  /** A pass phrase with which backups are sealed; without one they are not. */
  readonly backupKey?: string;
}

export interface SettingFault {
  readonly name: string;
  readonly found: string;
  readonly vi: string;
  readonly en: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_PORT = 4180;

export const parseSettings = (
  environment: Environment,
  workingDir: string,
): Result<Settings, readonly SettingFault[]> => {
  const read = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const faults: SettingFault[] = [];
  const port = parsePort(read('PORT'), faults);
  const host = parseHost(read('HOST'), faults);
  const databaseUrl = parseDatabaseUrl(read('DATABASE_URL'), faults);
  const publicUrl = parsePublicUrl(read('PUBLIC_URL'), faults) ?? `http://localhost:${String(port)}`;
  const dataDir = read('DATA_DIR') ?? 'data';
  const backupKey = parseBackupKey(read('BACKUP_KEY'), faults);
  if (faults.length > 0) return fail(faults);
  return ok({
    port,
    host,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(workingDir, dataDir),
    databaseUrl,
    publicUrl,
    ...(backupKey === undefined ? {} : { backupKey }),
  });
};

const parsePort = (found: string | undefined, faults: SettingFault[]): number => {
  if (found === undefined) return DEFAULT_PORT;
  const port = Number(found);
  if (/^\d{1,5}$/u.test(found) && port >= 1 && port <= 65_535) return port;
  faults.push({
    name: 'PORT',
    found,
    vi: 'phải là một số từ 1 đến 65535, ví dụ 4180',
    en: 'must be a number from 1 to 65535, such as 4180',
  });
  return DEFAULT_PORT;
};

const parseHost = (found: string | undefined, faults: SettingFault[]): string => {
  if (found === undefined) return '127.0.0.1';
  if (/^[\w.:-]+$/u.test(found)) return found;
  faults.push({
    name: 'HOST',
    found,
    vi: 'phải là một địa chỉ hoặc tên máy, ví dụ 127.0.0.1 hay 0.0.0.0, không có http://',
    en: 'must be an address or a host name, such as 127.0.0.1 or 0.0.0.0, without http://',
  });
  return found;
};

const parseDatabaseUrl = (found: string | undefined, faults: SettingFault[]): string | undefined => {
  if (found === undefined) return undefined;
  if (URL.canParse(found) && /^postgres(?:ql)?:$/u.test(new URL(found).protocol)) return found;
  faults.push({
    name: 'DATABASE_URL',
    // It may hold a password.
    found: '…',
    vi: 'phải có dạng postgres://người-dùng:mật-khẩu@máy:5432/tên; bỏ trống để dùng cơ sở dữ liệu đi kèm',
    en: 'must look like postgres://user:password@host:5432/name; leave it empty for the embedded database',
  });
  return undefined;
};

const parsePublicUrl = (found: string | undefined, faults: SettingFault[]): string | undefined => {
  if (found === undefined) return undefined;
  const url = URL.canParse(found) ? new URL(found) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol) && url.pathname === '/' && url.search + url.hash === '')
    return url.origin;
  faults.push({
    name: 'PUBLIC_URL',
    found,
    vi: 'phải là một địa chỉ không có đường dẫn phía sau, ví dụ https://sotay.example.vn',
    en: 'must be an address without a path behind it, such as https://sotay.example.vn',
  });
  return undefined;
};

const MIN_BACKUP_KEY = 16;

const parseBackupKey = (found: string | undefined, faults: SettingFault[]): string | undefined => {
  if (found === undefined || found.length >= MIN_BACKUP_KEY) return found;
  faults.push({
    name: 'BACKUP_KEY',
    found: '…',
    vi: `phải có ít nhất ${String(MIN_BACKUP_KEY)} ký tự; hãy cất khoá này ở nơi khác với bản sao lưu`,
    en: `must have at least ${String(MIN_BACKUP_KEY)} characters; keep it elsewhere than the backups`,
  });
  return undefined;
};
