import { describe, expect, test } from 'vitest';
import { newInCss, newInHtml, newInScript } from '#tests/config/newer-than-floor.ts';

const found = (text: string) => newInScript('x.js', text);

describe('the check for what is newer than Chrome 109', () => {
  test.each([
    'a.toSorted()',
    'Object.groupBy(a, b)',
    'Promise.withResolvers()',
    'Array.fromAsync(a)',
    'URL.canParse(a)',
    'a.union(b)',
    'a.values().map(b)',
    'new Map().keys().toArray()',
    'scheduler.yield()',
    'for await (const part of response.body) use(part)',
    'const x = /a/v',
    "crypto.subtle.generateKey('Ed25519')",
    'new CloseWatcher()',
    'document.startViewTransition(a)',
  ])('finds %s', (text) => {
    expect(found(text)).toHaveLength(1);
  });

  test.each([
    '[...a].sort()',
    'Object.entries(a).map(b)',
    'Object.keys(a).filter(b)',
    '[...a.values()].map(b)',
    'document.startViewTransition?.(a)',
    "if ('showPopover' in a) a.showPopover()",
    "if (typeof URL.canParse === 'function') URL.canParse(a)",
    'structuredClone(a); AbortSignal.timeout(1); a.findLast(b); a.at(-1)',
  ])('leaves alone %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    '.a { &:hover { color: red } }',
    '.a{color:red;& b{color:blue}}',
    '.a { background: color-mix(in srgb, red, blue) }',
    '.a { color: oklch(0.5 0.1 20) }',
    '.a { color: light-dark(black, white) }',
    '@starting-style { .a { opacity: 0 } }',
    '.a { transition: all 1s linear(0, 1) }',
    '.a:popover-open { display: block }',
    '.a { grid-template-columns: subgrid }',
    '.a { width: round(1px, 2px) }',
  ])('finds %s', (text) => {
    expect(newInCss(text)).toHaveLength(1);
  });

  test.each([
    '.a:has(b) { height: 100dvh; background: linear-gradient(red, blue) }',
    '@container (width > 20em) { .a { color: red } }',
    '@supports (color: oklch(0 0 0)) { .a { color: oklch(0.5 0.1 20) } } .b { color: red }',
    '/* & oklch( */ .a::before { content: "& light-dark(" }',
    '.a { text-wrap: balance }',
  ])('leaves alone %s', (text) => {
    expect(newInCss(text)).toEqual([]);
  });

  test('finds a popover in a page', () => {
    expect(newInHtml('<div popover>')).toHaveLength(1);
    expect(newInHtml('<div class="popover">popover</div>')).toEqual([]);
  });
});
