/**
 * What the environment says, parsed once. All faults are found at once, in words of the person who starts the server;
 * an empty variable counts as absent.
 *
 * - What is secret may stand in a file instead, which NAME_FILE names: a process's environment is seen by more people.
 */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
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
  /** Addresses, or blocks of them (10.0.0.0/8), of proxies whose X-Forwarded-For is believed; nobody else's is. */
  readonly trustedProxies: readonly string[];
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

/** The file's text; `undefined` when it cannot be read. */
const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

export const parseSettings = (
  environment: Environment,
  workingDir: string,
  readFile: (path: string) => string | undefined = readText,
): Result<Settings, readonly SettingFault[]> => {
  const read = (name: string): string | undefined => {
    const value = environment[name]?.trim();
    return value === '' ? undefined : value;
  };
  const faults: SettingFault[] = [];
  const readSecret = (name: string): string | undefined => {
    const path = read(`${name}_FILE`);
    if (path === undefined) return read(name);
    const text = readFile(resolve(workingDir, path))?.trim();
    if (text !== undefined && text !== '' && read(name) === undefined) return text;
    faults.push(secretFileFault(name, path));
    return undefined;
  };
  const port = parsePort(read('PORT'), faults);
  const host = parseHost(read('HOST'), faults);
  const databaseUrl = parseDatabaseUrl(readSecret('DATABASE_URL'), faults);
  const publicUrl = parsePublicUrl(read('PUBLIC_URL'), faults) ?? `http://localhost:${String(port)}`;
  const trustedProxies = parseProxies(read('TRUSTED_PROXIES'), faults);
  const dataDir = read('DATA_DIR') ?? 'data';
  const backupKey = parseBackupKey(readSecret('BACKUP_KEY'), faults);
  if (faults.length > 0) return fail(faults);
  return ok({
    port,
    host,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(workingDir, dataDir),
    databaseUrl,
    publicUrl,
    trustedProxies,
    ...(backupKey === undefined ? {} : { backupKey }),
  });
};

const secretFileFault = (name: string, found: string): SettingFault => ({
  name: `${name}_FILE`,
  found,
  vi: `phải là một tệp đọc được và không rỗng, và khi đó không đặt ${name}`,
  en: `must be a file that can be read and is not empty, and ${name} must then not be set`,
});

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

/** `10.0.0.0/8`: how many bits an address has, by its family. */
const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

const isAddressBlock = (text: string): boolean => {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = BITS[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= bits);
};

const parseProxies = (found: string | undefined, faults: SettingFault[]): readonly string[] => {
  const proxies = (found ?? '').split(/[\s,]+/u).filter((one) => one !== '');
  if (proxies.every(isAddressBlock)) return proxies;
  faults.push({
    name: 'TRUSTED_PROXIES',
    found: found ?? '',
    vi: 'phải là các địa chỉ IP của máy proxy, cách nhau bằng dấu phẩy, ví dụ 127.0.0.1, 10.0.0.0/8',
    en: 'must be IP addresses of proxies, separated by commas, such as 127.0.0.1, 10.0.0.0/8',
  });
  return [];
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
