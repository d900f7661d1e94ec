/**
 * A source file as the rails see it: its text, what it imports, and its syntax tree.
 *
 * Imports are read by the parser that also bundles the app, never by a pattern over text: a comment that says
 * `import x from 'y'` is no import, and `import('./y.ts')` in a type is one.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

export interface Import {
  readonly from: string;
  /** `#domain/x.ts` and `./x.ts` as a path from the root; undefined for a package. */
  readonly path: string | undefined;
  /** Gone when the code runs: `import type`, or a type named by `import('…')`. */
  readonly isType: boolean;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly nodes: readonly Node[];
}

/** Any node of the tree: rails look at its type and a few fields, which they check before use. */
export interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

export const root = new URL('../..', import.meta.url).pathname;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const nodesOf = (value: unknown, found: Node[] = []): readonly Node[] => {
  if (Array.isArray(value)) for (const item of value) nodesOf(item, found);
  if (!isNode(value)) return found;
  found.push(value);
  for (const field of Object.values(value)) if (typeof field === 'object') nodesOf(field, found);
  return found;
};

export const textOf = (node: unknown): string | undefined =>
  isNode(node) && typeof node['value'] === 'string' ? node['value'] : undefined;

const importing = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

const resolved = (path: string, from: string): string | undefined => {
  if (from.startsWith('#tests/')) return from.slice(1);
  if (from.startsWith('#')) return `src/${from.slice(1)}`;
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from).replace(/\?.*$/, '');
  return undefined;
};

export const sourceOf = (path: string, text: string): Source => {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message ?? ''}`);
  const nodes = nodesOf(program);
  const imports = nodes
    .filter(({ type }) => importing.includes(type))
    .flatMap((node) => {
      const from = textOf(node['source']);
      if (from === undefined) return [];
      const isType = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType';
      return [{ from, path: resolved(path, from), isType }];
    });
  return { path, text, imports, nodes };
};

const isCode = (path: string): boolean => /\.(ts|tsx|mjs|js|jsx)$/.test(path);

export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath, entry.name).slice(root.length))
    .sort();

/** Names of the files that lie directly at the top, dot files apart. */
export const filesAtTheTop = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name);

/** All code of the project: src, tests and what lies at the top. */
export const allSources = (): readonly Source[] =>
  [...filesUnder('src'), ...filesUnder('tests'), ...filesAtTheTop()]
    .filter(isCode)
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')));
