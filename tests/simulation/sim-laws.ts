/**
 * What holds between real phones and a real server, whatever happens: at any moment (`breachesNow`), and once everything
 * was carried (`breachesAtRest`). Each law says in words what was broken.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Value, Values } from '#domain/change.ts';
import { scopesReadBy } from '#domain/scopes-read.ts';
import { compartmentOf, isScope } from '#domain/scope.ts';
import { isTableName } from '#domain/tables.ts';
import { recordOf, valuesOf } from '#domain/values.ts';
import { chainHash } from '#sync/chain.ts';
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import type { StoredRecord } from '#sync/merge.ts';
import type { Register } from '#sync/register.ts';
import { hashName, type Written } from './books.ts';
import {
  authors,
  conflictSpans,
  freshHistory,
  heads,
  held,
  history,
  records,
  replicas,
  seqsOf,
  taken,
  type HistoryRow,
  type TakenRow,
} from './ground-truth.ts';
import { countOn, recordsOn, scopesOn, type JournalEntry, type RawMutation, type RawScope } from './inspect.ts';
import type { Phone, Tab } from './phone.ts';
import type { Deed, World } from './sim-world.ts';

type Breaches = readonly string[];

const MAX_AHEAD_MS = 60_000;
/** The tables that people of the simulation write or that are written about them. */
const shownTables = ['activity', 'reading', 'conflict'] as const;

/** What the server has taken, by what it is. */
const takenByKey = (world: World): ReadonlyMap<string, readonly TakenRow[]> => {
  const found = new Map<string, TakenRow[]>();
  for (const row of taken(world.backend.file())) {
    const written = world.books.byHash.get(hashName(row.scope, row.h));
    if (written === undefined) continue;
    written.taken = true;
    const rows = found.get(written.key) ?? [];
    rows.push(row);
    found.set(written.key, rows);
  }
  return found;
};

const nameOf = ({ deed, key }: Written): string =>
  deed === undefined ? key.slice(0, 120) : `edit ${String(deed.number)}`;

/**
 * Nothing that was saved leaves a phone before the server has it. Only of a scope that the phone had to let go of, nothing
 * that was acknowledged stays for a server that forgets: of a lost scope only what is unsent or refused does (README of
 * src/sync, "A scope that is lost").
 */
const unsentThatVanished = (world: World, atServer: ReadonlyMap<string, readonly TakenRow[]>): Breaches =>
  world.phones.flatMap((phone) => {
    const found = world.books.keysOn(phone);
    const kept = new Set(
      scopesOn(phone.disk, phone.database()).flatMap(({ scope, position }) => (position['gone'] === '' ? [scope] : [])),
    );
    return [...world.books.owedBy(phone)].flatMap((key) => {
      const written = world.books.all.get(key);
      if (found.has(key) || written === undefined || written.settled) return [];
      if (!kept.has(written.scope) && written.taken) {
        world.books.release(phone, key);
        return [];
      }
      if (atServer.has(key)) return [];
      return [`${nameOf(written)} is gone from ${phone.name}, and the server does not have it`];
    });
  });

/** What was refused stays with its reason until the person has done with it. */
const refusalsThatVanished = (world: World): Breaches =>
  world.phones.flatMap((phone) => {
    const found = world.books.keysOn(phone);
    return [...world.books.refusedOn(phone)].flatMap((key) => {
      const written = world.books.all.get(key);
      if (written === undefined || written.settled) return [];
      const entry = found.get(key);
      return entry !== undefined && entry.state !== 'sent'
        ? []
        : [`${phone.name} has forgotten that ${nameOf(written)} was refused`];
    });
  });

/**
 * Every mutation takes effect at most once, however often and under however many numbers it was sent. Two copies of a
 * profile may each be told that it was taken: then the server has noticed.
 */
const appliedTwice = (world: World, atServer: ReadonlyMap<string, readonly TakenRow[]>): Breaches => {
  const effective = authors(world.backend.file());
  return [...atServer].flatMap(([key, rows]) => {
    const written = world.books.all.get(key);
    if (rows.length < 2 || written === undefined) return [];
    const applied = rows.filter((row) => effective.has(placeOf(row)));
    const names = rows.map(({ alias, n }) => `${String(alias)}.${String(n)}`).join(', ');
    if (applied.length > 1) return [`${nameOf(written)} was applied ${String(applied.length)} times: ${names}`];
    return new Set(rows.map(({ alias }) => alias)).size < rows.length
      ? [`${nameOf(written)} was taken twice from one replica: ${names}`]
      : [];
  });
};

