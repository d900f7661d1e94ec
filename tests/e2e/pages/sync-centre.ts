/** The page of what waits, what was refused and where two people wrote at once. */
import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './shell.ts';
import { vi } from './words.ts';

/** Asks for an exchange without waiting for it to leave nothing. */
export const exchangeNow = async (page: Page): Promise<void> => {
  await goTo(page, 'sync');
  await page.getByRole('button', { name: vi.sync.now }).click();
};

export const conflictsOf = (page: Page): Locator => page.getByRole('region', { name: vi.conflict.title });

/** The card of the conflict of one field of a record. */
export const conflictOf = (page: Page, title: string, field: string): Locator =>
  conflictsOf(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: `${title}: ${field}` }) });

export const choose = async (card: Locator, words: string): Promise<void> => {
  await card.getByRole('button', { name: words, exact: true }).click();
  await expect(card).toHaveCount(0);
};

export const receiptsOf = (page: Page): Locator => page.getByRole('region', { name: vi.receipts.title });

export const openHistory = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: vi.history.link }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(vi.history.title);
};
