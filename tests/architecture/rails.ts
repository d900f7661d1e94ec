/**
 * The rails: each takes all sources and says, one line a fault, what breaks the law and where.
 *
 * A rail that could not fail would be worse than none: boundaries.test.ts tries each of them on a planted fault too.
 */
import { layerOf, layers, mayExportDefault, pureLayers, type Layer } from './layers.ts';
import { textOf, type Node, type Source } from './source.ts';

export type Rail = (sources: readonly Source[]) => readonly string[];

const LONG = 250;

const isSource = ({ path }: Source): boolean => path.startsWith('src/');
const isTest = ({ path }: Source): boolean => path.startsWith('tests/');
const allowsPackage = ({ packages }: Layer, name: string): boolean =>
  packages.some((one) =>
    one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one || name.startsWith(`${one}/`),
  );

const named = (node: unknown, name: string): boolean =>
  typeof node === 'object' && node !== null && 'name' in node && node.name === name;

const isMember = (node: Node, object: string, property: string): boolean =>
  node.type === 'MemberExpression' && named(node['object'], object) && named(node['property'], property);

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

/** The comment that opens the file, before its first statement. */
const headComment = (text: string): string =>
  /^(?:#!.*\n)?\s*((?:\/\*[\s\S]*?\*\/|\/\/.*\n)\s*)+/.exec(text)?.[0] ?? '';

export const everyFileHasALayer: Rail = (sources) =>
  sources.filter(isSource).flatMap(({ path }) => (layerOf(path) === undefined ? [`${path} belongs to no layer`] : []));

export const layersImportDownwards: Rail = (sources) =>
  sources.filter(isSource).flatMap((source) => {
    const layer = layerOf(source.path);
    if (layer === undefined) return [];
    return source.imports.flatMap(({ from, path }) => {
      if (path === undefined) return [];
      if (!path.startsWith('src/')) return [`${source.path} imports ${from}, outside src`];
      const other = layerOf(path);
      if (other === layer) return [];
      if (other !== undefined && layer.layers.includes(other.name)) return [];
      return [`${source.path} (${layer.name}) imports ${from} (${other?.name ?? 'no layer'})`];
    });
  });

export const packagesStayInTheirLayer: Rail = (sources) =>
  sources.filter(isSource).flatMap((source) => {
    const layer = layerOf(source.path);
    if (layer === undefined) return [];
    return source.imports
      .filter(({ from, path }) => path === undefined && !from.startsWith('virtual:') && !allowsPackage(layer, from))
      .map(({ from }) => `${source.path} (${layer.name}) imports the package ${from}`);
  });

const featureOf = (path: string): string | undefined => /^src\/client\/features\/([^/]+)\//.exec(path)?.[1];

export const featuresStandAlone: Rail = (sources) =>
  sources.flatMap((source) => {
    const feature = featureOf(source.path);
    if (feature === undefined) return [];
    return source.imports
      .filter(({ path }) => path !== undefined && (featureOf(path) ?? feature) !== feature)
      .map(({ from }) => `${source.path} imports another feature: ${from}`);
  });

/** Across layers by `#layer/x.ts`, inside a layer and from a root to what it composes by `./x.ts`. */
export const crossingsAreVisible: Rail = (sources) =>
  sources
    .filter(isSource)
    .flatMap((source) =>
      source.imports
        .filter(
          ({ from, path }) => from.startsWith('..') && path !== undefined && layerOf(path) !== layerOf(source.path),
        )
        .map(({ from }) => `${source.path} crosses a layer by a relative path: ${from}`),
    );

/** Types may refer to each other; modules that run may not, because the order in which they start would matter. */
export const noImportCycles: Rail = (sources) => {
  const importsByPath = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap((one) => (one.isType ? [] : (one.path ?? [])))]),
  );
  const done = new Set<string>();
  const faults: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      faults.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of importsByPath.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of importsByPath.keys()) visit(path, []);
  return faults;
};

export const namesSayWhatTheyHold: Rail = (sources) =>
  sources.flatMap(({ path }) => {
    const words = path.split('/');
    const file = words.at(-1) ?? '';
    const faults = words
      .filter((word) => /^(utils?|shared|helpers?|common|misc|lib)(\.\w+)*$/i.test(word))
      .map((word) => `${path}: "${word}" says nothing`);
    return /^index\.\w+$/.test(file) ? [...faults, `${path} is a barrel`] : faults;
  });

/** Re-exporting hides where a thing lives; a type that a module's own signatures use may be named by it. */
export const nothingThatRunsIsReExported: Rail = (sources) =>
  sources
    .filter(isSource)
    .flatMap(({ path, nodes }) =>
      nodes
        .filter(
          ({ type, source, exportKind }) =>
            type === 'ExportAllDeclaration' ||
            (type === 'ExportNamedDeclaration' && exportKind !== 'type' && source !== null && source !== undefined),
        )
        .map(({ source }) => `${path} re-exports ${textOf(source) ?? ''}`),
    );

