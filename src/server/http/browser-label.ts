/**
 * Which browser on which system a session was opened with, in words of a fixed list: what the browser calls itself is the
 * caller's text and is neither stored nor shown.
 */
type Known = readonly [name: string, mark: RegExp];

/** The first that fits: most browsers also name those that they descend from. */
const browsers: readonly Known[] = [
  ['Zalo', /\bZalo\b/iu],
  ['Edge', /\bEdgA?\//u],
  ['Opera', /\bOPR\//u],
  ['Samsung Internet', /\bSamsungBrowser\//u],
  ['Cốc Cốc', /\bcoc_coc_browser\b/iu],
  ['Firefox', /\b(?:Firefox|FxiOS)\//u],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//u],
  ['Safari', /\bSafari\//u],
];
const systems: readonly Known[] = [
  ['Android', /\bAndroid\b/u],
  ['iPhone', /\biPhone\b/u],
  ['iPad', /\biPad\b/u],
  ['Windows', /\bWindows\b/u],
  ['macOS', /\bMacintosh\b/u],
  ['Linux', /\bLinux\b/u],
];

const nameIn = (known: readonly Known[], text: string): string => known.find(([, mark]) => mark.test(text))?.[0] ?? '';

/** "Chrome · Android"; "" for what is not known. Looks at the first 500 characters. */
export const browserLabel = (userAgent: string | undefined): string => {
  const text = (userAgent ?? '').slice(0, 500);
  return [nameIn(browsers, text), nameIn(systems, text)].filter((name) => name !== '').join(' · ');
};
