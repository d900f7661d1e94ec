/** Which unlock secrets are refused: too short, or among the first that anybody would try. */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';

export const MIN_DIGITS = 6;
export const MIN_CHARACTERS = 8;

const wellKnown = ['112233', '123123', 'password', 'matkhau', 'qwertyui', 'qwerty', 'asdfghjk', 'iloveyou', 'abcd1234'];

const isOneStep = (characters: readonly string[]): boolean => {
  const steps = characters
    .slice(1)
    .map((char, index) => (char.codePointAt(0) ?? 0) - (characters[index]?.codePointAt(0) ?? 0));
  // 7890 goes on as 789-0: the keyboard's row, not the number's.
  const same = (step: number) => steps.every((other) => other === step || (step !== 0 && other === -9 * step));
  return [-1, 0, 1].some(same);
};

/** `121212` and `abcabcab`: a short piece again and again. */
const isRepeated = (secret: string): boolean =>
  [1, 2, 3].some((length) => secret === secret.slice(0, length).repeat(secret.length).slice(0, secret.length));

export const checkSecret = (secret: string): Result<string> => {
  const characters = [...secret.normalize('NFC')];
  const min = /^\d*$/u.test(secret) ? MIN_DIGITS : MIN_CHARACTERS;
  if (characters.length < min) return fail<Problem>({ code: 'vault/secret-too-short', min });
  const lower = secret.toLowerCase();
  const plain =
    isOneStep(characters) ||
    isRepeated(lower) ||
    wellKnown.some((known) => lower.startsWith(known) && lower.length - known.length < 3);
  return plain ? fail<Problem>({ code: 'vault/secret-too-plain' }) : ok(secret.normalize('NFC'));
};
