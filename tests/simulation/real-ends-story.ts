/** What happens to people, phones and links, drawn by chance, and how it is done to them. */
import fc from 'fast-check';
import type { Change } from '#domain/change.ts';
import { readingId } from '#domain/records/measure.ts';
import { scopeOf, type Scope } from '#domain/scope.ts';
import type { TestServer } from '#tests/server/test-server.ts';
import { created } from '#tests/client/store/world.ts';
import type { Carriage } from './real-ends-link.ts';
import { takePhone, type Phone, type Write } from './real-ends-phone.ts';

export interface World {
  readonly server: TestServer;
  readonly scope: Scope;
  readonly phones: readonly Phone[];
  /** In the order in which people did it. */
  readonly writes: Write[];
  /** Grows, so that no two values are the same. */
  counter: number;
}

type Doing =
  | 'make'
  | 'title'
  | 'place'
  | 'long text'
  | 'move'
  | 'from'
  | 'to'
  | 'task'
  | 'no task'
  | 'output'
  | 'no output'
  | 'delete'
  | 'undo';

type Deed =
  | { readonly does: Doing; readonly record: number }
  | { readonly does: 'reading'; readonly measure: number; readonly along: boolean };

export type Happening =
  | { readonly type: 'deed'; readonly who: number; readonly deed: Deed }
  | {
      readonly type: 'exchange';
      readonly who: number;
      readonly carriage: Carriage;
      /** Done by the same person while the answer is under way. */
      readonly meanwhile: readonly Deed[];
    }
  | { readonly type: 'replay'; readonly who: number; readonly request: number }
  | { readonly type: 'reopen'; readonly who: number };

export interface Story {
  /** How wrong each phone's clock is, in ms. */
  readonly clocks: readonly number[];
  readonly happenings: readonly Happening[];
  /** The order in which they exchange in the end. */
  readonly order: readonly number[];
}

const who = fc.nat(2);
const doing = fc.constantFrom<Doing[]>(
  'make',
  'make',
  'title',
  'place',
  'long text',
  'move',
  'from',
  'to',
  'task',
  'no task',
  'output',
  'no output',
  'delete',
  'undo',
);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ does: doing, record: fc.nat(3) }), weight: 5 },
  {
    arbitrary: fc.record({ does: fc.constant('reading' as const), measure: fc.nat(1), along: fc.boolean() }),
    weight: 1,
  },
);
const bytes = fc.oneof(fc.constant(Infinity), fc.constant(Infinity), fc.nat(700), fc.nat(5_000));
const carriage = fc.record({ up: bytes, down: bytes, twice: fc.boolean() });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: fc.record({ type: fc.constant('deed' as const), who, deed }), weight: 9 },
  {
    arbitrary: fc.record({
      type: fc.constant('exchange' as const),
      who,
      carriage,
      meanwhile: fc.array(deed, { maxLength: 2 }),
    }),
    weight: 6,
  },
  { arbitrary: fc.record({ type: fc.constant('replay' as const), who, request: fc.nat(20) }), weight: 1 },
  { arbitrary: fc.record({ type: fc.constant('reopen' as const), who }), weight: 1 },
);

const MINUTE_MS = 60_000;

export const stories: fc.Arbitrary<Story> = fc.record({
  clocks: fc.array(fc.constantFrom(0, -3 * MINUTE_MS, 10 * MINUTE_MS), { minLength: 2, maxLength: 3 }),
  happenings: fc.array(happening, { minLength: 4, maxLength: 40, size: 'max' }),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
});

let units = 0;

/** A unit that no other story knows: an officer with two phones and a supervisor, or an officer and a supervisor. */
export const begin = async (server: TestServer, clocks: readonly number[]): Promise<World> => {
  units += 1;
  const unit = `unit-${String(units)}`;
  const scope = scopeOf(unit, 'work');
  const writes: Write[] = [];
  const phones: Phone[] = [];
  for (const [index, skewMs] of clocks.entries()) {
    const role = index === 1 ? ('supervisor' as const) : ('officer' as const);
    const me = {
      id: `${unit}-${role}`,
      name: role === 'officer' ? 'Lan Mẫu' : 'Hoa Mẫu',
      title: '',
      role,
      unit,
      agency: 'agency-1',
      scopes: [scope, 'root/units' as const],
    };
    phones.push(await takePhone(server, me, skewMs, (write) => writes.push(write)));
  }
  return { server, scope, phones, writes, counter: 0 };
};

