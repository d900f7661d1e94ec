/** The way to an area's bundles, which a phone that has received nothing yet goes without: neither they nor their code are there. */
import { areaKeys } from './areas.ts';
import type { BundleDeps, Directory } from './bundles.ts';

const NONE: Directory = { byKey: new Map(), byMonth: new Map() };

/** `undefined` when there are none; to be called in turn. */
export const bundlesOf = async ({ database, directories }: BundleDeps, area: number) => {
  if (!directories.has(area)) {
    const named = await database.directories
      .where('[s+n]')
      .between(...areaKeys(area), true, true)
      .count();
    if (named === 0) directories.set(area, NONE);
  }
  return directories.get(area) === NONE ? undefined : import('./bundles.ts');
};
