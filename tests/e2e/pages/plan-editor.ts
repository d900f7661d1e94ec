/** Writing plans, by the words on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';
import { goTo } from './shell.ts';
import { vi } from './words.ts';

const words = vi.planEdit;

export const openNewPlan = async (page: Page): Promise<void> => {
  await goTo(page, 'plans');
  await page.getByRole('link', { name: words.write, exact: true }).click();
  await expect(page.getByRole('heading', { name: words.newTitle, level: 1 })).toBeVisible();
};

export const expectEditing = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { name: words.title, level: 1 })).toBeVisible({ timeout: 20_000 });
};

/** On the plan again, with what was saved before the eyes; before that the page still moves under the finger. */
const expectLanded = async (page: Page): Promise<void> => {
  await expectEditing(page);
  const saved = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await expect(page.locator(`[id="${saved}"]`)).toBeInViewport();
};

/** By the label of each field; what is a choice is chosen by its word. */
export const fillRecord = async (page: Page, typed: Readonly<Record<string, string>>): Promise<void> => {
  for (const [label, value] of Object.entries(typed)) {
    const control = page.getByRole('main').getByLabel(label, { exact: true });
    const isChoice = await control.evaluate((element) => element.tagName === 'SELECT');
    if (isChoice) await control.selectOption({ label: value });
    else await control.fill(value);
  }
};

export const saveRecord = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: vi.activity.submit, exact: true }).click();
};

export const startFromNothing = async (page: Page, title: string): Promise<void> => {
  await openNewPlan(page);
  await page.getByRole('link', { name: words.fromNothingButton }).click();
  await fillRecord(page, { [words.labels['plan.title']]: title });
  await saveRecord(page);
  await expectEditing(page);
};

type Table = keyof typeof vi.tables;

/** Adds a record by its form, under the heading of its part; ends on the plan again. */
export const addRecord = async (
  page: Page,
  table: Table,
  typed: Readonly<Record<string, string>>,
  within: Locator = page.getByRole('main'),
): Promise<void> => {
  await within
    .getByRole('link', { name: words.add(vi.tables[table]), exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: words.newRecord(vi.tables[table]), level: 1 })).toBeVisible();
  await fillRecord(page, typed);
  await saveRecord(page);
  await expectLanded(page);
};

export const partOf = (page: Page, table: Table): Locator => page.locator(`#edit-${table}`);
