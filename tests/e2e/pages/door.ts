/** From a closed phone to an open workbook: signing in, choosing the secret, unlocking. */
import { expect, type Page } from '@playwright/test';
import { vi } from './words.ts';
import type { SampleAccount } from '#tests/support/server-process.ts';

export const SECRET = '274915';

export const expectOpen = async (page: Page): Promise<void> => {
  // Not the way around: a form covers it on a phone.
  await expect(page.locator('main#main')).toBeVisible({ timeout: 20_000 });
};

export const signIn = async (page: Page, account: SampleAccount): Promise<void> => {
  await expect(page.getByRole('heading', { name: vi.signIn.title, level: 1 })).toBeVisible();
  await page.getByLabel(vi.signIn.name, { exact: true }).fill(account.signIn);
  await page.getByLabel(vi.signIn.password, { exact: true }).fill(account.password);
  await page.getByRole('button', { name: vi.signIn.submit, exact: true }).click();
};

export const chooseSecret = async (page: Page, secret = SECRET): Promise<void> => {
  await expect(page.getByRole('heading', { name: vi.secret.title })).toBeVisible({ timeout: 20_000 });
  await page.getByLabel(vi.secret.first, { exact: true }).fill(secret);
  await page.getByLabel(vi.secret.second, { exact: true }).fill(secret);
  await page.getByRole('button', { name: vi.secret.submit }).click();
};

export const unlock = async (page: Page, secret = SECRET): Promise<void> => {
  await expect(page.getByRole('heading', { name: vi.unlock.title })).toBeVisible();
  await page.getByLabel(vi.unlock.secret, { exact: true }).fill(secret);
  await page.getByRole('button', { name: vi.unlock.submit, exact: true }).click();
  await expectOpen(page);
};

/** The app's own files are all on the phone: from here on it opens without a server. */
export const expectInstalled = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 20_000 })
    .toBe(true);
};

/** A first sign-in on this phone, to the open workbook with everything received. */
export const enter = async (page: Page, account: SampleAccount): Promise<void> => {
  await page.goto('/');
  await signIn(page, account);
  await chooseSecret(page);
  await expectOpen(page);
  await expectInstalled(page);
};
