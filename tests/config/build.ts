/** Builds the app as `npm start` does, so that the servers of the browser tests find it built and start at once. */
import { buildApp } from '#commands/build-app.ts';
import { ROOT } from '#commands/program.ts';

const build = await buildApp(ROOT, () => {
  console.log('building …');
});
console.log(`build: ${build}`);
process.exit(build === 'failed' ? 1 : 0);
