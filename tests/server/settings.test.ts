import { describe, expect, test } from 'vitest';
import { parseSettings } from '#server/settings.ts';

describe('Settings', () => {
  test('have defaults that suit one machine', () => {
    expect(parseSettings({}, '/srv')).toEqual({
      ok: true,
      value: {
        port: 4180,
        host: '127.0.0.1',
        dataDir: '/srv/data',
        databaseUrl: undefined,
        publicUrl: 'http://localhost:4180',
        trustedProxies: [],
      },
    });
  });

  test('name the proxies that are believed, by address or block', () => {
    const proxiesOf = (TRUSTED_PROXIES: string) => parseSettings({ TRUSTED_PROXIES }, '/srv');
    expect(proxiesOf('127.0.0.1, ::1 10.0.0.0/8,fd00::/8')).toMatchObject({
      value: { trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8', 'fd00::/8'] },
    });
    for (const none of ['*', 'proxy.example.vn', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '1.2.3.4/8/8', '127.0.0.1,x'])
      expect([none, proxiesOf(none)]).toMatchObject([none, { problem: [{ name: 'TRUSTED_PROXIES', found: none }] }]);
  });

  test('read a secret from the file that is named instead', () => {
    const files: Readonly<Record<string, string>> = {
      '/run/secrets/url': 'postgres://user:secret@host/name\n',
      '/srv/key': 'a pass phrase of some length\n',
      '/srv/empty': ' \n',
    };
    const parse = (environment: Readonly<Record<string, string>>) =>
      parseSettings(environment, '/srv', (path) => files[path]);
    expect(parse({ DATABASE_URL_FILE: '/run/secrets/url', BACKUP_KEY_FILE: 'key' })).toMatchObject({
      value: { databaseUrl: 'postgres://user:secret@host/name', backupKey: 'a pass phrase of some length' },
    });
    for (const wrong of ['/run/secrets/none', 'empty'])
      expect(parse({ BACKUP_KEY_FILE: wrong })).toMatchObject({ problem: [{ name: 'BACKUP_KEY_FILE', found: wrong }] });
    const both = parse({ BACKUP_KEY_FILE: 'key', BACKUP_KEY: 'another pass phrase of some length' });
    expect(both).toMatchObject({ problem: [{ name: 'BACKUP_KEY_FILE' }] });
    expect(JSON.stringify(both)).not.toContain('phrase');
  });

  test('are read from the environment, where an empty variable counts as absent', () => {
    const environment = {
      PORT: ' 8080 ',
      HOST: '0.0.0.0',
      DATA_DIR: 'elsewhere',
      DATABASE_URL: 'postgres://user:secret@host/name',
      PUBLIC_URL: 'https://sotay.example.vn/',
    };
    expect(parseSettings(environment, '/srv')).toMatchObject({
      value: { port: 8080, host: '0.0.0.0', dataDir: '/srv/elsewhere', publicUrl: 'https://sotay.example.vn' },
    });
    expect(parseSettings({ PORT: '', DATA_DIR: ' ', DATABASE_URL: '' }, '/srv')).toMatchObject({
      value: { port: 4180, dataDir: '/srv/data', databaseUrl: undefined },
    });
    expect(parseSettings({ PORT: '8080' }, '/srv')).toMatchObject({ value: { publicUrl: 'http://localhost:8080' } });
  });

  test.each(['abc', '0', '65536', '-1', '80.5', '1e3', '４１８０', '80; rm -rf'])('refuse PORT=%s', (PORT) => {
    expect(parseSettings({ PORT }, '/srv')).toMatchObject({ ok: false, problem: [{ name: 'PORT', found: PORT }] });
  });

  test.each(['foo', 'ftp://x', 'https://x/path', 'https://x?y'])('refuse PUBLIC_URL=%s', (PUBLIC_URL) => {
    expect(parseSettings({ PUBLIC_URL }, '/srv')).toMatchObject({ problem: [{ name: 'PUBLIC_URL' }] });
  });

  test('name every fault at once, in both languages, and never a password', () => {
    const parsed = parseSettings(
      { PORT: 'abc', HOST: 'http://x', DATABASE_URL: 'mysql://user:secret@host', PUBLIC_URL: 'foo' },
      '/srv',
    );
    const faults = parsed.ok ? [] : parsed.problem;
    expect(faults.map(({ name }) => name)).toEqual(['PORT', 'HOST', 'DATABASE_URL', 'PUBLIC_URL']);
    expect(faults.every(({ vi, en }) => vi !== '' && en !== '')).toBe(true);
    expect(JSON.stringify(faults)).not.toContain('secret');
  });
});
