/**
 * What a text has that no screen shows: control characters, marks of no width, marks that turn the direction of what
 * follows, and halves of characters. They come with what was pasted, make two equal names differ, and some databases refuse
 * them.
 *
 * A joiner between emoji, or within the scripts that need one, is part of what is seen and stays; so do line ends and tabs.
 */
const INVISIBLE = new RegExp(
  [
    '[^\\P{Cc}\\n\\t]',
    '\\p{Cs}',
    '[\\u00AD\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]',
    '(?<![\\p{Extended_Pictographic}\\p{EMod}\\uFE0F\\p{Script=Arabic}])[\\u200C\\u200D]',
  ].join('|'),
  'gu',
);

/** In NFC, with line ends of one kind and without what no screen shows. */
export const visibleText = (text: string): string =>
  text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll(INVISIBLE, '');

/** How many such characters there are. */
export const invisibleIn = (text: string): number => text.replaceAll('\r\n', '\n').match(INVISIBLE)?.length ?? 0;
