/** `npm start`: settings, the app's build if it is needed, the server, and its address on the console. */
import { join } from 'node:path';
import { createLog } from '#server/log.ts';
import { startServer, type RunningServer } from '#server/main.ts';
import { parseSettings, type Settings } from '#server/settings.ts';
import { buildApp } from './build-app.ts';
import { readVersion, ROOT } from './program.ts';
import { wordsOfSettings, wordsOfStart } from './refusals.ts';

const say = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};
const complain = (...lines: readonly string[]): void => {
  process.stderr.write(`${lines.join('\n')}\n`);
};

/** Answers the process's exit code, once the server has stopped. */
export const start = async (): Promise<number> => {
  const settings = parseSettings(process.env, process.cwd());
  if (!settings.ok) {
    complain(wordsOfSettings(settings.problem));
    return 1;
  }
  const build = await buildApp(ROOT, () => {
    say('Đang dựng ứng dụng, chờ chút… / building the app…');
  });
  if (build === 'failed') {
    complain('Không dựng được ứng dụng; xem lỗi ở trên.', 'The app could not be built; see above.');
    return 1;
  }
  const program = { version: await readVersion(), appDir: join(ROOT, 'dist'), log: createLog() };
  const server = await startServer(settings.value, program);
  if (!server.ok) {
    complain(wordsOfStart(server.problem));
    return 1;
  }
  announce(settings.value, server.value);
  await untilAsked();
  await server.value.stop();
  return 0;
};

const announce = ({ publicUrl, databaseUrl, dataDir }: Settings, { setUpCode }: RunningServer): void => {
  say('', 'Sổ tay Bình đẳng giới', `  Địa chỉ / address: ${publicUrl}`);
  say(`  Dữ liệu / data:    ${databaseUrl === undefined ? dataDir : 'PostgreSQL'}`);
  if (setUpCode === undefined) return;
  say(
    `  Mã thiết lập / set-up code: ${setUpCode}`,
    '  Mở địa chỉ trên và nhập mã này để bắt đầu. / Open the address and enter this code to begin.',
    '',
  );
};

const untilAsked = (): Promise<void> =>
  new Promise((resolve) => {
    const asked = (): void => {
      process.off('SIGTERM', asked);
      process.off('SIGINT', asked);
      resolve();
    };
    process.on('SIGTERM', asked);
    process.on('SIGINT', asked);
  });
