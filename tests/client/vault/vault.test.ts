import { beforeEach, describe, expect, test } from 'vitest';
import type { KeyFile } from '#client/vault/key-file.ts';
import { createVault, unlockVault, type OpenVault, type VaultDeps } from '#client/vault/vault.ts';
import { changeSecret, recoverVault } from '#client/vault/recover.ts';
import { deriveCheaply } from './derive.ts';

const SECRET = 'ruộng bậc thang';
const place = { table: 'activity', id: 'a', schema: 1 };

let kept: KeyFile[] = [];
let now = 0;
const deps: VaultDeps = {
  derive: deriveCheaply,
  now: () => now,
  keep: async (file) => {
    kept.push(file);
  },
};
const file = (): KeyFile => {
  const last = kept.at(-1);
  if (last === undefined) throw new Error('no key file was kept');
  return last;
};

const made = async (): Promise<{ readonly vault: OpenVault; readonly recoveryKey: Uint8Array<ArrayBuffer> }> => {
  const created = await createVault(deps, { slot: 'slot0001', person: 'person-of-the-sample', secret: SECRET });
  if (!created.ok) throw new Error(created.problem.code);
  await created.value.keep();
  return created.value;
};

beforeEach(() => {
  kept = [];
  now = 1_000_000;
});

describe('A vault', () => {
  test('opens with its secret, however its accents are composed, and then opens what it sealed', async () => {
    const { vault } = await made();
    const sealed = await vault.cipher.seal(place, { title: 'Lễ phát động' });
    const opened = await unlockVault(deps, file(), SECRET.normalize('NFD'));
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.person).toBe('person-of-the-sample');
    expect(await opened.value.cipher.open(place, sealed)).toEqual({ title: 'Lễ phát động' });
  });

  test('does not open with another secret', async () => {
    await made();
    expect(await unlockVault(deps, file(), 'another secret')).toEqual({
      ok: false,
      problem: { code: 'vault/wrong-secret', waitSeconds: 0 },
    });
  });

  test('tells in its key file neither whose it is nor its keys', async () => {
    const { vault, recoveryKey } = await made();
    const text = JSON.stringify(file());
    expect(text).not.toContain('person-of-the-sample');
    for (const key of [vault.dataKey, recoveryKey]) {
      expect(text).not.toContain(Buffer.from(key).toString('base64url'));
    }
    expect(Object.keys(file()).sort()).toEqual(['inboundPublic', 'sealed', 'slot', 'tries', 'version', 'wraps']);
  });

  test('opens with the recovery key, takes a new secret and forgets the old one', async () => {
    const { vault, recoveryKey } = await made();
    const sealed = await vault.cipher.seal(place, 42);
    const recovered = await recoverVault(file(), recoveryKey);
    if (!recovered.ok) throw new Error(recovered.problem.code);
    expect((await changeSecret(deps, file(), recovered.value, 'suối và nương')).ok).toBe(true);

    expect((await unlockVault(deps, file(), SECRET)).ok).toBe(false);
    const opened = await unlockVault(deps, file(), 'suối và nương');
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(await opened.value.cipher.open(place, sealed)).toBe(42);
    expect((await recoverVault(file(), recoveryKey)).ok).toBe(true);
  });

  test('says that it is damaged when a byte of what it seals was changed', async () => {
    await made();
    const { sealed } = file();
    const changed = {
      ...file(),
      sealed: { ...sealed, bytes: sealed.bytes.replace(/^./u, (c) => (c === 'A' ? 'B' : 'A')) },
    };
    expect(await unlockVault(deps, changed, SECRET)).toEqual({ ok: false, problem: { code: 'vault/damaged' } });
  });

  test('makes each wrong try after the fifth wait longer, up to 15 minutes, and counts before it looks', async () => {
    await made();
    const waits: number[] = [];
    for (let tries = 0; tries < 10; tries += 1) {
      const before = kept.length;
      const opened = await unlockVault(deps, file(), 'wrong secret');
      expect(kept.length).toBe(before + 1);
      if (opened.ok || opened.problem.code !== 'vault/wrong-secret') throw new Error('opened, or another problem');
      waits.push(opened.problem.waitSeconds);
      now += opened.problem.waitSeconds * 1000;
    }
    expect(waits).toEqual([0, 0, 0, 0, 60, 120, 240, 480, 900, 900]);
  });

  test('does not look at a secret while it must wait, not even the right one, and starts anew after that', async () => {
    await made();
    for (let tries = 0; tries < 5; tries += 1) await unlockVault(deps, file(), 'wrong secret');
    now += 59_000;
    const early = await unlockVault(deps, file(), SECRET);
    expect(early).toEqual({ ok: false, problem: { code: 'vault/slow-down', seconds: 1 } });
    now += 1_000;
    expect((await unlockVault(deps, file(), SECRET)).ok).toBe(true);
    expect(file().tries).toEqual({ count: 0, until: 0 });
  });

  test("locks nobody out for longer than 15 minutes when the phone's clock was set back", async () => {
    await made();
    for (let tries = 0; tries < 5; tries += 1) await unlockVault(deps, file(), 'wrong secret');
    now = -1e12;
    expect(await unlockVault(deps, file(), SECRET)).toEqual({
      ok: false,
      problem: { code: 'vault/slow-down', seconds: 900 },
    });
  });
});
