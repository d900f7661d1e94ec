/** What people do on their phones: records made, edited, deleted and brought back, several at once, well and badly. */
import type { Change, Value } from '#domain/change.ts';
import { readingId } from '#domain/records/measure.ts';
import { scopeOf } from '#domain/scope.ts';
import { valuesOf } from '#domain/values.ts';
import type { Saved } from '#client/store/shown.ts';
import type { Chance } from './chance.ts';
import { FIRST_AGENCY, GUARDED_MEASURE, SECOND_AGENCY } from './cast.ts';
import { idsOn, journalOn, recordsOn, scopesOn } from './inspect.ts';
import type { Phone, Tab } from './phone.ts';
import type { Deed, World } from './sim-world.ts';

const activity = (number: number, agency: string): Change['values'] => ({
  $c: true,
  title: `Hội nghị ${String(number)}`,
  type: 'launch',
  from: '2026-11-15',
  to: '2026-11-15',
  agency,
  female: number,
});

const longText = (number: number, chars: number): string =>
  `${String(number)} ${'ế "tuyên truyền"\n'.repeat(chars / 17)}hết`;

const edits: readonly (readonly [number, (number: number, chance: Chance) => Change['values']])[] = [
  [5, (number) => ({ title: `Lễ phát động ${String(number)}` })],
  [4, (number) => ({ place: `Nhà văn hóa ${String(number)}` })],
  [2, (number) => ({ title: `Tọa đàm ${String(number)}`, audience: `Phụ nữ ${String(number)}` })],
  [2, (number, chance) => ({ narrative: longText(number, chance.happens(0.1) ? 7_000 : chance.between(200, 2_400)) })],
  [2, (number) => ({ from: `2026-${month(number)}-05`, to: `2026-${month(number)}-28` })],
  [1, (number) => ({ from: `2026-${month(number)}-10` })],
  [1, (_number, chance) => ({ 'tasks/task-1': chance.happens(0.6) ? true : null })],
  [1, (number) => ({ 'outputs/leaflet': number })],
  [2, (_number, chance) => ({ '+reached': chance.between(1, 90) })],
  [2, () => ({ $d: true })],
  [1, () => ({ $d: false })],
];
const month = (number: number): string => String(1 + (number % 12)).padStart(2, '0');

/** Values that the server holds back: they name a field that nobody knows, break a rule, or stand in the wrong place. */
const bad = (number: number, chance: Chance): Change['values'] =>
  chance.pick<Change['values']>([
    { title: '', place: `${String(number)} không có tên` },
    { from: '1999-01-01', place: `${String(number)} năm sai` },
    { female: -number },
  ]);

const reading = (number: number, unit: string, agency: string, chance: Chance): Change => {
  const measure = chance.happens(0.1) ? GUARDED_MEASURE : `measure-${String(chance.between(1, 2))}`;
  const key = { measure, unit, agency, period: chance.pick(['2026', '2026-H1']) };
  return { table: 'reading', id: readingId(key), values: { $c: true, ...key, numerator: number } };
};

const agencyOf = (tab: Tab, chance: Chance): string => {
  const { role } = tab.store.me();
  return role === 'recorder' ? (chance.happens(0.9) ? SECOND_AGENCY : FIRST_AGENCY) : FIRST_AGENCY;
};

/** `ids` are the activities that the person sees. */
const changesFor = (
  number: number,
  tab: Tab,
  ids: readonly string[],
  conflicts: readonly Saved<'conflict'>[],
  chance: Chance,
): readonly Change[] => {
  const { unit } = tab.store.me();
  const agency = agencyOf(tab, chance);
  const make = (index: number): Change => ({
    table: 'activity',
    id: `a-${String(number)}-${String(index)}`,
    values: activity(number, agency),
  });
  const edit = (): Change | undefined => {
    if (ids.length === 0) return undefined;
    const values = chance.happens(0.04) ? bad(number, chance) : chance.weigh(edits)(number, chance);
    return { table: 'activity', id: chance.pick(ids), values };
  };
  const conflict = (): readonly Change[] => {
    const open = conflicts.filter(({ fields }) => fields.state === 'open' && fields.table === 'activity');
    if (open.length === 0) return [make(0)];
    const { id, fields } = chance.pick(open);
    const state = chance.pick(['kept', 'merged'] as const);
    const settled: Change = { table: 'conflict', id, values: { state } };
    const isText = fields.field === 'title' || fields.field === 'place';
    if (state === 'kept' || fields.kind !== 'field' || !isText) return [settled];
    const values = { [fields.field ?? '']: `Gộp lại ${String(number)}` };
    return [settled, { table: 'activity', id: fields.record, values }];
  };
  const kind = chance.weigh([
    [2, 'conflict'],
    [ids.length < 6 ? 6 : 2, 'make'],
    [12, 'edit'],
    [3, 'reading'],
    [2, 'several'],
    [1, 'many'],
  ] as const);
  const chosen =
    kind === 'make'
      ? [make(0)]
      : kind === 'edit'
        ? [edit() ?? make(0)]
        : kind === 'reading'
          ? [reading(number, unit, agency, chance)]
          : kind === 'conflict'
            ? conflict()
            : kind === 'several'
              ? [make(0), edit(), edit(), reading(number, unit, agency, chance)]
              : [0, 1, 2, 3, 4].map(make);
  const named = new Set<string>();
  return chosen.flatMap((change) => {
    if (change === undefined || named.has(`${change.table}|${change.id}`)) return [];
    named.add(`${change.table}|${change.id}`);
    return [change];
  });
};