const placeOf = ({ scope, alias, n }: Pick<TakenRow, 'scope' | 'alias' | 'n'>): string =>
  `${scope}|${String(alias)}|${String(n)}`;

/** A scope's changes are numbered 1, 2, 3 … without a gap, and its digest is that of its records. */
const headsThatLie = (world: World, withDigest: boolean): Breaches =>
  heads(world.backend.file()).flatMap(({ scope, seq, dig }) => {
    const breaches: string[] = [];
    const seqs = seqsOf(world.backend.file(), scope);
    const spans = conflictSpans(world.backend.file(), scope);
    for (let number = 1; number <= seq; number += 1) {
      if (seqs.has(number) || spans.some((span) => span.inc < number && number < span.seq)) continue;
      breaches.push(`nothing in ${scope} has the number ${String(number)}, and it is at ${String(seq)}`);
    }
    for (const number of seqs)
      if (number > seq) breaches.push(`${scope} is at ${String(seq)}, and something has ${String(number)}`);
    if (!withDigest) return breaches;
    const digest = digestOf(records(world.backend.file(), scope));
    return digest === dig ? breaches : [...breaches, `the digest of ${scope} is not that of its records`];
  });

const digestOf = (
  stored: readonly { table: string; id: string; registers: Readonly<Record<string, readonly unknown[]>> }[],
): number => {
  let digest = 0;
  for (const { table, id, registers } of stored)
    for (const [field, register] of Object.entries(registers))
      digest = addDigests(digest, digestOfRegister(table, id, field, shortOf(register)));
  return digest;
};

const shortOf = (register: readonly unknown[]): Register => [
  register[0] as Value,
  Number(register[1]),
  Number(register[2]),
  Number(register[3]),
];

/** No stamp is stored from beyond a minute after the server's time. */
const stampsFromTheFuture = (world: World): Breaches =>
  works(world).flatMap(({ scope, stored }) =>
    stored.flatMap(({ table, id, registers }) =>
      Object.entries(registers).flatMap(([field, [, ms]]) =>
        ms > world.time.now() + MAX_AHEAD_MS ? [`${scope} ${table} ${id} ${field} is stamped in the future`] : [],
      ),
    ),
  );

const works = (world: World): readonly { readonly scope: string; readonly stored: readonly StoredRecord[] }[] =>
  heads(world.backend.file())
    .filter(({ scope }) => isScope(scope) && compartmentOf(scope) === 'work')
    .map(({ scope }) => ({ scope, stored: records(world.backend.file(), scope) }));

/** What an old app wrote is stored as a new one would have written it, whoever brings it: itself, or a later save. */
const textsApart = (world: World): Breaches =>
  works(world).flatMap(({ scope }) =>
    history(world.backend.file(), scope).flatMap((row) =>
      row.after === row.after.normalize('NFC')
        ? []
        : [`${scope} ${row.tbl} ${row.id} ${row.field} was taken as an old app wrote it`],
    ),
  );

/** What was applied or held is what its author wrote, letter by letter; what arrived with another letter is never applied. */
const wordsThatChanged = (world: World): Breaches => {
  const file = world.backend.file();
  const sentAs = new Map(
    taken(file).map((row) => [placeOf(row), world.books.byHash.get(hashName(row.scope, row.h))?.sent.get(row.h)]),
  );
  const applied = works(world).flatMap(({ scope }) =>
    freshHistory(file, scope).flatMap((row) => {
      const sent = sentAs.get(placeOf(row));
      const operation = sent?.operations.find(([table, id]) => table === row.tbl && id === row.id);
      if (sent === undefined || row.field.startsWith('+')) return [];
      const written = JSON.stringify(operation?.[3][row.field] ?? null);
      // An old app's texts are put together by the server.
      return written.normalize('NFC') === row.after.normalize('NFC')
        ? []
        : [`${scope} ${row.tbl} ${row.id} ${row.field} became ${row.after}, and its author wrote ${written}`];
    }),
  );
  const kept = held(file).flatMap((row) => {
    const sent = sentAs.get(placeOf(row));
    if (sent === undefined || world.altered.has(sent.h)) return [];
    const name = `${row.scope} ${String(row.alias)}.${String(row.n)}`;
    if (row.code === 'sync/malformed') return [`${name} is held as if nobody could read it`];
    return row.mut === '' || row.mut.includes(JSON.stringify(sent.operations))
      ? []
      : [`${name} is held in other words`];
  });
  return [...applied, ...kept];
};

