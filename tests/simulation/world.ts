/** One server, a few devices and bad links between them, and the things that can happen to them. */
import fc from 'fast-check';
import type { Scope } from '#domain/scope.ts';
import type { IncomingOperation } from '#sync/merge.ts';
import { ask, type Asked, createDevice, type Device, type DeviceFault, edit } from './device.ts';
import { exchange, readSome } from './link.ts';
import { answer, backUp, createServer, restore, type Server, type ServerFault, type ServerScope } from './server.ts';

export const scopes = ['commune-1/work', 'commune-2/work'] as const satisfies readonly Scope[];

/** A question on its way, and its answer once the server has heard it. */
interface Flight {
  readonly device: Device;
  /** As it was asked: of every answer to it, one more is read. */
  readonly question: Asked;
  readonly asked: Asked;
  readonly lines: Generator<string, void> | undefined;
}

export interface World {
  readonly server: Server;
  readonly devices: readonly Device[];
  readonly flights: Flight[];
  backup: Map<Scope, ServerScope> | undefined;
  restores: number;
  now: number;
  /** Makes every written text a different one. */
  written: number;
}

export interface Faults {
  readonly server?: ServerFault;
  readonly device?: DeviceFault;
}

export const createWorld = (faults: Faults = {}, skews: readonly number[] = [0, 7_200_000, -300_000]): World => ({
  server: createServer(
    ({ operations }) =>
      operations.some(([, , , { place }]) => typeof place === 'string' && place.startsWith('refused'))
        ? { code: 'rights/forbidden' }
        : undefined,
    faults.server,
  ),
  devices: skews.map((skew, index) =>
    createDevice(`device-of-sample-${index}`, scopes, { maxBytes: 1_500 * (index + 1), skew, fault: faults.device }),
  ),
  flights: [],
  backup: undefined,
  restores: 0,
  now: 1_700_000_000_000,
  written: 0,
});

type Writing = 'title' | 'place' | 'refused place' | 'element' | 'no element' | 'delete' | 'undo' | 'long text';

export type Happening =
  | {
      readonly type: 'edit';
      readonly who: number;
      readonly scope: number;
      readonly writes: readonly { readonly record: number; readonly writing: Writing }[];
    }
  | { readonly type: 'exchange'; readonly who: number; readonly bytes: number }
  | { readonly type: 'ask'; readonly who: number }
  | { readonly type: 'deliver' | 'drop'; readonly flight: number }
  | { readonly type: 'read'; readonly flight: number; readonly lines: number }
  | { readonly type: 'time passes'; readonly ms: number }
  | { readonly type: 'back up' | 'restore' };

const writing = fc.constantFrom<Writing[]>(
  'title',
  'title',
  'place',
  'refused place',
  'element',
  'no element',
  'delete',
  'undo',
  'long text',
);
const who = fc.nat(2);
const flight = fc.nat(2);
const bytes = fc.oneof(fc.nat(600), fc.nat(6_000), fc.constant(Infinity));

const edits = fc.record({
  type: fc.constant('edit' as const),
  who,
  scope: fc.nat(1),
  writes: fc.uniqueArray(fc.record({ record: fc.nat(3), writing }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ record }) => record,
  }),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: edits, weight: 8 },
  { arbitrary: fc.record({ type: fc.constant('exchange' as const), who, bytes }), weight: 5 },
  { arbitrary: fc.record({ type: fc.constant('ask' as const), who }), weight: 2 },
  { arbitrary: fc.record({ type: fc.constant('deliver' as const), flight }), weight: 3 },
  { arbitrary: fc.record({ type: fc.constant('drop' as const), flight }), weight: 1 },
  { arbitrary: fc.record({ type: fc.constant('read' as const), flight, lines: fc.nat(40) }), weight: 3 },
  { arbitrary: fc.record({ type: fc.constant('time passes' as const), ms: fc.nat(200_000) }), weight: 2 },
  { arbitrary: fc.record({ type: fc.constantFrom('back up' as const, 'restore' as const) }), weight: 1 },
);

export const happenings = fc.array(happening, { minLength: 1, maxLength: 60, size: 'max' });

export const happen = (world: World, what: Happening): void => {
  world.now += 1;
  switch (what.type) {
    case 'edit': {
      const operations = what.writes.map((write) => operationOf(world, write));
      edit(deviceOf(world, what.who), scopes[what.scope] ?? scopes[0], operations, world.now);
      return;
    }
    case 'exchange':
      exchange(world.server, deviceOf(world, what.who), what.bytes, world.now);
      return;
    case 'ask': {
      const device = deviceOf(world, what.who);
      const question = ask(device, world.now);
      world.flights.push({ device, question, asked: structuredClone(question), lines: undefined });
      return;
    }
    case 'deliver':
      deliver(world, what.flight);
      return;
    case 'read': {
      const read = world.flights[what.flight];
      if (read?.lines === undefined) return;
      const alive = readSome(read.device, read.asked, read.lines, what.lines, world.now);
      if (!alive) world.flights.splice(what.flight, 1);
      return;
    }
    case 'drop':
      world.flights.splice(what.flight, 1);
      return;
    case 'time passes':
      world.now += what.ms;
      return;
    case 'back up':
      world.backup = backUp(world.server);
      return;
    case 'restore':
      if (world.backup === undefined) return;
      world.restores += 1;
      restore(world.server, world.backup, `after restore ${world.restores}`);
  }
};

/** The server hears a question; one that it heard before is heard again, and both answers are under way. */
const deliver = (world: World, index: number): void => {
  const heard = world.flights[index];
  if (heard === undefined) return;
  const lines = answer(world.server, heard.question.lines, world.now);
  const again = { ...heard, asked: structuredClone(heard.question), lines };
  if (heard.lines === undefined) world.flights[index] = again;
  else world.flights.push(again);
};

const deviceOf = ({ devices }: World, index: number): Device => {
  const device = devices[index % devices.length];
  if (device === undefined) throw new Error('a world without devices');
  return device;
};

const operationOf = (
  world: World,
  { record, writing: kind }: { readonly record: number; readonly writing: Writing },
): IncomingOperation => {
  world.written += 1;
  const table = record % 2 === 0 ? 'activity' : 'reading';
  return { table, id: `sample-${record}`, values: { $c: true, ...valuesOf(kind, world.written) } };
};

const valuesOf = (kind: Writing, written: number): IncomingOperation['values'] => {
  switch (kind) {
    case 'title':
      return { title: `lễ phát động ${written}` };
    case 'place':
      return { place: `nhà văn hóa ${written}` };
    case 'refused place':
      return { place: `refused ${written}` };
    case 'element':
      return { 'tasks/sample': true };
    case 'no element':
      return { 'tasks/sample': null };
    case 'delete':
      return { $d: true };
    case 'undo':
      return { $d: false };
    case 'long text':
      return { narrative: `${written} ${'tuyên truyền bình đẳng giới; '.repeat(400)}` };
  }
};

/** Every device exchanges until nothing is left to send or read; whether that came to an end. */
export const heal = (world: World, bytesOfLink = Infinity, rounds = 400): boolean => {
  world.flights.length = 0;
  let quiet = 0;
  for (let round = 0; round < rounds && quiet < 2; round += 1) {
    world.now += 1_000;
    const whole = world.devices.map((device) => exchange(world.server, device, bytesOfLink, world.now));
    const unsent = world.devices.some((device) =>
      [...device.scopes.values()].some(({ journal, ackN }) => journal.length > ackN),
    );
    quiet = whole.every(Boolean) && !unsent ? quiet + 1 : 0;
  }
  return quiet === 2;
};