export const phoneOf = ({ phones }: World, index: number): Phone => {
  const phone = phones[index % phones.length];
  if (phone === undefined) throw new Error('a world without phones');
  return phone;
};

const readingChange = (world: World, phone: Phone, measure: number): Change => {
  const key = { measure: `measure-${String(measure)}`, unit: phone.me.unit, agency: 'agency-1', period: '2024' };
  return { table: 'reading', id: readingId(key), values: { $c: true, ...key, numerator: world.counter } };
};

const valuesOf = (does: Exclude<Doing, 'make'>, counter: number): Change['values'] => {
  const month = String(1 + (counter % 12)).padStart(2, '0');
  switch (does) {
    case 'title':
      return { title: `Lễ phát động ${String(counter)}` };
    case 'place':
      return { place: `Nhà văn hóa ${String(counter)}` };
    case 'long text':
      return { narrative: `${String(counter)} ${'tuyên truyền bình đẳng giới; '.repeat(60)}hết` };
    case 'move':
      return { from: `2024-${month}-05`, to: `2024-${month}-28` };
    // Two people who move one end each may turn an activity round; it must stay in every list.
    case 'from':
      return { from: `2024-${month}-10` };
    case 'to':
      return { to: `2024-${month}-20` };
    case 'task':
      return { 'tasks/task-1': true };
    case 'no task':
      return { 'tasks/task-1': null };
    case 'output':
      return { 'outputs/leaflet': 1 + counter };
    case 'no output':
      return { 'outputs/leaflet': null };
    case 'delete':
      return { $d: true };
    case 'undo':
      return { $d: false };
  }
};

/** The activities that a phone may change: those that it made or has seen. */
const changeable = ({ known }: Phone): readonly string[] =>
  [...known].filter((id) => id.startsWith('activity-')).sort();

export const perform = async (world: World, phone: Phone, done: Deed): Promise<void> => {
  world.counter += 1;
  const ids = changeable(phone);
  const id = 'record' in done ? ids[done.record % Math.max(ids.length, 1)] : ids[0];
  if (done.does === 'reading') {
    const along =
      done.along && id !== undefined
        ? [{ table: 'activity' as const, id, values: valuesOf('place', world.counter) }]
        : [];
    await phone.save([...along, readingChange(world, phone, done.measure)]);
    return;
  }
  if (done.does === 'make') {
    await phone.save([created(`activity-${String(world.counter)}`, { title: `Hội nghị ${String(world.counter)}` })]);
    return;
  }
  if (id !== undefined) await phone.save([{ table: 'activity', id, values: valuesOf(done.does, world.counter) }]);
};

const lookAround = async (phone: Phone): Promise<void> => {
  for (const { id } of await phone.store().activitiesBetween('1900-01-01', '2199-12-31')) phone.known.add(id);
};

export const happen = async (world: World, what: Happening): Promise<void> => {
  const phone = phoneOf(world, what.who);
  switch (what.type) {
    case 'deed':
      await perform(world, phone, what.deed);
      return;
    case 'exchange':
      await phone.exchange(what.carriage, async () => {
        for (const done of what.meanwhile) await perform(world, phone, done);
      });
      await lookAround(phone);
      return;
    case 'replay':
      await phone.link.replay(what.request);
      return;
    case 'reopen':
      await phone.reopen();
  }
};

const MAX_ROUNDS = 8;

/** Whole exchanges, in the story's order, until nothing waits and nobody learns anything new. */
export const heal = async (world: World, order: readonly number[]): Promise<boolean> => {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let rest = true;
    for (const index of order.filter((one) => one < world.phones.length)) {
      const { event, problem } = await phoneOf(world, index).exchange();
      if (event.type !== 'answered' || event.more || problem !== undefined) rest = false;
    }
    if (rest && round > 0 && world.phones.every((phone) => phone.store().waiting() === 0)) return true;
  }
  return false;
};
