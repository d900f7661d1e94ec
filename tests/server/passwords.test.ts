import { describe, expect, test } from 'vitest';
import { checkPassword } from '#server/actions/passwords.ts';
import { newSetUpCode, secrets } from '#server/secrets.ts';

describe('A password', () => {
  test.each(['ngắn', '123456789', ''])('that is short is refused: %j', (password) => {
    expect(checkPassword(password, [])).toEqual({ code: 'account/password-too-short', min: 10 });
  });

  test.each([
    'matkhau123',
    'Mật khẩu 2024',
    'PASSWORD1234',
    'Việt Nam 2025',
    'Đồng Tuyển 2024',
    'binhdanggioi',
    '1234567890',
    '0987654321',
    '12345678910',
    '0912 345 678',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'lan.mau.2024',
    '          ',
  ])('that anyone would try is refused: %s', (password) => {
    expect(checkPassword(password, ['lan.mau', 'Lan Mẫu'])).toEqual({ code: 'account/password-too-common' });
  });

  test.each(['bốn con trâu đen', 'k3mp-x7qa-9trn-wd4z', 'trời mưa 7 ngày'])('may be %s', (password) => {
    expect(checkPassword(password, ['lan.mau'])).toBeUndefined();
  });

  test('that is generated passes its own rules, and no two are alike', () => {
    const made = Array.from({ length: 200 }, () => secrets.newPassword());
    expect(new Set(made).size).toBe(200);
    for (const password of made) {
      expect(password).toMatch(/^(?:[2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/u);
      expect(checkPassword(password, [])).toBeUndefined();
    }
  });

  test('is hashed with Argon2id, 19 MiB, two passes, and compared however it was composed', async () => {
    const hash = await secrets.hashPassword('mật khẩu dài');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await secrets.verifyPassword(hash, 'mật khẩu dài'.normalize('NFD'))).toBe(true);
    expect(await secrets.verifyPassword(hash, 'mật khẩu dai')).toBe(false);
  });
});

describe('A set-up code', () => {
  test('has two groups of letters and digits that cannot be mistaken for each other', () => {
    for (let i = 0; i < 100; i += 1) expect(newSetUpCode()).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
  });
});
