/** What must hold: after every single thing that happens, and once the link has healed. Each breach is told as a text. */
import { DELETED } from '#domain/change.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import type { FullStamp, StoredRecord } from '#sync/merge.ts';
import { lineOfMutation } from '#sync/outgoing.ts';
import { compareRegisters, laterRegister, type Register } from '#sync/register.ts';
import { type Copy, type Device, digestOf, overlayOf } from './device.ts';
import { keyOf, scopeOn, type ServerScope } from './server.ts';
import type { World } from './world.ts';

/** The stamps that the server has ever given to mutation n of a device in a scope. */
export type Stamps = Map<string, FullStamp[]>;

const nameOf = (scope: string, device: string, n: number): string => `${scope} ${device} ${n}`;

export const noteStamps = (world: World, stamps: Stamps): void => {
  for (const [name, scope] of world.server.scopes) {
    for (const { device, mutation, stamp } of scope.dealt) {
      const key = nameOf(name, device, mutation.n);
      const known = stamps.get(key) ?? [];
      if (stamp !== undefined && known.at(-1) !== stamp) stamps.set(key, [...known, stamp]);
    }
  }
};

export const breachesNow = (world: World, stamps: Stamps): readonly string[] =>
  world.devices.flatMap((device) =>
    [...device.scopes].flatMap(([name, copy]) => [
      ...lostFromView(world, stamps, device, name, copy),
      ...halfShown(device, copy, scopeOn(world.server, name)),
      ...badlyJoined(device, copy, scopeOn(world.server, name)),
    ]),
  );

/** An edit stays in its author's view until a later write of the same field replaces it. */
const lostFromView = (world: World, stamps: Stamps, device: Device, scope: string, copy: Copy): readonly string[] => {
  const latest = new Map<string, { n: number; value: Register[0] }>();
  for (const mutation of copy.journal) {
    if (world.server.refuses(mutation) !== undefined) continue;
    for (const [table, id, , values] of mutation.operations)
      for (const [field, value] of Object.entries(values))
        latest.set(`${keyOf(table, id)} ${field}`, { n: mutation.n, value });
  }
  return [...latest].flatMap(([field, { n, value }]) => {
    if (n > copy.settled) return [];
    const [table = '', id = '', register = ''] = field.split(' ');
    const shown = copy.base.get(keyOf(table, id))?.registers[register];
    const given = stamps.get(nameOf(scope, device.id, n)) ?? [];
    const kept =
      shown !== undefined && given.some(({ ms, ctr, alias }) => compareRegisters(shown, [value, ms, ctr, alias]) >= 0);
    return kept ? [] : [`${device.id} no longer sees its edit ${n} of ${field} in ${scope}`];
  });
};

/** A mutation shows in every record that it changed, or in none. */
const halfShown = (device: Device, copy: Copy, scope: ServerScope): readonly string[] => {
  if (copy.shadow !== undefined || copy.epoch !== scope.epoch) return [];
  const groupOf = new Map<number, StoredRecord[]>();
  for (const record of scope.records.values()) groupOf.set(record.grp, [...(groupOf.get(record.grp) ?? []), record]);
  return scope.dealt.flatMap(({ firstSeq, lastSeq }) => {
    const shown = [...copy.base.values()].some(({ seq }) => seq >= firstSeq && seq <= lastSeq);
    const missing = (groupOf.get(firstSeq) ?? []).filter(
      ({ table, id, seq }) => (copy.base.get(keyOf(table, id))?.seq ?? 0) < seq,
    );
    return shown && missing.length > 0 ? [`${device.id} shows a part of the group from ${firstSeq}`] : [];
  });
};

/** What the server holds of a long mutation is how it begins. */
const badlyJoined = (device: Device, copy: Copy, scope: ServerScope): readonly string[] => {
  const staged = scope.replicas.get(device.id)?.staged;
  const mutation = copy.journal.find(({ n }) => n === staged?.n);
  if (staged === undefined || mutation === undefined) return [];
  return lineOfMutation(mutation).startsWith(staged.text) ? [] : [`${device.id}: mutation ${staged.n} is badly joined`];
};