/** After which chain each was seen to follow. */
const follows = new WeakMap<RawMutation, number>();

/** What a replica's mutations are taken as is one chain: each follows from the one before it. */
const chainsThatBreak = (world: World): Breaches => {
  const before = new Map<string, number>();
  return taken(world.backend.file()).flatMap(({ scope, alias, n, h }) => {
    const name = `${scope}|${String(alias)}`;
    const previous = n === 1 ? 0 : before.get(name);
    before.set(name, h);
    const sent = world.books.byHash.get(hashName(scope, h))?.sent.get(h);
    if (sent === undefined || previous === undefined) return [];
    if (follows.get(sent) === previous) return [];
    follows.set(sent, previous);
    return chainHash(previous, sent) === h ? [] : [`${name}: ${String(n)} does not follow from ${String(n - 1)}`];
  });
};

/** What was written at once, and not touched since, is there whole or not at all. */
const halfGroups = (world: World): Breaches => {
  const epochs = new Map(heads(world.backend.file()).map(({ scope, epoch }) => [scope, epoch]));
  return works(world).flatMap(({ scope, stored }) => {
    const groups = new Map<number, StoredRecord[]>();
    for (const record of stored) groups.set(record.grp, [...(groups.get(record.grp) ?? []), record]);
    return world.phones.flatMap((phone) => {
      const here = scopesOn(phone.disk, phone.database()).find((one) => one.scope === scope);
      // While a copy of another life is fetched, the old one stands.
      if (here?.position['shadow'] !== null || here.position['epoch'] !== epochs.get(scope)) return [];
      const seqs = new Set(recordsOn(phone.disk, phone.database(), numberOf(here, 'area')).map(({ seq }) => seq));
      return [...groups.values()].flatMap((group) => {
        const found = group.filter(({ seq }) => seqs.has(seq)).length;
        return found === 0 || found === group.length
          ? []
          : [
              `${phone.name} holds ${String(found)} of the ${String(group.length)} records that were written at once as ${String(group[0]?.grp)} of ${scope}`,
            ];
      });
    });
  });
};

/** Sequences only rise within one life of a scope. */
const wentBack = (world: World): Breaches =>
  heads(world.backend.file()).flatMap(({ scope, seq, epoch }) => {
    const before = world.seen.get(`${scope}|${epoch}`) ?? 0;
    world.seen.set(`${scope}|${epoch}`, seq);
    return seq < before ? [`${scope} went back from ${String(before)} to ${String(seq)}`] : [];
  });

/** What a tab shows, flat, by `scope|table|id`. */
const shownBy = async (
  tab: Tab,
  tables: readonly (typeof shownTables)[number][] = shownTables,
): Promise<ReadonlyMap<string, Values>> => {
  const shown = new Map<string, Values>();
  for (const table of tables)
    for (const { scope, id, fields } of await tab.store.list(table))
      shown.set(`${scope}|${table}|${id}`, valuesOf(table, fields));
  return shown;
};

/** Deeds of the person that this phone has on its disk or knew of: what must show there until something newer does. */
const ownEdits = (world: World, phone: Phone): readonly Deed[] =>
  world.deeds.filter(({ key }) => key !== undefined && world.books.owedBy(phone).has(key));

/** An old app's texts are put together by the server. */
const composed = (value: Value): Value => (typeof value === 'string' ? value.normalize('NFC').trim() : value);

/** What no screen can show: it was written to be refused. */
const isUnreadable = (value: Value): boolean => typeof value === 'number' && value < 0;

