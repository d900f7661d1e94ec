/** Runs the type checker once for each layer's tsconfig, so that a layer sees only the types that it may use. */
import { spawnSync } from 'node:child_process';

const projects = ['src/domain', 'src/sync', 'src/client', 'src/client/app/tsconfig.worker.json', 'src/server', 'tests'];

let failed = false;
for (const project of projects) {
  const { status } = spawnSync('tsc', ['-p', project, '--pretty', 'false'], { stdio: 'inherit' });
  if (status !== 0) {
    failed = true;
    console.error(`types: ${project} has errors`);
  }
}
process.exit(failed ? 1 : 0);