export const breachesAtRest = (world: World): readonly string[] =>
  [...world.server.scopes].flatMap(([name, scope]) => [
    ...badSequence(scope),
    ...badRegisters(scope),
    ...world.devices.flatMap((device) => {
      const copy = device.scopes.get(name);
      return copy === undefined ? [] : [...badDealings(world, device, copy, scope), ...badCopy(device, copy, scope)];
    }),
  ]);

const badSequence = (scope: ServerScope): readonly string[] => {
  const numbers = [...scope.records.values()].map(({ seq }) => seq);
  const breaches: string[] = [];
  if (scope.sequence.length !== scope.seq || scope.sequence.some((seq, index) => seq !== index + 1))
    breaches.push(`the sequence has gaps: ${scope.sequence.join()} of ${scope.seq}`);
  if (new Set(numbers).size !== numbers.length) breaches.push('two records have one number');
  return breaches;
};

/** The server holds the latest accepted write of each field, and its digest says so. */
const badRegisters = (scope: ServerScope): readonly string[] => {
  const latest = new Map<string, Register>();
  for (const { mutation, stamp } of scope.dealt) {
    if (stamp === undefined) continue;
    for (const [table, id, , values] of mutation.operations) {
      for (const [field, value] of Object.entries(values)) {
        const key = `${keyOf(table, id)} ${field}`;
        const written: Register = [value, stamp.ms, stamp.ctr, stamp.alias];
        latest.set(key, laterRegister(latest.get(key) ?? written, written));
      }
    }
  }
  const breaches: string[] = [];
  let digest = 0;
  let registers = 0;
  for (const { table, id, deleted, registers: stored } of scope.records.values()) {
    if (deleted !== (stored[DELETED]?.[0] === true)) breaches.push(`${table} ${id} is not as deleted as it says`);
    for (const [field, [value, ms, ctr, alias]] of Object.entries(stored)) {
      registers += 1;
      digest = addDigests(digest, digestOfRegister(table, id, field, [value, ms, ctr, alias]));
      const expected = latest.get(`${keyOf(table, id)} ${field}`);
      if (JSON.stringify(expected) !== JSON.stringify([value, ms, ctr, alias]))
        breaches.push(`${table} ${id} ${field} is not the latest write`);
    }
  }
  if (registers !== latest.size) breaches.push('a written field is missing');
  if (digest !== scope.digest) breaches.push('the digest is not that of the records');
  return breaches;
};

/** Every mutation was dealt with once, in order: accepted, or held with its reason where its author sees it. */
const badDealings = (world: World, device: Device, copy: Copy, scope: ServerScope): readonly string[] => {
  const dealt = scope.dealt.filter((entry) => entry.device === device.id);
  const breaches: string[] = [];
  if (dealt.map(({ mutation }) => mutation.n).join() !== copy.journal.map(({ n }) => n).join())
    breaches.push(`${device.id}: not every mutation was dealt with once`);
  for (const { mutation, stamp } of dealt) {
    const refused = world.server.refuses(mutation) !== undefined;
    if (refused !== (stamp === undefined)) breaches.push(`${device.id}: ${mutation.n} was both refused and applied`);
    if (refused !== copy.refused.has(mutation.n)) breaches.push(`${device.id}: does not know about ${mutation.n}`);
  }
  return breaches;
};

const badCopy = (device: Device, copy: Copy, scope: ServerScope): readonly string[] => {
  const breaches: string[] = [];
  if (overlayOf(copy).length > 0) breaches.push(`${device.id}: its overlay is not empty`);
  if (copy.base.size !== scope.records.size) breaches.push(`${device.id}: it has more or fewer records`);
  for (const [key, { registers }] of scope.records) {
    const mine = copy.base.get(key)?.registers ?? {};
    const same = Object.entries(registers).every(
      ([field, [value, ms, ctr, alias]]) => JSON.stringify(mine[field]) === JSON.stringify([value, ms, ctr, alias]),
    );
    if (!same || Object.keys(mine).length !== Object.keys(registers).length)
      breaches.push(`${device.id}: ${key} differs from the server's`);
  }
  if (digestOf(copy.base) !== scope.digest) breaches.push(`${device.id}: its digest differs`);
  if (copy.mismatches > 0) breaches.push(`${device.id}: a digest did not match on the way`);
  return breaches;
};
