/**
 * Phones for the tests of storage: one officer's phone is made once, with everything received and sent; each test gets a
 * copy of its profile, locked, on the same address. Also the ways to hurt a browser's storage.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { freePort } from '#tests/support/free-port.ts';
import { openProfile } from '#tests/support/profile.ts';
import { createServerProcess, type SampleAccount, type ServerProcess } from '#tests/support/server-process.ts';
import { accountOf, test as base } from './fixtures.ts';
import { enter } from './pages/door.ts';
import { expectAllSent } from './pages/shell.ts';

export interface StoragePhone {
  readonly directory: string;
  readonly page: () => Page;
  readonly context: () => BrowserContext;
  readonly close: () => Promise<void>;
  readonly reopen: () => Promise<Page>;
  /** Chromium's own commands, on the page that stands first. */
  readonly cdp: () => Promise<CDPSession>;
}

export interface Office {
  readonly server: ServerProcess;
  readonly url: string;
  readonly dataDir: string;
  readonly officer: SampleAccount;
}

interface WorkerFixtures {
  readonly office: Office & { readonly profile: string };
}

interface Fixtures {
  /** A copy of the officer's phone, not yet at the address. */
  readonly copyOfPhone: () => Promise<StoragePhone>;
  /** A phone that nobody has used. */
  readonly freshPhone: () => Promise<StoragePhone>;
}

/** A test may leave it stopped; the next one starts it again. */
const remembering = (server: ServerProcess): ServerProcess => {
  let isUp = false;
  return {
    ...server,
    start: async () => {
      if (!isUp) await server.start();
      isUp = true;
    },
    stop: async () => {
      if (isUp) await server.stop();
      isUp = false;
    },
  };
};

const openPhone = async (directory: string, url: string): Promise<StoragePhone> => {
  let context = await openProfile(directory, url);
  const page = (): Page => {
    const [first] = context.pages();
    if (first === undefined) throw new Error('this phone is closed');
    return first;
  };
  return {
    directory,
    page,
    context: () => context,
    close: () => context.close(),
    reopen: async () => {
      context = await openProfile(directory, url);
      return page();
    },
    cdp: () => context.newCDPSession(page()),
  };
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  office: [
    async ({ sample }, use) => {
      const scratch = mkdtempSync(join(tmpdir(), 'so-tay-storage-'));
      const dataDir = join(scratch, 'data');
      cpSync(sample.dataDir, dataDir, { recursive: true });
      const server = remembering(createServerProcess({ port: await freePort(), dataDir }));
      await server.start();
      const officer = accountOf(sample.accounts, 'officer');
      const profile = join(scratch, 'profile');
      const phone = await openPhone(profile, server.url);
      await enter(phone.page(), officer);
      await expectAllSent(phone.page());
      await phone.close();
      await use({ server, url: server.url, dataDir, officer, profile });
      await server.stop();
      rmSync(scratch, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  copyOfPhone: async ({ office, scratch }, use) => {
    const phones: StoragePhone[] = [];
    await office.server.start();
    await use(async () => {
      const directory = join(scratch, `copy-${String(phones.length + 1)}`);
      cpSync(office.profile, directory, { recursive: true, verbatimSymlinks: true });
      const phone = await openPhone(directory, office.url);
      phones.push(phone);
      return phone;
    });
    for (const phone of phones) await phone.close();
  },

  freshPhone: async ({ office, scratch }, use) => {
    const phones: StoragePhone[] = [];
    await use(async () => {
      const phone = await openPhone(join(scratch, `fresh-${String(phones.length + 1)}`), office.url);
      phones.push(phone);
      return phone;
    });
    for (const phone of phones) await phone.close();
  },
});

/** Throws away what the browser keeps for the origin: `indexeddb`, or `all`. */
export const clearStorage = async (phone: StoragePhone, url: string, storageTypes: string): Promise<void> => {
  const session = await phone.cdp();
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes });
};

const databaseFiles = (directory: string, name: RegExp): readonly string[] => {
  const folder = join(directory, 'Default', 'IndexedDB');
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith('.leveldb') && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (found.length === 0) throw new Error(`no file ${String(name)} under ${folder}`);
  return found;
};

/** The phone must be closed. The file that tells which files make up the database becomes nonsense. */
export const damageManifest = (directory: string): void => {
  for (const file of databaseFiles(directory, /^MANIFEST-/u)) writeFileSync(file, Buffer.alloc(64, 7));
};

/** The phone must be closed. Bytes are turned over in the middle of what was written last. */
export const damageLog = (directory: string): void => {
  for (const file of databaseFiles(directory, /\.log$/u)) {
    const bytes = readFileSync(file);
    for (let at = Math.floor(bytes.length / 4); at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  }
};

/** The phone must be closed. No database of the origin opens any more. */
export const breakCurrent = (directory: string): void => {
  for (const file of databaseFiles(directory, /^CURRENT$/u)) writeFileSync(file, 'MANIFEST-999999\n');
};

export { expect } from '@playwright/test';
