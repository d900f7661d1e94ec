/** A look at one screen: no violation of accessibility rules, no sideways scrolling, and a picture, in both sizes and schemes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { SMALL, WIDE } from '#tests/support/profile.ts';

const pictures = new URL('../../../test-results/screens', import.meta.url).pathname;
mkdirSync(pictures, { recursive: true });

const schemes = ['light', 'dark'] as const;
const sizes = [SMALL, WIDE] as const;

export const look = async (page: Page, name: string): Promise<void> => {
  await expect(page.locator('.toast')).toHaveCount(0);
  for (const size of sizes) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      const where = `${name} at ${String(size.width)}, ${colorScheme}`;
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      expect.soft(found, where).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, `${where}: no sideways scrolling`).toBeLessThanOrEqual(size.width);
      await page.screenshot({
        path: join(pictures, `${name}-${String(size.width)}-${colorScheme}.png`),
      });
    }
  }
  await page.setViewportSize(SMALL);
  await page.emulateMedia({ colorScheme: 'light' });
};