/** Letters and marks apart, as some keyboards write them. */
const decomposed = (change: Change): Change => ({
  ...change,
  values: Object.fromEntries(
    Object.entries(change.values).map(([field, value]) => [
      field,
      typeof value === 'string' ? value.normalize('NFD') : value,
    ]),
  ),
});

/** The activities that stand on the phone, whoever made them. */
const activitiesOn = ({ disk, database }: Phone, scope: string): readonly string[] => {
  const here = scopesOn(disk, database()).find((one) => one.scope === scope);
  if (here === undefined) return [];
  const { s, area } = here;
  const made = journalOn(disk, database()).flatMap((entry) =>
    entry.s === s ? entry.mutation.operations.flatMap(([table, id]) => (table === 'activity' ? [id] : [])) : [],
  );
  return [...new Set([...idsOn(disk, database(), area, 'activity'), ...made])];
};

/** Saving all the records of a refused mutation anew settles it. */
const supersede = ({ books }: World, phone: Phone, { scope, changes }: Deed): void => {
  const names = new Set(changes.map(({ table, id }) => `${table}|${id}`));
  for (const [key, { refused, mutation }] of books.keysOn(phone)) {
    if (books.all.get(key)?.scope !== scope || !refused) continue;
    if (mutation.operations.every(([table, id]) => names.has(`${table}|${id}`))) books.settle(key);
  }
};

/**
 * The person lets go of what was refused. If others are still shown its conflict, that is saved as dropped, and a save of a
 * record settles whatever of it alone was refused before.
 */
export const letGo = ({ books }: World, phone: Phone, scope: string, n: number): void => {
  const here = scopesOn(phone.disk, phone.database()).find((one) => one.scope === scope);
  const entries = [...books.keysOn(phone)].filter(([, entry]) => entry.s === here?.s && entry.refused);
  const own = entries.find(([, entry]) => entry.n === n);
  if (here === undefined || own === undefined) return;
  const [key, { refusedAs, mutation }] = own;
  books.settle(key);
  const start = `c.${String(refusedAs)}.${String(mutation.n)}.`;
  const told = recordsOn(phone.disk, phone.database(), here.area).find(
    ({ table, id, registers }) =>
      table === 'conflict' && id.startsWith(start) && id.endsWith('.held') && registers['state']?.[0] === 'open',
  );
  for (const [other, entry] of entries)
    if (entry.mutation.operations.every(([table, id]) => table === 'conflict' && id === told?.id)) books.settle(other);
};

/** A full disk, a database that does not answer in time, and a scope that another tab has just lost: all are told. */
const mayFail: readonly string[] = ['store/full', 'store/slow', 'rights/not-found'];

/** Begins to save; whoever looks later finds the outcome in the deed. */
export const act = async (world: World, phone: Phone, tab: Tab, oldApp = false): Promise<void> => {
  const { chance, trace, deeds } = world;
  const { unit, scopes } = tab.store.me();
  const scope = scopeOf(unit, 'work');
  if (!scopes.includes(scope)) return;
  const conflicts = chance.happens(0.08) ? (await tab.store.list('conflict')).filter((one) => one.scope === scope) : [];
  if (tab.isGone()) return;
  const number = world.nextNumber();
  const wanted = changesFor(number, tab, activitiesOn(phone, scope), conflicts, chance);
  const changes = oldApp ? wanted.map(decomposed) : wanted;
  const saw = new Map<string, Value>();
  for (const { table, id, values } of changes) {
    const before = table === 'activity' ? await tab.store.activity(id) : undefined;
    if (tab.isGone()) return;
    const shown = before === undefined ? {} : valuesOf('activity', before.fields);
    for (const field of Object.keys(values)) {
      const value = shown[field];
      if (value !== undefined) saw.set(`${table}|${id}|${field}`, value);
    }
  }
  const at = world.time.now();
  const deed: Deed = {
    number,
    phone,
    person: phone.person,
    scope,
    changes,
    at,
    saw,
    outcome: 'saving',
    key: undefined,
  };
  deeds.push(deed);
  trace.note(
    `${phone.name} saves ${String(number)}: ${changes.map((one) => `${one.table} ${one.id} ${JSON.stringify(one.values).slice(0, 90)}`).join('; ')}`,
  );
  supersede(world, phone, deed);
  const saved = await tab.store.save(changes);
  if (tab.isGone()) return;
  deed.outcome = saved.ok ? 'saved' : saved.problem.code === 'store/slow' ? 'maybe' : 'failed';
  if (!saved.ok) trace.note(`${phone.name} could not save ${String(number)}: ${saved.problem.code}`);
  // Somebody has closed the tab meanwhile.
  if (!saved.ok && saved.problem.code === 'store/closed' && !phone.tabs.includes(tab)) return;
  if (!saved.ok && !mayFail.includes(saved.problem.code)) world.thrown.push(`a save ended in ${saved.problem.code}`);
};
