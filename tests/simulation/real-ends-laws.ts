/** What holds between real phones and a real server: at any moment, and once everything was carried. */
import { isDeepStrictEqual } from 'node:util';
import { summaryOf } from '#client/store/summary.ts';
import { DELETED, type Value, type Values } from '#domain/change.ts';
import { isTableName, type TableName } from '#domain/tables.ts';
import { recordOf, valuesOf } from '#domain/values.ts';
import { valuesOfStored } from '#server/actions/units.ts';
import type { Phone } from './real-ends-phone.ts';
import type { World } from './real-ends-story.ts';

const synced = ['activity', 'reading'] as const satisfies readonly TableName[];

/** What a phone shows of each visible record, flat, by `table|id`. */
type Shown = ReadonlyMap<string, Values>;

const shownBy = async (phone: Phone, world: World): Promise<Shown> => {
  const shown = new Map<string, Values>();
  for (const id of new Set(
    world.writes.filter(({ change }) => change.table === 'activity').map(({ change }) => change.id),
  )) {
    const activity = await phone.store().activity(id);
    if (activity !== undefined) shown.set(`activity|${id}`, valuesOf('activity', activity.fields));
  }
  for (const { id, fields } of await phone.store().list('reading'))
    shown.set(`reading|${id}`, valuesOf('reading', fields));
  return shown;
};

interface Register {
  readonly record: string;
  readonly field: string;
  /** The phone's own last value. */
  readonly last: Value;
  /** What others wrote there, ever. */
  readonly others: readonly Value[];
}

const registersOf = (phone: Phone, world: World): readonly Register[] => {
  const registers = new Map<string, { record: string; field: string; last?: Value; others: Value[] }>();
  for (const { phone: writer, change } of world.writes) {
    const record = `${change.table}|${change.id}`;
    for (const [field, value] of Object.entries(change.values)) {
      const key = `${record}|${field}`;
      const register = registers.get(key) ?? { record, field, others: [] };
      registers.set(key, register);
      if (writer === phone) register.last = value;
      else register.others.push(value);
    }
  }
  return [...registers.values()].flatMap(({ last, ...register }) =>
    last === undefined ? [] : [{ ...register, last }],
  );
};

/** An own edit never leaves the screen before somebody else's edit of the same field takes its place. */
const editsThatVanished = async (phone: Phone, world: World): Promise<readonly string[]> => {
  const shown = await shownBy(phone, world);
  const registers = registersOf(phone, world);
  const deletions = new Map(registers.filter(({ field }) => field === DELETED).map((one) => [one.record, one]));
  return registers.flatMap(({ record, field, last, others }) => {
    const deletion = deletions.get(record);
    const values = shown.get(record);
    if (values === undefined) {
      const deletedElsewhere = world.writes.some(
        ({ phone: writer, change }) =>
          writer !== phone && `${change.table}|${change.id}` === record && change.values[DELETED] === true,
      );
      return deletion?.last === true || deletedElsewhere ? [] : [`${record} is gone from a phone that wrote ${field}`];
    }
    if (field === DELETED) {
      return last === true && others.length === 0 ? [`${record} shows on the phone that deleted it`] : [];
    }
    if (field.startsWith('$')) return [];
    const value = values[field] ?? null;
    return [last, ...others].some((one) => isDeepStrictEqual(one, value))
      ? []
      : [`${record} shows ${field} = ${JSON.stringify(value)} on the phone that wrote ${JSON.stringify(last)}`];
  });
};

/** A list says what the records say. */
const listsThatDiffer = async (phone: Phone, world: World): Promise<readonly string[]> => {
  const listed = await phone.store().activitiesBetween('1900-01-01', '2199-12-31');
  const shown = await shownBy(phone, world);
  const expected = new Map(
    [...shown].flatMap(([key, values]) => {
      const [table = '', id = ''] = key.split('|');
      return table === 'activity' ? [[id, summaryOf(id, { ...values, $c: true })]] : [];
    }),
  );
  const found = new Map(listed.map(({ scope: _scope, state: _state, ...summary }) => [summary.id, summary]));
  return isDeepStrictEqual(found, expected) ? [] : ['a list does not say what the records say'];
};

export const breachesNow = async (world: World): Promise<readonly string[]> => {
  for (const phone of world.phones) {
    const breaches = [...(await editsThatVanished(phone, world)), ...(await listsThatDiffer(phone, world))];
    if (breaches.length > 0) return breaches;
  }
  return [];
};

const onServer = async ({ server, scope }: World): Promise<Shown> => {
  const shown = new Map<string, Values>();
  for (const table of synced) {
    for (const stored of await server.deps.storage.ledger.recordsOf(scope, table)) {
      const fields = recordOf(table, valuesOfStored(stored));
      if (fields !== undefined) shown.set(`${table}|${stored.id}`, valuesOf(table, fields));
    }
  }
  return shown;
};