/** An own edit never leaves the screen before somebody else's edit of the same field takes its place. */
const editsThatVanished = async (world: World, phone: Phone): Promise<Breaches> => {
  const [tab] = phone.tabs;
  if (tab === undefined) return [];
  // A tab reads what another one wrote a moment later.
  const screens = await Promise.all(phone.tabs.map((one) => shownBy(one, ['activity', 'reading'])));
  const { scopes } = tab.store.me();
  const own = new Set(ownEdits(world, phone));
  const refused = world.books.refusedOn(phone);
  const isRefused = ({ key }: Deed): boolean => key !== undefined && refused.has(key);
  const isSettled = ({ key }: Deed): boolean => key !== undefined && world.books.all.get(key)?.settled === true;
  const last = new Map<string, { deed: Deed; value: Value }>();
  const ever = new Map<string, Value[]>();
  for (const deed of world.deeds) {
    // What another copy had been refused goes along with what it saves of the record.
    const sent = own.has(deed) || deed.key === undefined ? undefined : world.books.all.get(deed.key)?.sent.values();
    for (const { operations } of sent ?? [])
      for (const [table, id, , values] of operations)
        for (const [field, value] of Object.entries(values)) {
          const name = `${deed.scope}|${table}|${id}|${field}`;
          if (!names(deed, table, id, field)) ever.set(name, [...(ever.get(name) ?? []), value]);
        }
    for (const { table, id, values } of deed.changes) {
      // The server writes about conflicts, too.
      if (table === 'conflict') continue;
      for (const [field, value] of Object.entries(values)) {
        const name = `${deed.scope}|${table}|${id}|${field}`;
        const isOwn = own.has(deed);
        const before = last.get(name);
        if (isOwn) last.set(name, { deed, value });
        // What was refused may be covered by what was written before it and was sent again after it.
        if (isOwn && before !== undefined && isRefused(deed)) ever.set(name, [...(ever.get(name) ?? []), before.value]);
        // Somebody who may has let in after all what was refused.
        if (!isOwn || isSettled(deed)) ever.set(name, [...(ever.get(name) ?? []), value]);
      }
    }
  }
  return [...last].flatMap(([name, { deed, value }]) => {
    const [scope = '', table = '', id = '', field = ''] = name.split('|');
    if (!scopes.some((one) => one === scope) || field.startsWith('$') || field.startsWith('+')) return [];
    const written = deed.key === undefined ? undefined : world.books.all.get(deed.key);
    if (written?.settled === true || isUnreadable(value)) return [];
    const screened = screens.map((shown) => shown.get(`${scope}|${table}|${id}`));
    const found = screened.map((values) => values?.[field] ?? null).find((one) => one !== null) ?? null;
    const others = ever.get(name) ?? [];
    const isRight = (one: Value): boolean =>
      (one === null && others.some(isUnreadable)) ||
      [value, ...others].some((other) => isDeepStrictEqual(composed(other), composed(one)));
    // Where it was written in a way that cannot be read the record is not shown; another tab may show what it was before.
    return screened.some((values) => values === undefined || isRight(values[field] ?? null))
      ? []
      : [`${phone.name} shows ${table} ${id} ${field} = ${JSON.stringify(found)}, and wrote ${JSON.stringify(value)}`];
  });
};

/** Of what stands on disks; to be asked while nothing is under way. */
export const breachesOnDisks = (world: World): Breaches => {
  for (const phone of world.phones) world.books.oblige(phone);
  const atServer = takenByKey(world);
  return [
    ...world.books.breaches(),
    ...unsentThatVanished(world, atServer),
    ...refusalsThatVanished(world),
    ...appliedTwice(world, atServer),
    ...headsThatLie(world, false),
    ...stampsFromTheFuture(world),
    ...wentBack(world),
    ...halfGroups(world),
    ...wordsThatChanged(world),
    ...chainsThatBreak(world),
  ];
};

/** The screens are looked at in turn. */
export const breachesNow = async (world: World, time: number): Promise<Breaches> => {
  const found = breachesOnDisks(world);
  const phone = world.phones[time % world.phones.length];
  return found.length > 0 || phone === undefined ? found : editsThatVanished(world, phone);
};

const flat = (
  stored: readonly {
    table: string;
    id: string;
    seq: number;
    registers: Readonly<Record<string, readonly unknown[]>>;
  }[],
) =>
  new Map(
    stored.map(({ table, id, seq, registers }) => [
      `${table}|${id}`,
      {
        seq,
        registers: Object.fromEntries(Object.entries(registers).map(([field, register]) => [field, shortOf(register)])),
      },
    ]),
  );

const numberOf = ({ position }: RawScope, field: string): number => Number(position[field]);

