/** A link of 50 kbit/s whose answers take two seconds: work goes on, and everything arrives. */
import { expect, test } from './fixtures.ts';
import { anEvent, expectInList, recordActivity, typeActivity } from './pages/activities.ts';
import { enter } from './pages/door.ts';
import { expectAllSent, goTo, sendNow } from './pages/shell.ts';
import { vi } from './pages/words.ts';

const BYTES_A_SECOND = 50_000 / 8;
const LATENCY_MS = 2_000;

test('on a very slow link people record and read on while it sends, and all of it arrives', async ({
  workspace,
  phone,
}) => {
  test.setTimeout(180_000);
  const officer = await phone({ url: workspace.server.url });
  await enter(officer.page(), workspace.account('officer'));
  await expectAllSent(officer.page());
  const session = await officer.context().newCDPSession(officer.page());
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });

  const narrative = 'Diễn biến dài của một buổi ở thôn xa. '.repeat(120);
  for (const n of ['một', 'hai', 'ba']) {
    await recordActivity(officer.page(), anEvent({ title: `Buổi thứ ${n} qua đường chậm`, narrative }));
  }
  // While they are on their way the next one is written.
  await goTo(officer.page(), 'record');
  await typeActivity(officer.page(), { place: 'Nơi gõ khi đang gửi' });
  await expect(officer.page().getByLabel(vi.activity.place, { exact: true })).toHaveValue('Nơi gõ khi đang gửi');
  await sendNow(officer.page());
  for (const n of ['một', 'hai', 'ba'])
    await expectInList(officer.page(), `Buổi thứ ${n} qua đường chậm`, vi.recordState.sent);
});