const phonesThatDiffer = async (world: World): Promise<readonly string[]> => {
  const expected = await onServer(world);
  const breaches: string[] = [];
  for (const [index, phone] of world.phones.entries()) {
    const shown = await shownBy(phone, world);
    if (!isDeepStrictEqual(shown, expected))
      breaches.push(
        `phone ${String(index)} shows ${JSON.stringify([...shown])}, the server ${JSON.stringify([...expected])}`,
      );
    if (phone.store().waiting() > 0) breaches.push(`on phone ${String(index)} something waits`);
    if (phone.store().refused().length > 0) breaches.push(`phone ${String(index)} was refused`);
    const listed = await phone.store().activitiesBetween('1900-01-01', '2199-12-31');
    if (listed.some(({ state }) => state !== 'sent')) breaches.push(`phone ${String(index)} shows something unsent`);
  }
  return breaches;
};

const replicaOf = async ({ server, scope }: World, phone: Phone) =>
  server.deps.storage.ledger.replica(scope, { device: phone.device, person: phone.me.id });

const mutationsNotTakenOnce = async (world: World): Promise<readonly string[]> => {
  const breaches: string[] = [];
  const { ledger } = world.server.deps.storage;
  const aliases = new Map<number, Phone>();
  for (const [index, phone] of world.phones.entries()) {
    const replica = await replicaOf(world, phone);
    if (replica !== undefined) aliases.set(replica.alias, phone);
    if ((replica?.lastN ?? 0) !== phone.saved())
      breaches.push(`of phone ${String(index)} the server took ${String(replica?.lastN)} of ${String(phone.saved())}`);
    if (replica !== undefined && (await ledger.refusals(world.scope, replica.alias, 0)).length > 0)
      breaches.push(`of phone ${String(index)} the server holds something`);
  }
  if (aliases.size !== world.phones.length) breaches.push('two phones share an alias');
  return [...breaches, ...(await historyThatLies(world, aliases))];
};

const writersOf = (world: World, table: string, id: string, field: string): ReadonlySet<Phone> =>
  new Set(
    world.writes
      .filter(({ change }) => change.table === table && change.id === id && Object.hasOwn(change.values, field))
      .map(({ phone }) => phone),
  );

/**
 * History of a field is a chain that ends in what is stored, each link one phone's write, none twice.
 * A field that one phone alone wrote has every write in it, in the phone's order.
 */
const historyThatLies = async (
  { server, scope, ...world }: World,
  aliases: ReadonlyMap<number, Phone>,
): Promise<readonly string[]> => {
  const breaches: string[] = [];
  const { ledger } = server.deps.storage;
  const fields = new Set(
    world.writes.flatMap(({ change }) =>
      Object.keys(change.values).map((field) => `${change.table}|${change.id}|${field}`),
    ),
  );
  for (const name of fields) {
    const [table = '', id = '', field = ''] = name.split('|');
    const stored = isTableName(table) ? await ledger.record(scope, { table, id }) : undefined;
    const entries = (await ledger.history(scope, { table, id }))
      .filter((entry) => entry.field === field)
      .sort((a, b) => a.seq - b.seq);
    const written = entries.map(({ alias, n }) => [aliases.get(alias), n] as const);
    const values = entries.map(({ after }) => after);
    const isOfWrites = entries.every(({ after }, index) => {
      const [phone, n] = written[index] ?? [];
      const write = world.writes.find((one) => one.phone === phone && one.n === n && one.change.id === id);
      return write !== undefined && isDeepStrictEqual(write.change.values[field], after);
    });
    const isChain = entries.every(({ before }, index) => isDeepStrictEqual(before, values[index - 1]));
    const isOnce = new Set(entries.map(({ alias, n }) => `${String(alias)}.${String(n)}`)).size === entries.length;
    const endsInStored = isDeepStrictEqual(values.at(-1), stored?.registers[field]?.[0]);
    if (!isOfWrites || !isChain || !isOnce || !endsInStored) breaches.push(`the history of ${name} lies`);

    if (writersOf({ server, scope, ...world }, table, id, field).size > 1) continue;
    const own = world.writes
      .filter(({ change }) => change.table === table && change.id === id && Object.hasOwn(change.values, field))
      .map(({ change }) => change.values[field]);
    if (!isDeepStrictEqual(values, own)) breaches.push(`the history of ${name} is not what its one writer did`);
  }
  return breaches;
};

export const breachesAtRest = async (world: World): Promise<readonly string[]> => [
  ...(await breachesNow(world)),
  ...(await phonesThatDiffer(world)),
  ...(await mutationsNotTakenOnce(world)),
];
