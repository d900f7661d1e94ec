/** A new sealed store on an empty profile with its courier, and an exchange that is waited for. */
import type { Me } from '#client/store/shown.ts';
import { browserPorts, isOnline, reportBug, waitFor } from '#client/courier/browser-ports.ts';
import { createCourier, type Courier } from '#client/courier/courier.ts';
import { packLines } from '#client/courier/pack-lines.ts';
import { createServerApi } from '#client/courier/server-api.ts';
import { browserDevice, type Hears } from '#client/store/browser-device.ts';
import type { Store } from '#client/store/store.ts';
import type { Account, Exchanged } from './bench-page.ts';

const SECRET = 'không ai đoán được';

/** On an empty profile there is nothing that could be lost. */
const deaf: Hears = {
  onTrouble: reportBug,
  onHeldUp: () => undefined,
  onLost: () => {
    reportBug(new Error('the database was lost'));
  },
  onLifeboatFailure: reportBug,
};

export interface Opened {
  readonly me: Me;
  readonly store: Store;
  readonly courier: Courier;
}

export const opened = async ({ signIn, password }: Account): Promise<Opened> => {
  const device = await browserDevice(waitFor, reportBug, deaf);
  if (!device.ok) throw new Error(`no device: ${JSON.stringify(device.problem)}`);
  const api = createServerApi({ fetch: (path, init) => fetch(path, init), online: isOnline, pack: packLines });
  const slot = device.value.newSlot();
  const name = device.value.nameOf(slot);
  const signed = await api.signIn({ signIn, password, device: name, slot });
  if (!signed.ok) throw new Error(`not signed in: ${JSON.stringify(signed.problem)}`);
  const { me, replicaSecret } = signed.value;
  const person = { slot, me, signIn, replicaSecret: replicaSecret ?? undefined };
  const store = await device.value.create(person, SECRET);
  if (!store.ok) throw new Error(`no store: ${JSON.stringify(store.problem)}`);
  const caller = { slot, person: me.id };
  const courier = createCourier(
    {
      ...browserPorts(slot),
      store: store.value,
      device: name,
      send: (lines, signal) => api.sync(caller, lines, signal),
    },
    undefined,
  );
  return { me, store: store.value, courier };
};

/** Asks, and waits until the courier rests; what went wrong is thrown. */
export const exchange = async ({ courier }: Pick<Opened, 'courier'>): Promise<Exchanged> => {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const forget = courier.onStatus((status) => {
      if (status.busy) return;
      forget();
      if (status.problem === undefined) resolve();
      else reject(new Error(`the exchange failed: ${JSON.stringify(status.problem)}`));
    });
    courier.ask();
  });
  return { ms: performance.now() - start };
};
