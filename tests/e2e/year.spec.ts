/**
 * A whole year of a commune: every total on Hôm nay, Chỉ tiêu, the plan's tasks and Lịch is what an independent count of the
 * exported records says (support/count-by-hand.ts).
 */
import { countByHand, type HandFigure, type HandTask } from '#tests/support/count-by-hand.ts';
import { createServerProcess, sampleAccounts } from '#tests/support/server-process.ts';
import { freePort } from '#tests/support/free-port.ts';
import { accountOf, expect, test } from './fixtures.ts';
import { enter } from './pages/door.ts';
import { look } from './pages/look.ts';
import { expectAllSent, goTo } from './pages/shell.ts';
import { activitiesShown, chooseSource, figuresShown, numbersIn, tasksShown } from './pages/totals.ts';
import { vi } from './pages/words.ts';

const PLAN = '001.plan';

/** What a card should say, in numbers; a figure on a very small base is told by its counts alone. */
const numbersOf = (figure: HandFigure, shown: readonly number[]): readonly number[] => {
  switch (figure.is) {
    case 'none':
    case 'done':
      return [];
    case 'news':
      return figure.need === undefined ? [figure.amount] : [figure.amount, figure.need];
    case 'figure': {
      const value = Math.round(figure.value * 100) / 100;
      if (figure.counts === undefined) return [value];
      return shown.length === 2 ? figure.counts : [...figure.counts, value];
    }
  }
};

const lineOf = ({ done, running, planned, inTurn }: HandTask): readonly number[] => [
  ...(inTurn === undefined ? [done] : [inTurn.done, inTurn.need]),
  ...(running > 0 ? [running] : []),
  ...(planned > 0 ? [planned] : []),
];

test('every total of a year of Đồng Tuyển is what an independent count of the exported records says', async ({
  scratch,
  phone,
}) => {
  test.setTimeout(180_000);
  const server = createServerProcess({ port: await freePort(), dataDir: scratch });
  const accounts = sampleAccounts(server, '--year');
  const byHand = countByHand(server.admin('export-json'));
  await server.start();
  const it = await phone({ url: server.url });
  const page = it.page();
  await enter(page, accountOf(accounts, 'officer'));
  await expectAllSent(page);

  await test.step('Hôm nay', async () => {
    expect(byHand.today).toBe('2024-11-21');
    const campaigns = byHand.runningCampaigns();
    expect(campaigns).toHaveLength(1);
    for (const campaign of campaigns) {
      const card = page.getByRole('region', { name: campaign.name });
      await expect(card.getByRole('definition').first()).toHaveText(String(campaign.activities));
      const facts = (await card.getByRole('definition').allInnerTexts()).map((words) => numbersIn(words)[0]);
      expect(facts).toEqual([campaign.activities, campaign.attendances, campaign.female]);
      await expect(card).toContainText(vi.today.campaignFemaleOf(campaign.people));
    }
    const due = page.getByRole('region', { name: vi.today.due });
    const soon = byHand.lastDays().filter((day) => day >= byHand.today);
    for (const day of soon) await expect(due).toContainText(`${day.slice(8)}/${day.slice(5, 7)}`);

    const missing = byHand.missing();
    const news = page.getByRole('region', { name: vi.today.measures });
    await expect(news.getByRole('listitem')).toHaveCount(missing.length);
    for (const { id, amount, need } of missing)
      await expect(news.locator(`a[href="/chi-tieu/${id}"]`)).toContainText(
        vi.today.soFar(String(amount), String(need), ''),
      );

    const undone = byHand.withoutActivity(PLAN);
    const open = page.getByRole('region', { name: vi.today.tasks });
    await expect(open.locator('a[href*="/nhiem-vu/"]')).toHaveCount(Math.min(undone.length, 5));
  });

  await test.step('Chỉ tiêu', async () => {
    await goTo(page, 'measures');
    for (const source of ['own-log', 'own-register', 'contributes', 'from-above'] as const) {
      const expected = byHand.figures.filter(
        (one) => one.source === source || (source === 'from-above' && one.source === 'not-applicable'),
      );
      expect(await chooseSource(page, vi.sources[source])).toBe(expected.length);
      await expect(page.getByRole('main').locator('a.card[href^="/chi-tieu/"]')).toHaveCount(expected.length);
      const wrongFigures = async (): Promise<readonly string[]> => {
        const shown = await figuresShown(page);
        return expected.flatMap(({ id, figure }) => {
          const words = shown[id] ?? 'not shown';
          // What stands in the unit ("bé trai/100 bé gái") or names a period is no figure.
          const numbers = numbersIn(words).slice(0, figure.is === 'news' ? 2 : 3);
          const wanted = numbersOf(figure, numbers);
          const seen = numbers.slice(0, Math.max(wanted.length, figure.is === 'none' ? 3 : 0));
          const right =
            words !== 'not shown' &&
            String(seen) === String(wanted) &&
            (figure.is !== 'done' || words === (figure.done ? vi.isDone : vi.isNotDone));
          return right ? [] : [`${id}: ${words}, wanted ${wanted.join(' ')}`];
        });
      };
      await expect.poll(wrongFigures, { message: source }).toEqual([]);
    }
  });

  await test.step('Nhiệm vụ', async () => {
    await goTo(page, 'plans');
    await page.locator(`a[href="/ke-hoach/${PLAN}"]`).click();
    await expect(page.locator('#tasks .num').first()).toBeVisible();
    const expected = byHand.handTasks(PLAN);
    const wrongTasks = async (): Promise<readonly string[]> => {
      const shown = await tasksShown(page);
      const strange = Object.keys(shown).filter((id) => !expected.has(id));
      const wrong = [...expected].flatMap(([id, hand]) => {
        const line = shown[id] ?? 'not shown';
        // What is asked is followed by the turn's own numbers, "6 tháng cuối năm 2024"; what runs or is planned comes last.
        const parts = line.split(' · ');
        const numbers = [
          ...numbersIn(parts[0] ?? ''),
          ...parts.slice(1).flatMap((part) => (/đang làm|dự kiến/u.test(part) ? numbersIn(part) : [])),
        ];
        const wanted = lineOf(hand);
        return String(numbers) === String(wanted) ? [] : [`${id}: ${line}, wanted ${wanted.join(' ')}`];
      });
      return [...strange, ...wrong];
    };
    await expect.poll(wrongTasks).toEqual([]);
  });

  await test.step('Lịch', async () => {
    await goTo(page, 'calendar');
    for (let month = 11; month >= 1; month -= 1) {
      const shown = `2024-${String(month).padStart(2, '0')}`;
      const expected = Object.fromEntries(byHand.activitiesByDay(shown));
      expect(Object.keys(expected).length, shown).toBeGreaterThan(5);
      await expect.poll(() => activitiesShown(page, shown), { message: shown }).toEqual(expected);
      await page.getByRole('link', { name: vi.calendar.before, exact: true }).click();
    }
    await goTo(page, 'plans');
    await page.locator(`a[href="/ke-hoach/${PLAN}"]`).click();
  });

  await test.step('Ai làm gì', async () => {
    await page.locator(`a[href="/ke-hoach/${PLAN}/co-quan"]`).click();
    await expect(page.getByRole('heading', { name: vi.tasks.agencies, level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Hội Liên hiệp Phụ nữ xã' }).click();
    await expect(page.getByRole('heading', { name: vi.tasks.byRole.lead })).toBeVisible();
    await look(page, 'agency-sheet');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: vi.tasks.print })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Hội Liên hiệp Phụ nữ xã' })).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });
  await server.stop();
});
