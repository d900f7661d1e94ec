/**
 * Opens an empty server: with the code that its console shows, to the sample workspace or to a first unit with its administrator.
 * Once anyone administrates it, the door is closed for good.
 */
import type { Problem } from '#domain/problem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { UNITS_SCOPE } from '#domain/scope.ts';
import { addPerson, addUnit, COMMAND_LINE, type Asker, type NewAccount } from './administration.ts';
import { newCredentials, writeSample, type SampleKind } from './create-sample.ts';
import { plainCode } from './plain-code.ts';
import type { Deps, Storage, Stores } from './ports.ts';
import { addressKey, forgive, startTry, type Key } from './slow-down.ts';

export interface SetUpRequest {
  readonly code: string;
  /** The sample workspace, with a whole year or without, if there is no `first`. */
  readonly sample: SampleKind;
  readonly first:
    | {
        readonly unit: { readonly name: string; readonly kind: string };
        readonly person: { readonly name: string; readonly signIn: string };
      }
    | undefined;
  readonly address: string;
}

export interface SetUpDeps extends Deps {
  /** As shown on the console; `undefined` when the server already had an administrator at its start. */
  readonly setUpCode: string | undefined;
}

const codeKey: Key = { key: 'set-up', free: 5 };
const byCode: Asker = { ...COMMAND_LINE, device: 'set-up' };

export const isSetUpNeeded = async (deps: Pick<Deps, 'storage'>): Promise<boolean> =>
  !(await deps.storage.accounts.anyAdministrator());

export const setUp =
  (deps: SetUpDeps) =>
  async ({ code, first, sample, address }: SetUpRequest): Promise<Result<readonly NewAccount[]>> => {
    const { storage, secrets, setUpCode } = deps;
    if (!(await isSetUpNeeded(deps))) return fail({ code: 'set-up/done-already' });

    const keys = [codeKey, addressKey(address)];
    const wait: Problem | undefined = await startTry(storage.slowDowns, keys, deps.now());
    if (wait !== undefined) return fail(wait);
    if (setUpCode === undefined || !secrets.isSame(plainCode(code), plainCode(setUpCode)))
      return fail({ code: 'set-up/wrong-code' });
    await forgive(storage.slowDowns, [codeKey], [addressKey(address)], deps.now());

    return first === undefined ? openSample(deps, sample) : openFirstUnit(deps, first);
  };

/** Locks the units' scope, so that of two people who hold the code only one opens the server. */
const once = async <T>(stores: Stores, open: () => Promise<Result<T>>): Promise<Result<T>> =>
  stores.ledger.change(UNITS_SCOPE, async () =>
    (await stores.accounts.anyAdministrator()) ? fail({ code: 'set-up/done-already' }) : open(),
  );

const openSample = async (deps: SetUpDeps, kind: SampleKind): Promise<Result<readonly NewAccount[]>> => {
  const credentials = await newCredentials(deps);
  return deps.storage.together((stores) => once(stores, () => writeSample(deps, stores, byCode, credentials, kind)));
};

const openFirstUnit = (
  deps: SetUpDeps,
  { unit, person }: NonNullable<SetUpRequest['first']>,
): Promise<Result<readonly NewAccount[]>> =>
  deps.storage.together((stores) =>
    once(stores, async () => {
      const within = { ...deps, storage: joined(stores) };
      const root = await addUnit(within, byCode, { ...unit, parent: undefined });
      if (!root.ok) return root;
      const made = await addPerson(within, byCode, {
        ...person,
        unit: root.value.id,
        agency: '',
        title: '',
        role: 'administrator',
      });
      return made.ok ? ok([made.value]) : made;
    }),
  );

/** What joins the transaction that is open. */
const joined = (stores: Stores): Storage => ({ ...stores, together: (work) => work(stores) });
