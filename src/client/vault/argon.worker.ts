/** Derives in its own thread, so that the page keeps answering while the phone works. Lives for one derivation. */
import { argon2id } from 'hash-wasm';
import type { ArgonRequest } from './argon.ts';

addEventListener('message', (event: MessageEvent<ArgonRequest>) => {
  const { secret, salt, params } = event.data;
  void argon2id({
    password: secret,
    salt,
    memorySize: params.memoryKiB,
    iterations: params.passes,
    parallelism: params.lanes,
    hashLength: 32,
    outputType: 'binary',
  }).then((key) => {
    postMessage(key);
  });
});
