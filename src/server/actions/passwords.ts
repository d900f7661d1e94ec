/** What a password that a person chose must be: long, and not among the first that anyone would try. */
import { fold } from '#domain/folding.ts';
import type { Problem } from '#domain/problem.ts';

export const MIN_PASSWORD = 10;

/** Folded and without spaces, digits at the end taken away: so "Đồng Tuyển 2024" is "dongtuyen". */
const common: ReadonlySet<string> = new Set([
  'password',
  'passwordpassword',
  'matkhau',
  'matkhaumatkhau',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdf',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghij',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'toiyeuvietnam',
  'yeuvietnam',
  'vietnam',
  'vietnamvietnam',
  'hanoi',
  'laocai',
  'tinhlaocai',
  'thanhpholaocai',
  'dongtuyen',
  'xadongtuyen',
  'uyban',
  'uybannhandan',
  'ubnd',
  'ubndxa',
  'hoiphunu',
  'hoilienhiepphunu',
  'phunu',
  'phunuvietnam',
  'binhdang',
  'binhdanggioi',
  'sotay',
  'sotaybinhdanggioi',
  'quantri',
  'administrator',
  'admin',
  'welcome',
  'congchuc',
  'chutich',
  'chaomung',
]);

const isRepetition = (text: string): boolean => /^(.{1,4})\1+$/u.test(text);
/** Digits alone are a telephone number, a day of birth or a run. */
const isDigits = (text: string): boolean => /^\d+$/u.test(text);

/** `names` are the person's own: sign-in, name, unit. */
export const checkPassword = (password: string, names: readonly string[]): Problem | undefined => {
  if ([...password].length < MIN_PASSWORD) return { code: 'account/password-too-short', min: MIN_PASSWORD };
  const plain = bare(password);
  const stem = plain.replace(/\d+$/u, '');
  const own = names.map(bare).filter((name) => name.length > 0);
  const isCommon = plain === '' || common.has(plain) || common.has(stem) || own.includes(plain) || own.includes(stem);
  return isCommon || isRepetition(plain) || isDigits(plain) ? { code: 'account/password-too-common' } : undefined;
};

const bare = (text: string): string => fold(text).replaceAll(' ', '');
