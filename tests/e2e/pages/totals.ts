/** The numbers that a screen shows, as numbers: what stands in Vietnamese as "1.234,5" is 1234.5. */
import { expect, type Page } from '@playwright/test';
import { vi } from './words.ts';

export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\d[\d.]*(?:,\d+)?/gu)].map(([found]) => Number(found.replaceAll('.', '').replace(',', '.')));

/** Which source of figures is shown; its label says how many measures there are of it. */
export const chooseSource = async (page: Page, source: string): Promise<number> => {
  const choice = page
    .getByRole('group', { name: vi.measure.filterLabel })
    .locator('label')
    .filter({ hasText: new RegExp(`^${source} \\d`, 'u') });
  await choice.click();
  await expect(choice).toHaveClass(/\bon\b/u);
  return numbersIn(await choice.innerText()).at(-1) ?? NaN;
};

/** The big figure of each card, by the measure's id; "" where there is none. */
export const figuresShown = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.getByRole('main').evaluate((main) => {
    const found: Record<string, string> = {};
    for (const card of main.querySelectorAll('a.card[href^="/chi-tieu/"]')) {
      const id = decodeURIComponent(new URL((card as HTMLAnchorElement).href).pathname.split('/').at(-1) ?? '');
      found[id] = card.querySelector('.big')?.textContent ?? '';
    }
    return found;
  });

/** The line of progress of each task, by the task's id. */
export const tasksShown = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.locator('#tasks').evaluate((tasks) => {
    const found: Record<string, string> = {};
    for (const row of tasks.querySelectorAll('a.row[href*="/nhiem-vu/"]')) {
      const id = decodeURIComponent((row as HTMLAnchorElement).pathname.split('/').at(-1) ?? '');
      found[id] = row.querySelector('.num')?.textContent ?? '';
    }
    return found;
  });

/** How many activities each day of a month (`2024-11`) has in the calendar's grid, by the day; days without any are left out. */
export const activitiesShown = (page: Page, month: string): Promise<Readonly<Record<string, number>>> =>
  page.getByRole('grid').evaluate((grid, wanted) => {
    const found: Record<string, number> = {};
    for (const day of grid.querySelectorAll(`button[id^="day-${wanted}-"]`)) {
      const log = day.querySelector('.log')?.textContent;
      if (log !== undefined) found[day.id.slice('day-'.length)] = Number(/\d+/u.exec(log)?.[0]);
    }
    return found;
  }, month);
