/**
 * What came to Chrome after version 109, the oldest that the app promises to run in, and how to find it in built files.
 *
 * - CSS inside `@supports` is guarded: an older browser does not read it.
 * - An API is guarded where it is called with `?.`, or where the same file asks first: `'x' in y` or `typeof y.x`.
 * - Declarations that an older browser drops without a loss (text-wrap, scrollbar-color, field-sizing) are not listed.
 * - New CSS syntax that the build rewrites for Chrome 109 (nesting, light-dark) is looked for all the same: the build is
 *   what is judged, not the source.
 */
import { parseSync } from 'vite';

interface NewCss {
  readonly name: string;
  readonly since: number;
  readonly pattern: RegExp;
}

const css: readonly NewCss[] = [
  { name: 'nesting', since: 112, pattern: /(?:^|[{};,]|\s)&(?=[\s.:#>+~[{,])/ },
  { name: 'color-mix()', since: 111, pattern: /\bcolor-mix\(/ },
  { name: 'oklch(), oklab(), lch(), lab()', since: 111, pattern: /\b(?:oklch|oklab|lch|lab)\(/ },
  { name: 'color()', since: 111, pattern: /[:\s,]color\(/ },
  { name: 'relative colours', since: 119, pattern: /\b(?:rgba?|hsla?|hwb)\(\s*from\b/ },
  { name: 'light-dark()', since: 123, pattern: /\blight-dark\(/ },
  { name: 'linear() easing', since: 113, pattern: /[:\s,]linear\(/ },
  {
    name: 'sin(), cos(), pow(), hypot() …',
    since: 111,
    pattern: /[:\s,(](?:sin|cos|tan|asin|acos|atan2?|pow|hypot|sqrt|log|exp)\(/,
  },
  { name: 'round(), mod(), rem()', since: 125, pattern: /[:\s,(](?:round|mod|rem)\(/ },
  { name: '@starting-style', since: 117, pattern: /@starting-style\b/ },
  { name: '@scope', since: 118, pattern: /@scope\b/ },
  { name: '@container style()', since: 111, pattern: /@container[^{]*\bstyle\(/ },
  { name: '@view-transition', since: 126, pattern: /@view-transition\b/ },
  { name: '@position-try', since: 125, pattern: /@position-try\b/ },
  { name: 'view-transition-name', since: 111, pattern: /\bview-transition-name\s*:/ },
  { name: 'transition-behavior', since: 117, pattern: /\btransition-behavior\s*:|\ballow-discrete\b/ },
  { name: 'scroll-driven animation', since: 115, pattern: /\b(?:animation|scroll|view)-timeline\s*:/ },
  { name: 'anchor positioning', since: 125, pattern: /\b(?:anchor-name|position-anchor|position-area)\s*:|\banchor\(/ },
  { name: 'interpolate-size, calc-size()', since: 129, pattern: /\binterpolate-size\s*:|\bcalc-size\(/ },
  { name: 'subgrid', since: 117, pattern: /\bsubgrid\b/ },
  { name: 'unprefixed image-set()', since: 113, pattern: /[:\s,]image-set\(/ },
  { name: ':popover-open', since: 114, pattern: /:popover-open\b/ },
  { name: ':user-valid, :user-invalid', since: 119, pattern: /:user-(?:in)?valid\b/ },
  { name: ':dir()', since: 120, pattern: /:dir\(/ },
  { name: ':nth-child(… of …)', since: 111, pattern: /:nth-(?:last-)?child\([^)]*\bof\b/ },
  { name: ':state()', since: 125, pattern: /:state\(/ },
  { name: ':open', since: 133, pattern: /:open\b/ },
  { name: '::details-content', since: 131, pattern: /::details-content\b/ },
  { name: 'text-box', since: 133, pattern: /\btext-box(?:-trim|-edge)?\s*:/ },
  { name: 'rlh, rcap, cap, ric', since: 118, pattern: /\d(?:rlh|rcap|cap|ric)\b/ },
  { name: 'if()', since: 137, pattern: /:\s*if\(/ },
  { name: 'media feature scripting', since: 120, pattern: /\(\s*scripting\b/ },
  { name: 'media feature prefers-reduced-transparency', since: 118, pattern: /prefers-reduced-transparency/ },
];

/** Members of one known object: `URL.canParse`. */
const statics: Readonly<Record<string, number>> = {
  'AbortSignal.any': 116,
  'Array.fromAsync': 121,
  'Error.isError': 134,
  'Intl.DurationFormat': 129,
  'Iterator.from': 122,
  'JSON.rawJSON': 114,
  'Map.groupBy': 117,
  'Math.f16round': 135,
  'Math.sumPrecise': 147,
  'Object.groupBy': 117,
  'Promise.try': 128,
  'Promise.withResolvers': 119,
  'ReadableStream.from': 140,
  'RegExp.escape': 136,
  'Symbol.asyncDispose': 127,
  'Symbol.dispose': 125,
  'URL.canParse': 120,
  'URL.parse': 126,
  'Uint8Array.fromBase64': 140,
  'Uint8Array.fromHex': 140,
  'scheduler.yield': 129,
};

/** Methods whose name alone says what they are. */
const methods: Readonly<Record<string, number>> = {
  bytes: 132,
  difference: 122,
  getOrInsert: 145,
  getOrInsertComputed: 145,
  hidePopover: 114,
  intersection: 122,
  isDisjointFrom: 122,
  isSubsetOf: 122,
  isSupersetOf: 122,
  isWellFormed: 111,
  moveBefore: 133,
  requestClose: 134,
  setFromBase64: 140,
  setHTMLUnsafe: 124,
  showPopover: 114,
  startViewTransition: 111,
  symmetricDifference: 122,
  toBase64: 140,
  toReversed: 110,
  toSorted: 110,
  toSpliced: 110,
  toWellFormed: 111,
  togglePopover: 114,
  transferToFixedLength: 114,
  union: 122,
};

const globals: Readonly<Record<string, number>> = { CloseWatcher: 126, DisposableStack: 134, SuppressedError: 134 };
const strings: Readonly<Record<string, number>> = { Ed25519: 137, X25519: 133 };
const iteratorMethods = 'map filter take drop flatMap reduce toArray forEach some every find'.split(' ');

type Node = Readonly<Record<string, unknown>>;

const asNode = (value: unknown): Node | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;

const nameOf = (value: unknown): string => {
  const name = asNode(value)?.['name'];
  return typeof name === 'string' ? name : '';
};

/** What this node uses: the name to report, the word that a guard would mention, and the version. */
interface Use {
  readonly name: string;
  readonly word: string;
  readonly since: number;
}

const usesOfCall = (node: Node): readonly Use[] => {
  const callee = asNode(node['callee']);
  if (callee?.['type'] !== 'MemberExpression' || node['optional'] === true || callee['optional'] === true) return [];
  const word = nameOf(callee['property']);
  const since = Object.hasOwn(methods, word) ? methods[word] : undefined;
  if (since !== undefined) return [{ name: `.${word}()`, word, since }];
  const inner = asNode(callee['object']);
  const innerCallee = asNode(inner?.['callee']);
  const isIterator =
    iteratorMethods.includes(word) &&
    inner?.['type'] === 'CallExpression' &&
    Array.isArray(inner['arguments']) &&
    inner['arguments'].length === 0 &&
    ['keys', 'values', 'entries'].includes(nameOf(innerCallee?.['property']));
  return isIterator ? [{ name: `iterator .${word}()`, word: 'Iterator', since: 122 }] : [];
};

const usesOf = (node: Node): readonly Use[] => {
  switch (node['type']) {
    case 'CallExpression':
      return usesOfCall(node);
    case 'MemberExpression': {
      const word = nameOf(node['property']);
      const name = `${nameOf(node['object'])}.${word}`;
      const since = Object.hasOwn(statics, name) ? statics[name] : undefined;
      return since === undefined || node['optional'] === true ? [] : [{ name, word, since }];
    }
    case 'NewExpression': {
      const word = nameOf(node['callee']);
      const since = Object.hasOwn(globals, word) ? globals[word] : undefined;
      return since === undefined ? [] : [{ name: `new ${word}`, word, since }];
    }
    case 'ForOfStatement': {
      const right = asNode(node['right']);
      const isBody = node['await'] === true && nameOf(right?.['property']) === 'body';
      return isBody ? [{ name: 'for await over a stream', word: 'asyncIterator', since: 124 }] : [];
    }
    case 'VariableDeclaration':
      return node['kind'] === 'using' || node['kind'] === 'await using'
        ? [{ name: 'using', word: 'using', since: 134 }]
        : [];
    case 'Literal': {
      const regex = asNode(node['regex']);
      if (typeof regex?.['flags'] === 'string' && regex['flags'].includes('v'))
        return [{ name: 'regular expression flag v', word: 'unicodeSets', since: 112 }];
      const { value } = node;
      const since = typeof value === 'string' && Object.hasOwn(strings, value) ? strings[value] : undefined;
      return since === undefined ? [] : [{ name: `algorithm ${String(value)}`, word: String(value), since }];
    }
    default:
      return [];
  }
};

const walk = (value: unknown, see: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const item of value) walk(item, see);
  const node = asNode(value);
  if (node === undefined) return;
  if (typeof node['type'] === 'string') see(node);
  for (const field of Object.values(node)) if (typeof field === 'object') walk(field, see);
};

/** Words that this file asks for before it uses them. */
const guardIn = (node: Node): string | undefined => {
  if (node['type'] === 'BinaryExpression' && node['operator'] === 'in') {
    const value = asNode(node['left'])?.['value'];
    return typeof value === 'string' ? value : undefined;
  }
  if (node['type'] !== 'UnaryExpression' || node['operator'] !== 'typeof') return undefined;
  const argument = asNode(node['argument']);
  return nameOf(argument) || nameOf(argument?.['property']);
};

export const newInScript = (path: string, text: string): readonly string[] => {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) return [`${path} cannot be parsed`];
  const uses: Use[] = [];
  const guards = new Set<string>();
  walk(program, (node) => {
    uses.push(...usesOf(node));
    const guard = guardIn(node);
    if (guard !== undefined) guards.add(guard);
  });
  return [
    ...new Set(uses.filter(({ word }) => !guards.has(word)).map(({ name, since }) => `${name} (Chrome ${since})`)),
  ];
};

/** Without comments, strings, addresses and the blocks of `@supports`. */
const unguardedCss = (text: string): string => {
  const bare = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/"[^"]*"|'[^']*'/g, '""')
    .replaceAll(/url\([^)]*\)/g, 'url()');
  let kept = '';
  let rest = bare;
  for (let at = rest.indexOf('@supports'); at !== -1; at = rest.indexOf('@supports')) {
    kept += rest.slice(0, at);
    let end = rest.indexOf('{', at) + 1;
    for (let depth = 1; depth > 0 && end < rest.length; end += 1) {
      if (rest[end] === '{') depth += 1;
      if (rest[end] === '}') depth -= 1;
    }
    rest = rest.slice(end);
  }
  return kept + rest;
};

export const newInCss = (text: string): readonly string[] => {
  const unguarded = unguardedCss(text);
  return css.filter(({ pattern }) => pattern.test(unguarded)).map(({ name, since }) => `${name} (Chrome ${since})`);
};

export const newInHtml = (text: string): readonly string[] =>
  /<[^>]+\s(?:popover|popovertarget|closedby|commandfor)\b/i.test(text)
    ? ['popover or command attributes (Chrome 114)']
    : [];