/** At rest a base is the server's scope, register by register; nothing is half received and nothing waits. */
const basesThatDiffer = (world: World, phone: Phone, scopes: readonly string[]): Breaches => {
  const found = scopesOn(phone.disk, phone.database());
  return scopes.flatMap((scope) => {
    const here = found.find((one) => one.scope === scope);
    if (here === undefined) return [`${phone.name} does not know ${scope}`];
    const area = numberOf(here, 'area');
    const mine = flat(recordsOn(phone.disk, phone.database(), area));
    const theirs = flat(records(world.backend.file(), scope));
    const head = heads(world.backend.file()).find((one) => one.scope === scope);
    const breaches: string[] = [];
    for (const [key, record] of theirs)
      if (!isDeepStrictEqual(mine.get(key), record))
        breaches.push(
          `${phone.name} has ${JSON.stringify(mine.get(key))} as ${scope} ${key}, the server ${JSON.stringify(record)}`,
        );
    for (const key of mine.keys())
      if (!theirs.has(key)) breaches.push(`${phone.name} has ${scope} ${key}, the server does not`);
    if (head !== undefined && numberOf(here, 'done') !== head.seq)
      breaches.push(
        `${phone.name} is at ${String(numberOf(here, 'done'))} in ${scope}, the server at ${String(head.seq)}`,
      );
    if (head !== undefined && here.position['epoch'] !== head.epoch)
      breaches.push(`${phone.name} is in another epoch of ${scope}`);
    if (head !== undefined && numberOf(here, 'digest') !== head.dig)
      breaches.push(`${phone.name} has another digest of ${scope}`);
    if (here.position['shadow'] !== null) breaches.push(`${phone.name} still fetches ${scope} anew`);
    for (const store of ['staged', 'parts', 'records', 'bundles', 'directories'])
      for (const other of areasOn(phone, store))
        if (!found.some((one) => numberOf(one, 'area') === other))
          breaches.push(`${phone.name} keeps ${store} of nowhere`);
    if (countOn(phone.disk, phone.database(), 'staged', area) > 0)
      breaches.push(`${phone.name} keeps staged rows of ${scope}`);
    return breaches;
  });
};

const areasOn = (phone: Phone, store: string): ReadonlySet<number> =>
  new Set(phone.disk.rows(phone.database(), store).map((row) => Number(Reflect.get(Object(row), 's'))));

/** By `scope|table|id`: what the person wrote of it that was refused. */
const refusedBy = (tab: Tab): ReadonlyMap<string, readonly Values[]> => {
  const refused = new Map<string, Values[]>();
  for (const { scope, changes } of tab.store.refused())
    for (const { table, id, values } of changes) {
      const name = `${scope}|${table}|${id}`;
      refused.set(name, [...(refused.get(name) ?? []), values]);
    }
  return refused;
};

/**
 * What was refused lies over the base until its person has settled it (README of src/sync, "Shape"): its fields, and no
 * other, may show what it says; a record that cannot be read with them is not shown.
 */
const isUnderRefusal = (
  name: string,
  shown: Values | undefined,
  expected: Values | undefined,
  refused: readonly Values[],
): boolean => {
  const written = new Map<string, Value[]>();
  for (const values of refused)
    for (const [field, value] of Object.entries(values)) written.set(field, [...(written.get(field) ?? []), value]);
  if (shown === undefined || expected === undefined) {
    const [, table = ''] = name.split('|');
    const laid = refused.reduce<Values>((over, values) => ({ ...over, ...values }), { $c: true, ...expected });
    return written.has('$c') || written.has('$d') || (isTableName(table) && recordOf(table, laid) === undefined);
  }
  return [...new Set([...Object.keys(shown), ...Object.keys(expected)])].every(
    (field) =>
      isDeepStrictEqual(shown[field], expected[field]) ||
      (written.get(field) ?? []).some(
        (value) =>
          isDeepStrictEqual(composed(value), composed(shown[field] ?? null)) ||
          (isUnreadable(value) && shown[field] === undefined),
      ),
  );
};

/** What each screen shows is what the server holds. */
const screensThatDiffer = async (world: World, phone: Phone, scopes: readonly string[]): Promise<Breaches> => {
  const [tab] = phone.tabs;
  if (tab === undefined) return [`${phone.name} does not open`];
  const shown = await shownBy(tab);
  const refused = refusedBy(tab);
  const expected = new Map<string, Values>();
  for (const { scope, stored } of works(world)) {
    if (!scopes.includes(scope)) continue;
    for (const record of stored) {
      const { table } = record;
      if (!shownTables.some((one) => one === table) || !isTableName(table)) continue;
      const fields = recordOf(
        table,
        Object.fromEntries(Object.entries(record.registers).map(([field, [value]]) => [field, value])),
      );
      if (fields !== undefined) expected.set(`${scope}|${table}|${record.id}`, valuesOf(table, fields));
    }
  }
  const names = new Set([...shown.keys(), ...expected.keys()]);
  return [...names].flatMap((name) =>
    isDeepStrictEqual(shown.get(name), expected.get(name)) ||
    isUnderRefusal(name, shown.get(name), expected.get(name), refused.get(name) ?? [])
      ? []
      : [
          `${phone.name} shows ${JSON.stringify(shown.get(name))} as ${name}, the server holds ${JSON.stringify(expected.get(name))}`,
        ],
  );
};

