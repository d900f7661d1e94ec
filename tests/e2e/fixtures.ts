/**
 * What every browser test is given: a server of its own with the sample workspace, and phones.
 *
 * - The sample is made once; each test gets a copy of its data, so that no test sees another's records.
 * - A phone is a profile directory: it can be closed and opened again, with the server up or down.
 * - When a test fails, a picture of every open phone is kept, and what its pages complained of is printed.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type BrowserContext, type Page } from '@playwright/test';
import { freePort } from '#tests/support/free-port.ts';
import { openProfile, type ProfileOptions } from '#tests/support/profile.ts';
import {
  createServerProcess,
  sampleAccounts,
  type SampleAccount,
  type ServerProcess,
} from '#tests/support/server-process.ts';

export interface Phone {
  readonly directory: string;
  readonly page: () => Page;
  readonly context: () => BrowserContext;
  readonly close: () => Promise<void>;
  readonly reopen: () => Promise<Page>;
}

export interface Workspace {
  readonly server: ServerProcess;
  readonly port: number;
  readonly dataDir: string;
  readonly account: (role: string, agencyWord?: string) => SampleAccount;
}

export type OpenPhone = (options?: ProfileOptions & { readonly url?: string }) => Promise<Phone>;

interface Fixtures {
  /** Whether the test tries what the content security policy forbids; of all others the server hears of nothing. */
  readonly triesForbidden: boolean;
  readonly scratch: string;
  readonly workspace: Workspace;
  /** Opens a phone on the address; the workspace's own, if none is named. */
  readonly phone: OpenPhone;
}

interface WorkerFixtures {
  readonly sample: { readonly dataDir: string; readonly accounts: readonly SampleAccount[] };
}

const scratchDirectory = (): string => mkdtempSync(join(tmpdir(), 'so-tay-'));

/** What its pages complain of, for the log of a test that fails. */
const listen = (context: BrowserContext, say: (line: string) => void): void => {
  context.on('console', (message) => {
    if (message.type() === 'error') say(message.text());
  });
  context.on('weberror', (error) => {
    say(error.error().stack ?? error.error().message);
  });
};

const openPhone = async (
  directory: string,
  url: string,
  options: ProfileOptions,
  say: (line: string) => void,
): Promise<Phone> => {
  let context = await openProfile(directory, url, options);
  listen(context, say);
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
      context = await openProfile(directory, url, options);
      listen(context, say);
      return page();
    },
  };
};

/** What browsers reported to have been kept from by the policy, as the server prints it. */
const reportsIn = (printed: string): readonly string[] =>
  printed.split('\n').filter((line) => line.includes('csp-violation'));

export const accountOf = (accounts: readonly SampleAccount[], role: string, agencyWord = ''): SampleAccount => {
  const found = accounts.find((account) => account.role === role && account.agency.includes(agencyWord));
  if (found === undefined) throw new Error(`the sample has no ${role} ${agencyWord}`);
  return found;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  sample: [
    // Playwright wants the first argument taken apart, even where nothing is needed.
    async ({ browserName }, use) => {
      const dataDir = join(scratchDirectory(), browserName);
      const server = createServerProcess({ port: await freePort(), dataDir });
      await use({ dataDir, accounts: sampleAccounts(server) });
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  scratch: async ({ browserName }, use) => {
    const directory = scratchDirectory();
    await use(join(directory, browserName));
    rmSync(directory, { recursive: true, force: true });
  },

  triesForbidden: [false, { option: true }],

  workspace: async ({ sample, scratch, triesForbidden }, use) => {
    const dataDir = join(scratch, 'data');
    cpSync(sample.dataDir, dataDir, { recursive: true });
    const port = await freePort();
    const server = createServerProcess({ port, dataDir });
    await server.start();
    await use({ server, port, dataDir, account: (role, agencyWord) => accountOf(sample.accounts, role, agencyWord) });
    await server.stop();
    if (!triesForbidden) base.expect(reportsIn(server.output())).toEqual([]);
  },

  phone: async ({ scratch }, use, testInfo) => {
    const phones: Phone[] = [];
    const said: string[] = [];
    await use(async ({ url = '', ...options } = {}) => {
      const name = `phone-${String(phones.length + 1)}`;
      const phone = await openPhone(join(scratch, name), url, options, (line) => said.push(`${name}: ${line}`));
      phones.push(phone);
      return phone;
    });
    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    for (const [i, phone] of phones.entries()) {
      for (const page of hasFailed ? phone.context().pages() : []) {
        const path = testInfo.outputPath(`phone-${String(i + 1)}.png`);
        await page.screenshot({ path, timeout: 5000 });
        await testInfo.attach(`phone ${String(i + 1)}`, { path, contentType: 'image/png' });
      }
      await phone.close();
    }
    if (hasFailed && said.length > 0) console.log(said.join('\n'));
  },
});

export { expect } from '@playwright/test';