export const pureLayersStayPure: Rail = (sources) =>
  sources
    .filter(({ path }) => pureLayers.includes(layerOf(path)?.name ?? ''))
    .flatMap(({ path, nodes }) =>
      nodes.flatMap((node) => {
        if (node.type === 'ThrowStatement') return [`${path} throws; a problem is returned`];
        if (isMember(node, 'Date', 'now')) return [`${path} reads Date.now; time is an argument`];
        if (isMember(node, 'Math', 'random')) return [`${path} reads Math.random; chance is an argument`];
        if (isMember(node, 'performance', 'now')) return [`${path} reads performance.now; time is an argument`];
        const isBareDate =
          (node.type === 'NewExpression' || node.type === 'CallExpression') &&
          named(node['callee'], 'Date') &&
          Array.isArray(node['arguments']) &&
          node['arguments'].length === 0;
        return isBareDate ? [`${path} asks for the present Date; time is an argument`] : [];
      }),
    );

export const longFilesSayWhy: Rail = (sources) =>
  sources
    .filter(isSource)
    .filter(({ text }) => linesOf(text) > LONG && !headComment(text).includes('long because'))
    .map(({ path, text }) => `${path} has ${linesOf(text)} lines and no head comment with "long because"`);

export const filesOpenWithAComment: Rail = (sources) =>
  sources
    .filter(isSource)
    .flatMap(({ path, text }) => (headComment(text) === '' ? [`${path} opens with no comment`] : []));

export const exportsAreNamed: Rail = (sources) =>
  sources.flatMap(({ path, nodes }) =>
    nodes.some(({ type }) => type === 'ExportDefaultDeclaration') && !mayExportDefault.includes(path)
      ? [`${path} has a default export`]
      : [],
  );

export const noClasses: Rail = (sources) =>
  sources
    .filter(isSource)
    .flatMap(({ path, nodes }) =>
      nodes.some(({ type }) => type === 'ClassDeclaration') ? [`${path} has a class`] : [],
    );

// One letter stands in brackets, so that this file does not find itself.
const unfinished = /\b(?:TO[D]O|FI[X]ME|X[X]X|HA[C]K)\b/;
const silenced = /(?:oxlint|eslint)-[d]isable|@ts-(?:[i]gnore|[e]xpect-error|[n]ocheck)|prettier-[i]gnore/;

export const nothingIsLeftUnfinished: Rail = (sources) =>
  sources.flatMap(({ path, text }) => {
    const found = unfinished.exec(text)?.[0];
    return found === undefined ? [] : [`${path} contains ${found}`];
  });

export const noCheckIsSilenced: Rail = (sources) =>
  sources.flatMap(({ path, text }) => {
    const found = silenced.exec(text)?.[0];
    return found === undefined ? [] : [`${path} silences a check: ${found}`];
  });

const subjects = ['test', 'it', 'describe', 'suite'];
const lame = ['skip', 'only', 'todo', 'fails', 'skipIf', 'runIf', 'fixme', 'slow'];

export const everyTestRuns: Rail = (sources) =>
  sources
    .filter(isTest)
    .flatMap(({ path, nodes }) =>
      nodes
        .filter(({ type }) => type === 'MemberExpression')
        .flatMap((node) =>
          subjects.flatMap((subject) =>
            lame.flatMap((word) => (isMember(node, subject, word) ? [`${path} has ${subject}.${word}`] : [])),
          ),
        ),
    );

export const noTestSleeps: Rail = (sources) =>
  sources
    .filter(isTest)
    .flatMap(({ path, nodes }) =>
      nodes.some((node) => node.type === 'MemberExpression' && named(node['property'], 'waitForTimeout'))
        ? [`${path} waits for time to pass`]
        : [],
    );

const isCast = (node: unknown): node is Node =>
  typeof node === 'object' && node !== null && 'type' in node && node.type === 'TSAsExpression';

const typeNameOf = (node: Node): string => {
  const type = node['typeAnnotation'];
  return typeof type === 'object' && type !== null && 'type' in type && typeof type.type === 'string' ? type.type : '';
};

/** What comes from outside is `unknown` until it is parsed. */
const isOutside = (node: unknown): boolean => {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  if (node.type === 'AwaitExpression' && 'argument' in node) return isOutside(node.argument);
  if (node.type === 'ParenthesizedExpression' && 'expression' in node) return isOutside(node.expression);
  if (node.type !== 'CallExpression' || !('callee' in node)) return false;
  const { callee } = node;
  if (typeof callee !== 'object' || callee === null || !('property' in callee)) return false;
  return (
    named(callee.property, 'json') ||
    (named(callee.property, 'parse') && 'object' in callee && named(callee.object, 'JSON'))
  );
};

export const nothingIsCastAtABoundary: Rail = (sources) =>
  sources.filter(isSource).flatMap(({ path, nodes }) =>
    nodes.filter(isCast).flatMap((node) => {
      const to = typeNameOf(node);
      if (to === 'TSAnyKeyword' || to === 'TSNeverKeyword') return [`${path} casts to any or never`];
      const from = node['expression'];
      if (isCast(from)) return [`${path} casts a cast`];
      return isOutside(from) && to !== 'TSUnknownKeyword' ? [`${path} casts what came from outside`] : [];
    }),
  );

/** The map in words names every layer that has a file. */
export const layersMissingFrom = (map: string, sources: readonly Source[]): readonly string[] =>
  layers
    .map(({ name }) => name)
    .filter((name) => sources.some(({ path }) => layerOf(path)?.name === name))
    .filter((name) => !name.split('/').every((word) => map.includes(`${word}/`)))
    .map((name) => `src/README.md does not name ${name}`);
