/** The way around an open workbook, and what it says about sending. */
import { expect, type Page } from '@playwright/test';
import { vi } from './words.ts';

const places = {
  today: '/',
  activities: '/hoat-dong',
  record: '/hoat-dong/moi',
  measures: '/chi-tieu',
  plans: '/ke-hoach',
  calendar: '/lich',
  registers: '/so',
  sync: '/cho-gui',
  more: '/them',
} as const;
export type Place = keyof typeof places;

/** By the app's own links: an address typed anew would lock the workbook. */
export const goTo = async (page: Page, place: Place): Promise<void> => {
  const href = places[place];
  const link = page.locator(`a[href="${href}"]:visible`).first();
  // On a phone some screens stand behind "Thêm". Whether they do is looked at again where the width has just changed; a
  // page behind another one draws a frame a second, and a click waits for two.
  await expect(async () => {
    if ((await link.count()) === 0) await page.locator('a[href="/them"]:visible').first().click({ timeout: 5_000 });
    await link.click({ timeout: 5_000 });
    await expect(page).toHaveURL((url) => url.pathname === href, { timeout: 5_000 });
  }).toPass({ timeout: 30_000 });
};

export const statusOf = (page: Page) => page.locator('a.status:visible');

export const expectAllSent = async (page: Page): Promise<void> => {
  await expect(statusOf(page)).toContainText(vi.status.allSent, { timeout: 30_000 });
};

/** Asks for an exchange now and waits until nothing is left to send. */
export const sendNow = async (page: Page): Promise<void> => {
  await goTo(page, 'sync');
  await page.getByRole('button', { name: vi.sync.now }).click();
  await expect(page.getByText(vi.sync.waitingNone)).toBeVisible({ timeout: 30_000 });
};

export const expectSaved = async (page: Page): Promise<void> => {
  await expect(page.getByText(vi.activity.saved, { exact: true }).first()).toBeVisible();
};

/** The sample's own today; online only. */
export const moveDay = async (page: Page, day: string): Promise<void> => {
  await page.getByRole('button', { name: vi.ribbon.change }).click();
  await page.getByLabel(vi.ribbon.field).fill(day);
  await page.getByRole('button', { name: vi.ribbon.submit, exact: true }).click();
  await expect(page.getByText(vi.ribbon.words(day))).toBeVisible();
  await expectAllSent(page);
};
