/** The law of the house, tried on the whole tree, and each rail tried on a planted fault. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layerOf, layers } from './layers.ts';
import * as rails from './rails.ts';
import { allSources, filesAtTheTop, root, sourceOf } from './source.ts';

const sources = allSources();

interface Planted {
  readonly law: string;
  readonly rail: rails.Rail;
  /** Each group of files must be found at fault: path → text. */
  readonly faults: readonly Readonly<Record<string, string>>[];
}

const long = (head: string) => `${head}\n${'export const x = 1;\n'.repeat(251)}`;

/** A word that may not stand in this file either. */
const halves = (...parts: readonly string[]) => parts.join('');

const laws: readonly Planted[] = [
  {
    law: 'every source file belongs to a layer',
    rail: rails.everyFileHasALayer,
    faults: [{ 'src/elsewhere/x.ts': '' }, { 'src/client/x.ts': '' }],
  },
  {
    law: 'a layer imports only the layers of its row',
    rail: rails.layersImportDownwards,
    faults: [
      { 'src/domain/x.ts': "import { y } from '#sync/y.ts';" },
      { 'src/domain/x.ts': "import type { y } from '#sync/y.ts';" },
      { 'src/domain/x.ts': "export type Y = import('#sync/y.ts').Y;" },
      { 'src/client/features/today/x.ts': "const y = await import('#client/store/y.ts');" },
      { 'src/client/app/x.ts': "import { y } from '#server/http/y.ts';" },
      { 'src/server/http/x.ts': "import { y } from '#client/texts/y.ts';" },
      { 'src/server/http/x.ts': "import { y } from '#server/database/y.ts';" },
      { 'src/commands/x.ts': "import { y } from '#client/vault/y.ts';" },
      { 'src/sync/x.ts': "import { y } from '#tests/support/y.ts';" },
      { 'src/sync/x.ts': "import { y } from '../../tests/support/y.ts';" },
      { 'src/client/ui/x.ts': "export { y } from '#domain/y.ts';" },
    ],
  },
  {
    law: 'a package is used only where its row names it',
    rail: rails.packagesStayInTheirLayer,
    faults: [
      { 'src/client/features/today/x.ts': "import { Dexie } from 'dexie';" },
      { 'src/domain/x.ts': "import { readFile } from 'node:fs';" },
      { 'src/server/actions/x.ts': "import { Kysely } from 'kysely';" },
      { 'src/sync/x.ts': "const { z } = await import('zod');" },
    ],
  },
  {
    law: 'a feature never imports another feature',
    rail: rails.featuresStandAlone,
    faults: [
      { 'src/client/features/today/x.ts': "import { y } from '#client/features/plans/y.ts';" },
      { 'src/client/features/today/x.ts': "import { y } from '../plans/y.ts';" },
    ],
  },
  {
    law: 'a crossing of layers is visible as #layer/…',
    rail: rails.crossingsAreVisible,
    faults: [{ 'src/client/state/x.ts': "import { y } from '../store/y.ts';" }],
  },
  {
    law: 'imports go round in no circle',
    rail: rails.noImportCycles,
    faults: [
      {
        'src/domain/x.ts': "import { y } from './y.ts';",
        'src/domain/y.ts': "import { z } from './z.ts';",
        'src/domain/z.ts': "import { x } from './x.ts';",
      },
    ],
  },
  {
    law: 'a name says what it holds, and there are no barrels',
    rail: rails.namesSayWhatTheyHold,
    faults: [{ 'src/domain/index.ts': '' }, { 'src/domain/utils.ts': '' }, { 'src/client/ui/shared/x.tsx': '' }],
  },
  {
    law: 'nothing that runs is re-exported',
    rail: rails.nothingThatRunsIsReExported,
    faults: [{ 'src/domain/x.ts': "export * from './y.ts';" }, { 'src/domain/x.ts': "export { y } from './y.ts';" }],
  },
  {
    law: 'pure layers read no clock and no chance, and throw nothing',
    rail: rails.pureLayersStayPure,
    faults: [
      { 'src/domain/x.ts': 'export const now = () => Date.now();' },
      { 'src/sync/x.ts': 'export const now = () => new Date();' },
      { 'src/sync/x.ts': 'export const now = () => Date();' },
      { 'src/catalogue/x.ts': 'export const chance = () => Math.random();' },
      { 'src/documents/x.ts': 'export const now = () => performance.now();' },
      { 'src/domain/x.ts': "export const no = () => { throw new Error('no'); };" },
    ],
  },
  {
    law: 'a long file says why it is long',
    rail: rails.longFilesSayWhy,
    faults: [{ 'src/domain/x.ts': long('/** A table. */') }],
  },
  {
    law: 'a source file opens with a comment that says what it is',
    rail: rails.filesOpenWithAComment,
    faults: [{ 'src/domain/x.ts': 'export const x = 1;' }],
  },
  {
    law: 'exports are named',
    rail: rails.exportsAreNamed,
    faults: [{ 'src/domain/x.ts': 'export default 1;' }],
  },
  {
    law: 'there are no classes',
    rail: rails.noClasses,
    faults: [{ 'src/domain/x.ts': 'export class X {}' }],
  },
  {
    law: 'nothing is left unfinished',
    rail: rails.nothingIsLeftUnfinished,
    faults: [{ 'src/domain/x.ts': `// ${halves('TO', 'DO')}: later` }],
  },
  {
    law: 'no check is silenced',
    rail: rails.noCheckIsSilenced,
    faults: [
      { 'src/domain/x.ts': `// ${halves('@ts-', 'ignore')}` },
      { 'tests/x.test.ts': `/* ${halves('oxlint-', 'disable')} */` },
    ],
  },
  {
    law: 'nothing from outside is cast instead of parsed',
    rail: rails.nothingIsCastAtABoundary,
    faults: [
      { 'src/client/courier/x.ts': 'export const x = JSON.parse(text) as Answer;' },
      { 'src/client/courier/x.ts': 'export const x = (await response.json()) as Answer;' },
      { 'src/client/courier/x.ts': 'export const x = text as unknown as Answer;' },
      { 'src/client/courier/x.ts': 'export const x = text as never;' },
    ],
  },
  {
    law: 'every test runs',
    rail: rails.everyTestRuns,
    faults: [
      { 'tests/x.test.ts': "test.skip('x', () => {});" },
      { 'tests/x.test.ts': "describe.only('x', () => {});" },
      { 'tests/x.test.ts': "describe.runIf(true)('x', () => {});" },
    ],
  },
  {
    law: 'no test waits for time to pass',
    rail: rails.noTestSleeps,
    faults: [{ 'tests/e2e/x.spec.ts': 'await page.waitForTimeout(100);' }],
  },
];

