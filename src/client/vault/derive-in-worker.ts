/** Argon2id in a worker that is ended with the derivation: its memory is given back and holds no secret. */
import type { Derive } from './argon.ts';

export const deriveInWorker: Derive = (secret, salt, params) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./argon.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Uint8Array<ArrayBuffer>>) => {
      worker.terminate();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Error(`The key derivation failed: ${event.message}`));
    });
    worker.postMessage({ secret, salt, params });
  });
