/** Plants one bug into the engine as its modules are loaded: their text on the disk is never touched. */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { bugs, sourceOf } from './bugs.ts';

export const plant = (name: string): void => {
  const bug = bugs.find((one) => one.name === name);
  if (bug === undefined) throw new Error(`no bug is called "${name}"`);
  for (const { file, from } of bug.changes) {
    const times = readFileSync(sourceOf(file), 'utf8').split(from).length - 1;
    if (times !== 1) throw new Error(`${file} holds ${String(times)} times: ${from}`);
  }
  const places = new Map(bug.changes.map((change) => [sourceOf(change.file).href, change]));
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const change = places.get(url);
      if (change === undefined || loaded.source === undefined || loaded.source === null) return loaded;
      const text =
        typeof loaded.source === 'string' ? loaded.source : Buffer.from(toBytes(loaded.source)).toString('utf8');
      return { ...loaded, source: text.replace(change.from, () => change.to) };
    },
  });
};

const toBytes = (source: ArrayBuffer | NodeJS.TypedArray): Uint8Array =>
  source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
