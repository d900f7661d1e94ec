/** Plants one bug into the engine as its modules are loaded: their text on the disk is never touched. */
import { registerHooks } from 'node:module';
import { bugs, sourceOf } from './bugs.ts';

export const plant = (name: string): void => {
  const bug = bugs.find((one) => one.name === name);
  if (bug === undefined) throw new Error(`no bug is called "${name}"`);
  const places = new Map(bug.changes.map((change) => [sourceOf(change.file).href, change]));
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const change = places.get(url);
      if (change === undefined || loaded.source === undefined || loaded.source === null) return loaded;
      const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(toBytes(loaded.source)).toString('utf8');
      const parts = text.split(change.from);
      if (parts.length !== 2) throw new Error(`${change.file} holds ${String(parts.length - 1)} times: ${change.from}`);
      return { ...loaded, source: parts.join(change.to) };
    },
  });
};

const toBytes = (source: ArrayBuffer | NodeJS.TypedArray): Uint8Array =>
  source instanceof ArrayBuffer ? new Uint8Array(source) : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
