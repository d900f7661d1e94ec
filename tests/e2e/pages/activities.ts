/** Recording and changing activities, by the words on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';
import { vi } from './words.ts';
import { expectSaved, goTo } from './shell.ts';

/** As it is typed; what is left out is left alone. */
export interface Typed {
  readonly title?: string;
  /** As the type is called in the list. */
  readonly type?: string;
  /** dd/MM/yyyy */
  readonly day?: string;
  readonly place?: string;
  readonly female?: string;
  readonly male?: string;
  readonly narrative?: string;
  /** How many of each output, by its word. */
  readonly outputs?: Readonly<Record<string, string>>;
}

export const aNewsItem = (typed: Typed): Typed => ({
  type: 'Phát thanh trên loa',
  day: '20/11/2024',
  outputs: { tin: '1' },
  ...typed,
});

export const anEvent = (typed: Typed): Typed => ({
  type: 'Nói chuyện chuyên đề',
  day: '20/11/2024',
  place: 'Nhà văn hoá thôn',
  female: '30',
  male: '12',
  ...typed,
});

const chooseType = async (page: Page, type: string): Promise<void> => {
  const chips = page.getByRole('group', { name: vi.activity.type, exact: true });
  // The form is a part of its own: what it offers can be asked once it stands.
  await expect(chips).toBeVisible();
  const chip = chips.getByText(type, { exact: true });
  if ((await chip.count()) > 0) {
    await chip.click();
    return;
  }
  await chips.getByText(vi.activity.otherType, { exact: true }).click();
  await page.getByLabel(vi.activity.otherTypeLabel).selectOption({ label: type });
};

const chooseDay = async (page: Page, day: string): Promise<void> => {
  await page.getByRole('group', { name: vi.activity.day, exact: true }).getByText(vi.activity.pickChip).click();
  await page.getByLabel(vi.activity.from, { exact: true }).fill(day);
};

const unfold = async (page: Page, summary: string): Promise<void> => {
  const fold = page.locator('details').filter({ has: page.locator('summary').filter({ hasText: summary }) });
  if ((await fold.getAttribute('open')) === null) await fold.locator(':scope > summary').click();
};

export const unfoldFilters = (page: Page): Promise<void> => unfold(page, vi.activity.filters);

export const typeActivity = async (page: Page, typed: Typed): Promise<void> => {
  if (typed.type !== undefined) await chooseType(page, typed.type);
  if (typed.day !== undefined) await chooseDay(page, typed.day);
  if (typed.place !== undefined) await page.getByLabel(vi.activity.place, { exact: true }).fill(typed.place);
  if (typed.female !== undefined) await page.getByLabel(vi.activity.female, { exact: true }).fill(typed.female);
  if (typed.male !== undefined) await page.getByLabel(vi.activity.male, { exact: true }).fill(typed.male);
  for (const [word, count] of Object.entries(typed.outputs ?? {})) {
    await page.getByRole('group', { name: vi.activity.outputs }).getByLabel(word, { exact: true }).fill(count);
  }
  if (typed.title === undefined && typed.narrative === undefined) return;
  await unfold(page, vi.activity.details);
  if (typed.title !== undefined) await page.getByLabel(vi.activity.name, { exact: true }).fill(typed.title);
  if (typed.narrative !== undefined)
    await page.getByLabel(vi.activity.narrative, { exact: true }).fill(typed.narrative);
};

const submit = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: vi.activity.submit, exact: true }).click();
  await expectSaved(page);
  await expect(page).toHaveURL((url) => /^\/hoat-dong\/(?!moi)[\w-]+$/u.test(url.pathname));
};

/** Ends on the page of the new activity. */
export const recordActivity = async (page: Page, typed: Typed): Promise<void> => {
  await goTo(page, 'record');
  await typeActivity(page, typed);
  await submit(page);
};

export const rowOf = (page: Page, title: string): Locator =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title });

export const expectInList = async (page: Page, title: string, state: string): Promise<void> => {
  await goTo(page, 'activities');
  await expect(rowOf(page, title)).toContainText(state, { timeout: 20_000 });
};

export const openActivity = async (page: Page, title: string): Promise<void> => {
  await goTo(page, 'activities');
  await rowOf(page, title).getByRole('link').click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
};

/** From the page of an activity. */
export const changeActivity = async (page: Page, typed: Typed): Promise<void> => {
  await page.getByRole('link', { name: vi.edit, exact: true }).click();
  await expect(page.getByRole('heading', { name: vi.activity.editTitle })).toBeVisible();
  await typeActivity(page, typed);
  await submit(page);
};

/** From the page of an activity; ends on the list, with the way back at the foot. */
export const deleteActivity = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: vi.delete, exact: true }).click();
  await expect(page.getByText(vi.activity.deleted)).toBeVisible();
};

export const undoDelete = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: vi.undo, exact: true }).click();
  await expect(page.getByText(vi.activity.restored)).toBeVisible();
};
