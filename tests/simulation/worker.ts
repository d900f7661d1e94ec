/**
 * One thread of the simulation: lives through the seeds that it is given, one after the other. A bug may be planted into
 * the engine before any of it is loaded.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createChance } from './chance.ts';
import type { SeedOptions, SeedResult } from './seed-options.ts';
import { liveIn } from './thread.ts';

export interface WorkerData {
  readonly bug: string | undefined;
}
export interface Order {
  readonly seed: number;
  readonly options: SeedOptions;
}
export type Report = { readonly is: 'ready' } | { readonly is: 'lived'; readonly result: SeedResult };

const { bug }: WorkerData = workerData;
if (bug !== undefined) {
  const { plant } = await import('./plant.ts');
  plant(bug);
}
liveIn({
  chance: createChance(0),
  now: () => 0,
  failed: (error) => {
    throw error;
  },
});
const { prepareBackend } = await import('./backend.ts');
const { runSeed } = await import('./run-seed.ts');
const { START } = await import('./sim-world.ts');
await prepareBackend(() => START);

const report = (message: Report): void => {
  parentPort?.postMessage(message);
};

const orders: Order[] = [];
let living = false;
const live = async (): Promise<void> => {
  if (living) return;
  living = true;
  for (let order = orders.shift(); order !== undefined; order = orders.shift())
    report({ is: 'lived', result: await runSeed(order.seed, order.options) });
  living = false;
};
parentPort?.on('message', (order: Order) => {
  orders.push(order);
  void live();
});
report({ is: 'ready' });
