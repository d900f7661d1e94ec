/** The grid of figures, a measure's page and the page that explains it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { vi } from './words.ts';
import { goTo } from './shell.ts';

export const openGrid = async (page: Page): Promise<void> => {
  await goTo(page, 'measures');
  await page.getByRole('link', { name: vi.entry.open }).click();
  await expectGrid(page);
};

export const expectGrid = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: vi.entry.title, level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: vi.entry.copyAll })).toBeVisible();
};

/** By the measure's id: two plans may ask the same under one name. */
export const gridRow = (page: Page, measure: string): Locator => page.locator(`[data-measure="${measure}"]`);

export const cell = (page: Page, measure: string, field: string): Locator => page.locator(`[id="${measure}-${field}"]`);

/** By hand: the year, then which part of it. */
export const choosePeriod = async (page: Page, period: string): Promise<void> => {
  await page.getByLabel(vi.reading.year, { exact: true }).selectOption(period.slice(0, 4));
  await page.getByLabel(vi.entry.period, { exact: true }).selectOption(period);
  await expectGrid(page);
};

export const openMeasure = async (page: Page, title: string, source: string): Promise<void> => {
  await goTo(page, 'measures');
  await page
    .getByRole('group', { name: vi.measure.filterLabel })
    .getByText(new RegExp(`^${source} \\d`, 'u'))
    .click();
  await page.getByRole('main').getByRole('link').filter({ hasText: title }).first().click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
};
