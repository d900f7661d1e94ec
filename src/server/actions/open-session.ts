/** What opens when somebody has shown who they are: a session, whose token only the browser gets, and the keys of the device. */
import type { Account, Deps, Owner } from './ports.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A phone may be without a network for a week or a month; its work waits, and a sign-in sends it. */
export const SESSION_IDLE_MS = 7 * DAY_MS;
export const SESSION_MS = 30 * DAY_MS;

/** Where a session is opened. */
export interface Place {
  readonly device: string;
  readonly slot: string;
  /** Which browser on which system, so that its owner knows it again. */
  readonly label: string;
}

export interface SignedIn {
  readonly account: Account;
  readonly token: string;
  /** Given once to a person on a device. */
  readonly replicaSecret: string | null;
  /** What the device left for whoever forgets the unlock secret; comes back at every sign-in. */
  readonly recoveryKey: string | null;
}

export const openSession = async (
  { storage, secrets, now }: Deps,
  account: Account,
  { device, slot, label }: Place,
): Promise<SignedIn> => {
  const owner: Owner = { device, person: account.person };
  const token = secrets.newToken();
  const created = now();
  await storage.sessions.sweep(created, created - SESSION_IDLE_MS);
  // One place is one session: an older one of the same slot would stand there as a strange place, and be of no use.
  await storage.sessions.endOfDevice(owner);
  await storage.sessions.add({
    tokenHash: secrets.hashToken(token),
    ...owner,
    slot,
    label,
    created,
    lastSeen: created,
    expires: created + SESSION_MS,
  });
  const replicaSecret = (await storage.deviceKeys.giveSecretOnce(owner, secrets.newToken())) ?? null;
  const recoveryKey = (await storage.deviceKeys.recoveryKey(owner)) ?? null;
  return { account, token, replicaSecret, recoveryKey };
};
