/** Writing in the registers, by the words on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';
import { vi } from './words.ts';
import { goTo } from './shell.ts';

export type Register = keyof typeof vi.registers.newTitle;

/** By the label of each field: what is typed, the option that is chosen, or `true` to tick a box. */
export type Typed = Readonly<Record<string, string | true>>;

export const openRegister = async (page: Page, register: Register): Promise<void> => {
  await goTo(page, 'registers');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${vi.tables[register]}`, 'u') })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: vi.tables[register] })).toBeVisible();
};

const unfoldAll = async (page: Page): Promise<void> => {
  await expect(page.locator('form').first()).toBeVisible();
  const folds = page.locator('form details:not([open]) > summary');
  while ((await folds.count()) > 0) await folds.first().click();
};

const typeInto = async (page: Page, label: string, value: string | true): Promise<void> => {
  const chip = page.getByRole('main').locator('label.pick, label.check').filter({ hasText: label });
  if (value === true) {
    await chip.first().click();
    return;
  }
  const chips = page.getByRole('group', { name: label, exact: true });
  if ((await chips.count()) > 0) {
    await chips.getByText(value, { exact: true }).click();
    return;
  }
  const control = page.getByRole('main').getByLabel(label, { exact: true });
  const isList = await control.evaluate((element) => element.tagName === 'SELECT');
  await (isList ? control.selectOption({ label: value }) : control.fill(value));
};

export const typeRow = async (page: Page, typed: Typed): Promise<void> => {
  await unfoldAll(page);
  for (const [label, value] of Object.entries(typed)) await typeInto(page, label, value);
};

export const submitRow = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: vi.save, exact: true }).click();
};

const expectSaved = async (page: Page): Promise<void> => {
  await expect(page.getByText(vi.registers.saved, { exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL((url) => /^\/so\/[\w-]+\/(?!moi)[\w-]+$/u.test(url.pathname));
};

/** Ends on the page of the new row. */
export const addRow = async (page: Page, register: Register, typed: Typed): Promise<void> => {
  await openRegister(page, register);
  await page.getByRole('link', { name: vi.registers.add, exact: true }).click();
  await expect(page.getByRole('heading', { name: vi.registers.newTitle[register] })).toBeVisible();
  await typeRow(page, typed);
  await submitRow(page);
  await expectSaved(page);
};

/** From the page of a row. */
export const changeRow = async (page: Page, typed: Typed): Promise<void> => {
  await page.getByRole('link', { name: vi.edit, exact: true }).click();
  await expect(page.getByRole('heading', { name: vi.registers.editTitle })).toBeVisible();
  await typeRow(page, typed);
  await submitRow(page);
  await expectSaved(page);
};

export const rowIn = (page: Page, title: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title });

export const openRow = async (page: Page, register: Register, title: string): Promise<void> => {
  await openRegister(page, register);
  await rowIn(page, title).getByRole('link').click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
};
