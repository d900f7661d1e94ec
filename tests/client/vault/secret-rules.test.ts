import { describe, expect, test } from 'vitest';
import { checkSecret } from '#client/vault/secret-rules.ts';

describe('An unlock secret', () => {
  test.each(['294751', '80415926', 'ruộng bậc thang', 'mùa lúa chín', 'x7Kq92mL'])('may be %s', (secret) => {
    expect(checkSecret(secret).ok).toBe(true);
  });

  test.each([
    ['', 6],
    ['29475', 6],
    ['abc', 8],
    ['bản đó', 8],
  ] as const)('%j has at least 6 digits or 8 characters', (secret, min) => {
    expect(checkSecret(secret)).toEqual({ ok: false, problem: { code: 'vault/secret-too-short', min } });
  });

  test.each([
    '000000',
    '123456',
    '654321',
    '7890123',
    '121212',
    '123123',
    '112233',
    'aaaaaaaa',
    'abcdefgh',
    'matkhau1',
    'password',
    'Password12',
    'abcabcabc',
  ])('is not %s, which anybody would try first', (secret) => {
    expect(checkSecret(secret)).toEqual({ ok: false, problem: { code: 'vault/secret-too-plain' } });
  });
});
