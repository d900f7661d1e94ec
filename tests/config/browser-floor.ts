/** Looks through what was built for APIs and CSS newer than Chrome 109. Run after `npm run build`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newInCss, newInHtml, newInScript } from './newer-than-floor.ts';

/** Found in a package, looked at, and harmless: `feature` in a file that contains `mark`. */
const lookedAt: readonly { readonly feature: string; readonly mark: string; readonly why: string }[] = [];

const dist = process.env['DIST_DIR'] ?? new URL('../../dist', import.meta.url).pathname;

const findingsIn = (path: string, text: string): readonly string[] => {
  const found = path.endsWith('.css')
    ? newInCss(text)
    : path.endsWith('.html')
      ? newInHtml(text)
      : newInScript(path, text);
  return found
    .filter((one) => !lookedAt.some(({ feature, mark }) => one.startsWith(feature) && text.includes(mark)))
    .map((one) => `${path}: ${one}`);
};

if (!existsSync(dist)) {
  console.error(`browser-floor: ${dist} does not exist; run npm run build first`);
  process.exit(1);
}
const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(?:js|css|html)$/.test(path),
);
const findings = paths.flatMap((path) => findingsIn(path, readFileSync(join(dist, path), 'utf8')));
for (const finding of findings) console.error(finding);
console.log(`browser-floor: ${paths.length} files, ${findings.length} uses of something newer than Chrome 109`);
process.exit(findings.length > 0 || paths.length === 0 ? 1 : 0);
