/** What the whole app is made of; main.ts gives it, and so do the tests. */
import type { Deps } from '#server/actions/ports.ts';
import type { ReadRowsDeps } from '#server/actions/read-rows.ts';
import type { Units } from '#server/actions/units.ts';
import type { Log } from './request-log.ts';
import type { StaticFiles } from './static-files.ts';

export interface AppDeps extends Deps, Pick<ReadRowsDeps, 'readElsewhere'> {
  readonly readUnits: () => Promise<Units>;
  readonly setUpCode: string | undefined;
  readonly publicUrl: string;
  /** Proxies whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[];
  readonly version: string;
  readonly files: StaticFiles;
  readonly log: Log;
}
