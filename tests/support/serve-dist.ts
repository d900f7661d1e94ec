/**
 * The real server over another build of the app than ./dist: a newer version, a broken one, or the one that seals
 * nothing. `npm start` serves ./dist alone, and builds it first; everything else is the same here.
 */
import { createLog } from '#server/log.ts';
import { startServer } from '#server/main.ts';
import { parseSettings } from '#server/settings.ts';

const settings = parseSettings(process.env, process.cwd());
const appDir = process.env['DIST_DIR'];
if (!settings.ok || appDir === undefined) throw new Error('serve-dist: settings or DIST_DIR are missing');
const server = await startServer(settings.value, { version: 'test', appDir, log: createLog() });
if (!server.ok) throw new Error(`serve-dist: ${JSON.stringify(server.problem)}`);
process.once('SIGTERM', () => {
  void server.value.stop();
});
