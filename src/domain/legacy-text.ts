/**
 * Vietnamese in the clothes of another encoding: TCVN3 ("Céng hoµ x· héi"), VNI ("Coäng hoøa xaõ hoäi"), and UTF-8 that was
 * read as if it were Windows-1252 ("Äá»“ng Tuyá»ƒn"). Old files and old fonts are full of it.
 *
 * Only a whole text that becomes Vietnamese word by word is recognised; it is offered and never changed by itself. Tables:
 * TCVN 5712:1993 (VN3) and VNI-Win, each letter once.
 */
const TCVN3: Readonly<Record<string, string>> = pairs(
  'µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ\u00ADưõừöử÷ữøứùựúỳûỷüỹþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ',
);
const VNI_MARKS: Readonly<Record<string, string>> = pairs(
  'ù\u0301ø\u0300û\u0309õ\u0303ï\u0323Ù\u0301Ø\u0300Û\u0309Õ\u0303Ï\u0323',
);
/** After a, e, o: a circumflex with its tone; after a: a breve with its tone. */
const VNI_CIRCUMFLEX: Readonly<Record<string, string>> = {
  â: '',
  á: '\u0301',
  à: '\u0300',
  å: '\u0309',
  ã: '\u0303',
  ä: '\u0323',
};
const VNI_BREVE: Readonly<Record<string, string>> = {
  ê: '',
  é: '\u0301',
  è: '\u0300',
  ú: '\u0309',
  ü: '\u0303',
  ë: '\u0323',
};
const VNI_SINGLE: Readonly<Record<string, string>> = pairs('ñđÑĐôơÔƠöưÖƯæỉÆỈóĩÓĨòịÒỊîỵÎỴ');
/** Windows-1252 has letters where Latin-1 has control characters; these are 0x80 to 0x9F, with a gap as a space. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function pairs(text: string): Readonly<Record<string, string>> {
  const letters = [...text];
  return Object.fromEntries(
    letters.flatMap((from, index) => (index % 2 === 0 ? [[from, letters[index + 1] ?? '']] : [])),
  );
}

const fromTcvn3 = (text: string): string => [...text].map((letter) => TCVN3[letter] ?? letter).join('');

const fromVni = (text: string): string =>
  text
    .replaceAll(
      /([aeoAEO])([âáàåãä])/gu,
      (_, base: string, mark: string) => `${base}\u0302${VNI_CIRCUMFLEX[mark] ?? ''}`,
    )
    .replaceAll(/([aA])([êéèúüë])/gu, (_, base: string, mark: string) => `${base}\u0306${VNI_BREVE[mark] ?? ''}`)
    .replaceAll(
      /([aeouyôöAEOUYÔÖ])([ùøûõïÙØÛÕÏ])/gu,
      (_, base: string, mark: string) => `${VNI_SINGLE[base] ?? base}${VNI_MARKS[mark] ?? ''}`,
    )
    .replaceAll(/[ñÑôÔöÖæÆóÓòÒîÎ](?!\p{M})/gu, (letter) => VNI_SINGLE[letter] ?? letter)
    .normalize('NFC');

const byteOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  const place = WINDOWS.indexOf(letter);
  return place >= 0 && letter !== ' ' ? place + 0x80 : code;
};

/** The text whose UTF-8 bytes these letters are; `undefined` where they are none. */
const fromDoubleEncoded = (text: string): string | undefined => {
  const bytes = [...text].map(byteOf);
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  let read = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    const rest = bytes.slice(at + 1, at + length);
    if (length === 0 || rest.length !== length - 1 || rest.some((byte) => byte >> 6 !== 2)) return undefined;
    const head = length === 1 ? first : first & (0xff >> (length + 1));
    const code = rest.reduce((sum, byte) => sum * 64 + (byte & 63), head);
    if (code > 0x10_ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
    read += String.fromCodePoint(code);
    at += length;
  }
  return read === text ? undefined : read;
};

/** A letter that no Vietnamese text has. */
const STRANGE = /[^\p{ASCII}\sÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9“”‘’–—…•°²³½€₫]/u;
const SYLLABLE =
  /^(?:ngh?|nh|ch|kh|ph|th|tr|gh|gi|qu|[bcdghklmnprstvx])?(?:uye|uya|uyu|oai|oay|oao|oeo|uay|uoi|uou|ieu|yeu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|ng|nh|[cmnpt])?$/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** One vowel group at most one tone, and only letters that Vietnamese has. */
const isSyllable = (word: string): boolean => {
  const apart = word.toLowerCase().normalize('NFD');
  if ((apart.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(apart.replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd'));
};

const isVietnamese = (text: string): boolean => {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return words.length > 0 && !STRANGE.test(text) && words.every(isSyllable);
};

/** Letters that only Vietnamese has: a text with one of them is in no old encoding. */
const OURS = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u;

const changesIn = (before: string, after: string): number =>
  [...before].filter((letter) => !after.includes(letter)).length;

/** How the text reads in Vietnamese where it is plainly in another encoding; `undefined` where it is as it should be. */
export const otherEncoding = (typed: string): string | undefined => {
  const text = typed.normalize('NFC');
  if (!STRANGE.test(text)) return undefined;
  const utf8 = fromDoubleEncoded(text);
  if (utf8 !== undefined && isVietnamese(utf8)) return utf8;
  if (OURS.test(text)) return undefined;
  // One strange letter may be a sign of its own, as in "38 µm"; a font shows in several.
  return [fromTcvn3(text), fromVni(text)].find((reading) => changesIn(text, reading) > 1 && isVietnamese(reading));
};
