/** The screens that stand when storage has failed, by their words. */
import { expect, type Page } from '@playwright/test';
import type { SampleAccount } from '#tests/support/server-process.ts';
import { chooseSecret, expectOpen, SECRET, signIn } from './door.ts';
import { vi } from './words.ts';

export const expectLost = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: vi.recovery.lostTitle })).toBeVisible({ timeout: 15_000 });
};

/** The first copy on the screen. */
export const openCopy = async (page: Page, secret = SECRET): Promise<void> => {
  await page.getByLabel(vi.recovery.secret, { exact: true }).first().fill(secret);
  await page.getByRole('button', { name: vi.recovery.open }).first().click();
};

export const exportCopy = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: vi.recovery.exportFile }).first().click(),
  ]);
  return download.path();
};

/** From the screen of a loss to the open workbook of the same person. */
export const goOnAs = async (page: Page, account: SampleAccount): Promise<void> => {
  await page.getByRole('button', { name: vi.recovery.goOn }).click();
  await signIn(page, account);
  await chooseSecret(page);
  await expectOpen(page);
};

export const restoreFile = async (page: Page, path: string, secret = SECRET): Promise<void> => {
  await page.locator('a[href="/them"]:visible').first().click();
  await page.getByRole('link', { name: vi.more.restore }).click();
  await page.getByLabel(vi.recovery.file).setInputFiles(path);
  await page.getByLabel(vi.recovery.secret, { exact: true }).first().fill(secret);
  await page.getByRole('button', { name: vi.recovery.restore, exact: true }).click();
};
