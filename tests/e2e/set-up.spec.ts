/** A fresh server: the code it prints, the sample by one button, and an own unit. */
import { join } from 'node:path';
import { problemsVi } from '#client/texts/problems-later-vi.ts';
import { sentenceOf } from '#client/texts/problems.ts';
import { vi } from './pages/words.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createServerProcess, type ServerProcess } from '#tests/support/server-process.ts';
import { expect, test } from './fixtures.ts';
import { chooseSecret, expectOpen, signIn } from './pages/door.ts';
import { look } from './pages/look.ts';

const codeIn = (output: string): string => {
  const code = /set-up code: ([\w-]+)/u.exec(output)?.[1];
  if (code === undefined) throw new Error(`no set-up code in:\n${output}`);
  return code;
};

const freshServer = async (scratch: string): Promise<ServerProcess> => {
  const server = createServerProcess({ port: await freePort(), dataDir: join(scratch, 'data') });
  await server.start();
  return server;
};

test('a wrong code is refused in words, and nothing is made', async ({ scratch, phone }) => {
  const server = await freshServer(scratch);
  const { page } = await phone({ url: server.url });
  await page().goto('/');
  await page().getByLabel(vi.setUp.code).fill('AAAA-AAAA');
  await page().getByRole('button', { name: vi.setUp.sampleButton }).click();
  const refusal = page().getByRole('alert');
  await expect(refusal).toContainText(sentenceOf(problemsVi, { code: 'set-up/wrong-code' }));
  await expect(refusal).toBeFocused();
  await expect(page().getByRole('heading', { name: vi.setUp.accountsTitle })).toHaveCount(0);
  await page().reload();
  await expect(page().getByLabel(vi.setUp.code)).toBeVisible();
  await server.stop();
});

test('the sample workspace comes with one button, and its officer signs in', async ({ scratch, phone }) => {
  const server = await freshServer(scratch);
  const { page } = await phone({ url: server.url });
  await page().goto('/');
  await look(page(), 'set-up');
  await page().getByLabel(vi.setUp.code).fill(codeIn(server.output()));
  await page().getByRole('button', { name: vi.setUp.sampleButton }).click();
  await expect(page().getByRole('heading', { name: vi.setUp.accountsTitle })).toBeVisible({ timeout: 20_000 });
  await look(page(), 'accounts');

  const card = page().getByRole('listitem').filter({ hasText: vi.roles.officer }).first();
  const name = await card.getByRole('heading').innerText();
  const [signInName = '', password = ''] = await card.locator('.secret').allInnerTexts();
  expect(name).toContain('Mẫu');
  await page().getByRole('button', { name: vi.setUp.noted }).click();

  await signIn(page(), {
    role: 'officer',
    unit: '',
    agency: '',
    name,
    signIn: signInName.trim(),
    password: password.trim(),
  });
  await chooseSecret(page());
  await expectOpen(page());
  await expect(page().getByText(vi.ribbon.words('21/11/2024'))).toBeVisible();
  await server.stop();
});

test('a first unit and its administrator can be made instead', async ({ scratch, phone }) => {
  const server = await freshServer(scratch);
  const { page } = await phone({ url: server.url });
  await page().goto('/');
  await page().getByLabel(vi.setUp.code).fill(codeIn(server.output()));
  await page().getByLabel(vi.setUp.unitName).fill('Xã Thử Mẫu');
  await page().getByLabel(vi.setUp.unitKind).fill('xã');
  await page().getByLabel(vi.setUp.personName).fill('Lan Mẫu');
  await page().getByLabel(vi.setUp.signIn).fill('lan.mau');
  await page().getByRole('button', { name: vi.setUp.realButton }).click();
  await expect(page().getByRole('heading', { name: vi.setUp.accountsTitle })).toBeVisible();
  await expect(page().getByRole('listitem').filter({ hasText: 'lan.mau' })).toBeVisible();
  await server.stop();
});
