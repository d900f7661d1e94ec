/** A phone with an empty profile on disk, for one measurement. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openProfile } from '#tests/support/profile.ts';

/** Nothing that is measured takes longer. */
const PATIENCE_MS = 15 * 60_000;

export const withPage = async <T>(url: string, use: (page: Page) => Promise<T>): Promise<T> => {
  const directory = await mkdtemp(join(tmpdir(), 'so-tay-bench-profile-'));
  const context = await openProfile(directory, new URL(url).origin);
  context.setDefaultTimeout(PATIENCE_MS);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
    await rm(directory, { recursive: true, force: true });
  }
};
