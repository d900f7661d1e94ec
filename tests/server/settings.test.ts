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
      },
    });
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