describe('the house', () => {
  test.each(laws)('holds: $law', ({ rail }) => {
    expect(rail(sources)).toEqual([]);
  });

  test.each(laws)('notices when broken: $law', ({ rail, faults }) => {
    for (const files of faults) {
      const planted = Object.entries(files).map(([path, text]) => sourceOf(path, text));
      expect(rail(planted), JSON.stringify(files)).not.toEqual([]);
    }
  });

  test('accepts a long file that says why', () => {
    const table = sourceOf('src/domain/x.ts', long('/** A table, long because there are 251 of them. */'));
    expect(rails.longFilesSayWhy([table])).toEqual([]);
  });

  test('is drawn in src/README.md, layer by layer', () => {
    expect(rails.layersMissingFrom(readFileSync(join(root, 'src/README.md'), 'utf8'), sources)).toEqual([]);
    expect(rails.layersMissingFrom('domain/ sync/', sources)).toContain('src/README.md does not name client/vault');
  });

  test('has a table whose rows name layers of the table', () => {
    const names = layers.map(({ name }) => name);
    for (const { name, layers: allowed } of layers) {
      expect(
        allowed.filter((one) => !names.includes(one)),
        name,
      ).toEqual([]);
      expect(allowed, name).not.toContain(name);
    }
  });

  test('lets nobody import upwards: the table has no circle', () => {
    const below = (name: string, trail: readonly string[] = []): readonly string[] => {
      expect(trail, `${trail.join(' → ')} → ${name}`).not.toContain(name);
      return (layers.find((layer) => layer.name === name)?.layers ?? []).flatMap((next) =>
        below(next, [...trail, name]),
      );
    };
    for (const { name } of layers) below(name);
  });

  test('keeps features from the store and client from server', () => {
    expect(layerOf('src/client/features/today/Today.tsx')?.layers).not.toContain('client/store');
    const crossings = layers.flatMap(({ name, layers: allowed }) =>
      allowed.filter((one) =>
        name.startsWith('client')
          ? /^(server|commands)/.test(one)
          : /^(client|commands)/.test(one) && name !== 'client',
      ),
    );
    expect(crossings).toEqual([]);
  });

  test('has eight entries at the top and no others that are seen', () => {
    const allowed = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'vite.config.ts',
      'index.html',
      'README.md',
      'LICENSE',
    ];
    expect(filesAtTheTop().filter((path) => !allowed.includes(path))).toEqual([]);
  });
});
