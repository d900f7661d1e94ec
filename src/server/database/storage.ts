/**
 * All stores over one database; within `together` they share one transaction. From outside, each question is asked with
 * patience, and what patience does not solve is thrown as a fault that the door knows how to answer.
 */
import type { Kysely } from 'kysely';
import { createAccounts } from './accounts.ts';
import { createAudit } from './audit.ts';
import { createDeviceKeys } from './device-keys.ts';
import { createFootings } from './footings.ts';
import { createInvitations } from './invitations.ts';
import { createLedger } from './ledger.ts';
import { createOutbox } from './outbox.ts';
import { createPersist, patient, type Patience, type Persist, type Way } from './patience.ts';
import { createReceipts } from './receipts.ts';
import type { Schema } from './schema.ts';
import { createSessions } from './sessions.ts';
import { createSlowDowns } from './slow-downs.ts';
import { unlessRefused } from './transaction.ts';

const createStores = (database: Kysely<Schema>) => ({
  ledger: createLedger(database),
  accounts: createAccounts(database),
  sessions: createSessions(database),
  invitations: createInvitations(database),
  deviceKeys: createDeviceKeys(database),
  slowDowns: createSlowDowns(database),
  audit: createAudit(database),
  footings: createFootings(database),
  receipts: createReceipts(database),
  outbox: createOutbox(database),
});
type Stores = ReturnType<typeof createStores>;

/** What is not named is one statement that writes: the way that repeats least. */
const ways: { readonly [Name in keyof Stores]: Readonly<Partial<Record<keyof Stores[Name], Way>>> } = {
  ledger: {
    change: 'transaction',
    head: 'harmless',
    page: 'harmless',
    record: 'harmless',
    recordsOf: 'harmless',
    replica: 'harmless',
    knows: 'harmless',
    waitingHeld: 'harmless',
    refusals: 'harmless',
    history: 'harmless',
  },
  accounts: {
    byPerson: 'harmless',
    bySignIn: 'harmless',
    ofUnit: 'harmless',
    all: 'harmless',
    anyAdministrator: 'harmless',
  },
  sessions: {
    find: 'harmless',
    ofPerson: 'harmless',
    touch: 'harmless',
    end: 'harmless',
    endOfPerson: 'harmless',
    endOfDevice: 'harmless',
    endOthers: 'harmless',
    sweep: 'harmless',
  },
  invitations: { find: 'harmless', drop: 'harmless' },
  deviceKeys: {
    recoveryKey: 'harmless',
    saveRecoveryKey: 'harmless',
    secretOf: 'harmless',
    firstFileKey: 'harmless',
    fileKey: 'harmless',
  },
  slowDowns: { change: 'transaction', sweep: 'harmless' },
  audit: { append: 'transaction', page: 'harmless' },
  footings: { of: 'harmless', latest: 'harmless', note: 'harmless', close: 'harmless' },
  receipts: { find: 'harmless', last: 'harmless', heldOf: 'harmless', presentOf: 'harmless' },
  outbox: { waiting: 'harmless', sources: 'harmless', sent: 'harmless' },
};

const persistent = <Store extends object>(
  store: Store,
  wayOf: Readonly<Partial<Record<keyof Store, Way>>>,
  persist: Persist,
): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      const way = Object.entries<Way | undefined>(wayOf).find(([known]) => known === name)?.[1] ?? 'statement';
      return (...args: readonly unknown[]) =>
        persist(way, async (): Promise<unknown> => Reflect.apply(method, undefined, args));
    },
  });

export const createStorage = (database: Kysely<Schema>, patience: Patience = patient) => {
  const persist = createPersist(patience);
  const stores = createStores(database);
  return {
    ledger: persistent(stores.ledger, ways.ledger, persist),
    accounts: persistent(stores.accounts, ways.accounts, persist),
    sessions: persistent(stores.sessions, ways.sessions, persist),
    invitations: persistent(stores.invitations, ways.invitations, persist),
    deviceKeys: persistent(stores.deviceKeys, ways.deviceKeys, persist),
    slowDowns: persistent(stores.slowDowns, ways.slowDowns, persist),
    audit: persistent(stores.audit, ways.audit, persist),
    footings: persistent(stores.footings, ways.footings, persist),
    receipts: persistent(stores.receipts, ways.receipts, persist),
    outbox: persistent(stores.outbox, ways.outbox, persist),
    /** A problem that comes back undoes what was written before it, like a bug that is thrown. */
    together: <T>(work: (stores: Stores) => Promise<T>, way: Way = 'transaction'): Promise<T> =>
      persist(way, () => unlessRefused(database, (transaction) => work(createStores(transaction)), isProblem)),
  };
};

const isProblem = (done: unknown): boolean =>
  typeof done === 'object' && done !== null && 'ok' in done && done.ok === false;