/**
 * What was written for a scope that was lost before the server ever heard of the phone there: "where there never was a
 * replica, only `g`" (README of src/sync, "A scope that is lost"), and what is unsent stays on the phone.
 */
export const isStranded = (world: World, phone: Phone, scope: string): boolean => {
  const here = scopesOn(phone.disk, phone.database()).find((one) => one.scope === scope);
  const isKnown = replicas(world.backend.file(), scope).some(
    ({ device, usr }) => device === phone.identity.device && usr === phone.person,
  );
  return here !== undefined && here.position['gone'] !== '' && !isKnown;
};

/**
 * A refusal that a restored server knows nothing of is sent to it again where it was one of the numbers that the phone now
 * goes by ("what was refused from ackN + 1 on", README of src/sync, "A server that forgot"). What was refused to an earlier
 * life, or in a scope that was lost since, is for its person alone: it waits on the phone until they have settled it.
 */
const waitsForItsPerson = (phone: Phone, written: Written, entry: JournalEntry): boolean => {
  if (!entry.refused || !written.taken) return false;
  const here = scopesOn(phone.disk, phone.database()).find(({ s }) => s === entry.s);
  return here === undefined || here.position['gone'] !== '' || entry.n <= numberOf(here, 'shift');
};

/** Every mutation that was saved was taken: applied, or held for a human. */
const notTaken = (world: World): Breaches => {
  const atServer = takenByKey(world);
  return world.phones.flatMap((phone) => {
    const found = world.books.keysOn(phone);
    return [...world.books.owedBy(phone)].flatMap((key) => {
      const written = world.books.all.get(key);
      const entry = found.get(key);
      if (written === undefined || written.settled || atServer.has(key)) return [];
      return entry !== undefined &&
        (waitsForItsPerson(phone, written, entry) || isStranded(world, phone, written.scope))
        ? []
        : [`${nameOf(written)} of ${phone.name} never came to the server`];
    });
  });
};

const heldNames = (world: World): ReadonlySet<string> =>
  new Set(
    held(world.backend.file())
      .filter(({ state }) => state !== 1)
      .map(({ scope, alias, n }) => `${scope}|${String(alias)}|${String(n)}`),
  );

/** The history of a field is a chain that ends in what is stored, each link one mutation's write of it, none twice. */
const historyThatLies = (world: World): Breaches =>
  works(world).flatMap(({ scope, stored }) => {
    const breaches: string[] = [];
    const chains = new Map<string, HistoryRow[]>();
    for (const row of history(world.backend.file(), scope)) {
      const name = `${row.tbl}|${row.id}|${row.field}`;
      chains.set(name, [...(chains.get(name) ?? []), row]);
    }
    for (const record of stored)
      for (const [field, [value]] of Object.entries(record.registers)) {
        if (record.table === 'conflict') continue;
        const last = chains.get(`${record.table}|${record.id}|${field}`)?.at(-1);
        if (last === undefined || !isDeepStrictEqual(JSON.parse(last.after), value))
          breaches.push(`the history of ${scope} ${record.id} ${field} does not end in what is stored`);
      }
    for (const [name, chain] of chains) {
      const links = new Set(chain.map(({ alias, n }) => `${String(alias)}.${String(n)}`));
      if (links.size < chain.length) breaches.push(`the history of ${scope} ${name} has a link twice`);
    }
    return breaches;
  });

/** The server has been restored. */
const hasForgotten = ({ faults }: World): boolean => (faults.counts()['restore'] ?? 0) > 0;

/**
 * Written so far ahead of the time that the server had put its own stamp in the place of the device's, which others then
 * saw. A server that has forgotten that is sent the device's own once more, and it may have come true meanwhile (README of
 * src/sync, "A server that forgot"): the later edit of who had seen the other stamp is then the older one.
 */
