/** The way off a shared phone: only when nothing is unsent. The session ends on the server too, if it can be reached. */
import type { Problem } from '#domain/problem.ts';
import { fail, type Result } from '#domain/result.ts';
import type { Courier } from '#client/courier/courier.ts';
import type { ServerApi } from '#client/courier/server-api.ts';
import type { Device } from '#client/store/device.ts';
import type { Store } from '#client/store/store.ts';

export interface Leaving {
  readonly device: Pick<Device, 'forget'>;
  readonly api: Pick<ServerApi, 'signOut'>;
  readonly store: Store;
  readonly courier: Pick<Courier, 'stop'>;
  /** Closes the workbook on the screen. */
  readonly close: () => void;
}

/** What was refused is unsent as well: it stands nowhere but here. */
const unsentIn = (store: Store): number => store.waiting() + store.refused().length;

export const leavePhone = async ({ device, api, store, courier, close }: Leaving): Promise<Result<void>> => {
  const unsent = (): Problem | undefined => {
    const count = unsentIn(store);
    return count > 0 ? { code: 'account/unsent', count } : undefined;
  };
  const before = unsent();
  if (before !== undefined) return fail(before);
  const { slot, person } = store;
  await courier.stop();
  // Something may have been saved while the last exchange ended: then the door is only locked.
  const meanwhile = unsent();
  close();
  if (meanwhile !== undefined) return fail(meanwhile);
  await store.close();
  const forgotten = await device.forget(slot);
  // Nobody waits for it: without a network the session ends by itself within a week, and no key is left to use it with.
  if (forgotten.ok) void api.signOut({ slot, person });
  return forgotten;
};
