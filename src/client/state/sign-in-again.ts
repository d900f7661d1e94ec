/** Signing in again on a phone that has a workbook already: because its secret was forgotten, or its session has ended. */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { ServerApi, SignedIn } from '#client/courier/server-api.ts';
import { FACT, type Device, type Recovered } from '#client/store/device.ts';
import type { Store } from '#client/store/store.ts';
import type { Me } from './workbook.ts';

interface Again {
  readonly api: Pick<ServerApi, 'signIn' | 'signOut'>;
  readonly device: Device;
}

const otherPerson = fail<Problem>({ code: 'session/other-person' });

/** Opens the key file of a slot with the key that the server gives back after a sign-in by its owner, and nobody else. */
export const recoverSlot = async (
  { api, device }: Again,
  { slot, ...given }: { readonly slot: string; readonly signIn: string; readonly password: string },
): Promise<Result<{ readonly signed: SignedIn; readonly opened: Recovered }>> => {
  const answer = await api.signIn({ ...given, device: device.nameOf(slot), slot });
  if (!answer.ok) return answer;
  const { me, recoveryKey } = answer.value;
  const opened = recoveryKey === null ? otherPerson : await device.recover(slot, recoveryKey);
  if (opened.ok && opened.value.person === me.id) return ok({ signed: answer.value, opened: opened.value });
  await api.signOut({ slot, person: me.id });
  return otherPerson;
};

/** The same person as before, or nothing changes. */
export const renewSession = async (
  { api, device }: Again,
  store: Store,
  password: string,
): Promise<Result<{ readonly me: Me; readonly fileKey: string | undefined }>> => {
  const signIn = await store.facts.read(FACT.signIn);
  if (typeof signIn !== 'string') return fail<Problem>({ code: 'session/required' });
  const answer = await api.signIn({ signIn, password, device: device.nameOf(store.slot), slot: store.slot });
  if (!answer.ok) return answer;
  const { me, fileKey } = answer.value;
  if (me.id !== store.person) return otherPerson;
  const kept = await store.setMe(me);
  return kept.ok ? ok({ me, fileKey }) : kept;
};