const isStampedAheadAgain = (world: World, name: string, value: Value): boolean =>
  hasForgotten(world) &&
  world.deeds.some(({ key, scope, changes, at }) => {
    const wrote = changes.some(
      ({ table, id, values }) =>
        name.startsWith(`${scope}|${table}|${id}|`) && values[name.slice(name.lastIndexOf('|') + 1)] === value,
    );
    const sent = wrote && key !== undefined ? world.books.all.get(key)?.sent.values() : undefined;
    return [...(sent ?? [])].some(({ ms }) => ms > at + MAX_AHEAD_MS);
  });

const names = ({ changes }: Deed, table: string, id: string, field: string): boolean =>
  changes.some((change) => change.table === table && change.id === id && field in change.values);

/**
 * What was refused goes along with the next save of its record, on each copy of a profile for itself: such a value stands
 * again by a save of something else that nobody had seen yet (README of src/sync, "Versions" and "Two lives of one replica").
 */
const wentAlong = (world: World, scope: string, name: string): boolean => {
  const [table = '', id = '', field = ''] = name.split('|');
  const last = history(world.backend.file(), scope).findLast(
    (row) => row.tbl === table && row.id === id && row.field === field,
  );
  const row = last && taken(world.backend.file()).find((one) => placeOf(one) === placeOf(last));
  const deed = row && world.books.byHash.get(hashName(scope, row.h))?.deed;
  return deed !== undefined && !names(deed, table, id, field);
};

/** An edit that saw a value beats it: what somebody saw and changed never stands again. */
const editsThatLostToWhatTheySaw = (world: World): Breaches => {
  const atServer = takenByKey(world);
  const waiting = heldNames(world);
  const values = new Map<string, Value>();
  for (const { scope, stored } of works(world))
    for (const { table, id, registers } of stored)
      for (const [field, [value]] of Object.entries(registers)) values.set(`${scope}|${table}|${id}|${field}`, value);
  return world.deeds.flatMap((deed) => {
    const rows = deed.key === undefined ? undefined : atServer.get(deed.key);
    const [row] = rows ?? [];
    if (row === undefined || waiting.has(`${row.scope}|${String(row.alias)}|${String(row.n)}`)) return [];
    return [...deed.saw].flatMap(([name, saw]) => {
      const field = name.slice(name.lastIndexOf('|') + 1);
      if (!isTelling(saw) || field.startsWith('$')) return [];
      const now = values.get(`${deed.scope}|${name}`);
      const wrote = deed.changes.find(({ table, id }) => name.startsWith(`${table}|${id}|`))?.values[field];
      return isDeepStrictEqual(now, saw) &&
        !isDeepStrictEqual(saw, wrote) &&
        !isStampedAheadAgain(world, `${deed.scope}|${name}`, saw) &&
        !wentAlong(world, deed.scope, name)
        ? [`edit ${String(deed.number)} saw ${JSON.stringify(saw)} in ${name}, changed it, and it stands again`]
        : [];
    });
  });
};

/** Values that nobody writes twice. */
const isTelling = (value: Value): boolean =>
  typeof value === 'string' && /\d/u.test(value) && !/^\d{4}-\d{2}/u.test(value);

/** What was concurrent and different is one conflict, which keeps the loser. */
const conflictsThatMiss = (world: World): Breaches =>
  works(world).flatMap(({ scope, stored }) => {
    const kept = stored.filter(({ table }) => table === 'conflict');
    const chains = new Map<string, HistoryRow>();
    const atServer = new Map(
      taken(world.backend.file()).map((row) => [`${row.scope}|${String(row.alias)}|${String(row.n)}`, row]),
    );
    const breaches: string[] = [];
    for (const row of history(world.backend.file(), scope)) {
      const name = `${row.tbl}|${row.id}|${row.field}`;
      const before = chains.get(name);
      chains.set(name, row);
      if (before === undefined || row.alias === 0 || row.field.startsWith('$') || row.field.startsWith('+')) continue;
      if (before.alias === 0 || before.person === row.person || before.after === row.after || row.tbl === 'conflict')
        continue;
      const its = atServer.get(`${scope}|${String(row.alias)}|${String(row.n)}`);
      const mutation = its && world.books.byHash.get(hashName(scope, its.h))?.sent.get(its.h);
      const index = mutation?.operations.findIndex(([table, id]) => table === row.tbl && id === row.id) ?? -1;
      const operation = mutation?.operations[index];
      if (operation === undefined) {
        breaches.push(`${scope}: nobody wrote ${name} as ${String(row.alias)}.${String(row.n)}`);
        continue;
      }
      if (before.seq <= operation[2]) continue;
      // The field is told by what the conflict says: an id has no stroke in it, and elements of sets do.
      const start = `c.${String(row.alias)}.${String(row.n)}.${String(index)}.`;
      const id = `${start}${row.field}`;
      const conflict = kept.find(
        (one) =>
          one.id.startsWith(start) &&
          one.registers['field']?.[0] === row.field &&
          one.registers['kind']?.[0] === 'field',
      );
      if (conflict === undefined) breaches.push(`${scope}: nothing keeps what ${id} overwrote (${before.after})`);
      else if (JSON.stringify(conflict.registers['loser']?.[0]) !== JSON.stringify(before.after))
        breaches.push(
          `${scope}: ${id} keeps ${JSON.stringify(conflict.registers['loser']?.[0])} and not ${before.after}`,
        );
    }
    return breaches;
  });

/** What a person may no longer read is nowhere on the phone but in what is still unsent or unsettled. */
const leftovers = (world: World, phone: Phone, scopes: readonly string[]): Breaches => {
  const gone = works(world).filter(({ scope }) => !scopes.includes(scope));
  const disk = ['records', 'bundles', 'staged', 'parts', 'summaries'].flatMap((store) =>
    phone.disk.rows(phone.database(), store).map((row) => textOfRow(row)),
  );
  return gone.flatMap(({ scope, stored }) =>
    stored.flatMap(({ id, table }) =>
      table === 'activity' && disk.some((text) => text.includes(`"${id}"`))
        ? [`${phone.name} still holds ${id} of ${scope}`]
        : [],
    ),
  );
};

const decoder = new TextDecoder();
const textOfRow = (row: unknown): string => {
  const sealed: unknown = Reflect.get(Object(row), 'sealed');
  const bytes: unknown = Reflect.get(Object(sealed), 'bytes');
  return bytes instanceof Uint8Array ? decoder.decode(bytes) : '';
};

/** A counter is the sum of what was added to it, as long as its record is there: a deleted one is forgotten with all it holds. */
const countersThatLie = (world: World): Breaches => {
  const effective = authors(world.backend.file());
  const sums = new Map<string, number>();
  for (const [key, rows] of takenByKey(world)) {
    const row = rows.find((one) => effective.has(placeOf(one)));
    if (row === undefined) continue;
    for (const [table, id, , values] of world.books.all.get(key)?.sent.get(row.h)?.operations ?? [])
      for (const [field, value] of Object.entries(values)) {
        if (!field.startsWith('+') || typeof value !== 'number') continue;
        const name = `${row.scope}|${table}|${id}|${field}`;
        sums.set(name, (sums.get(name) ?? 0) + value);
      }
  }
  const stored = new Map<string, number>();
  const kept = new Set<string>();
  for (const { scope, stored: all } of works(world))
    for (const { table, id, registers } of all) {
      kept.add(`${scope}|${table}|${id}`);
      for (const [field, [value]] of Object.entries(registers)) {
        if (!field.startsWith('+') || !Array.isArray(value)) continue;
        const name = `${scope}|${table}|${id}|${field.slice(0, field.indexOf('/'))}`;
        stored.set(name, (stored.get(name) ?? 0) + Number(value[0]));
      }
    }
  return [...sums].flatMap(([name, sum]) =>
    kept.has(name.slice(0, name.lastIndexOf('|'))) && (stored.get(name) ?? 0) !== sum
      ? [`${name} is ${String(stored.get(name))}, and ${String(sum)} was added to it`]
      : [],
  );
};

/** Which scopes the person may keep now. */
const scopesOf = (world: World, phone: Phone): readonly string[] => {
  const post = world.backend.postOf(phone.person);
  return scopesReadBy(post, [], '2026-11-02');
};

export const breachesAtRest = async (world: World): Promise<Breaches> => {
  const found: string[] = [...breachesOnDisks(world)];
  found.push(...headsThatLie(world, true));
  for (const phone of world.phones) {
    const scopes = scopesOf(world, phone);
    found.push(...(await editsThatVanished(world, phone)));
    found.push(...basesThatDiffer(world, phone, scopes));
    found.push(...(await screensThatDiffer(world, phone, scopes)));
    found.push(...leftovers(world, phone, scopes));
  }
  found.push(...textsApart(world));
  found.push(...notTaken(world));
  found.push(...historyThatLies(world));
  found.push(...editsThatLostToWhatTheySaw(world));
  found.push(...conflictsThatMiss(world));
  found.push(...countersThatLie(world));
  return [...new Set(found)].slice(0, 12);
};
