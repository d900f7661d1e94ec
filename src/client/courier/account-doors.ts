/** The server's doors to accounts: one's own, and those of a unit for whoever administrates it. Fetched when asked. */
import * as v from 'valibot';
import { Role } from '#domain/records/unit.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Ask } from './server-api.ts';

const Place = v.object({
  device: v.string(),
  label: v.string(),
  since: v.number(),
  lastSeen: v.number(),
  own: v.boolean(),
});
/** Where somebody is signed in. `label` is browser and system, "" if unknown; moments are ms since 1970; `own`: it is this one. */
export type SignedInPlace = v.InferOutput<typeof Place>;

const Own = v.object({ signIn: v.string(), places: v.array(Place) });
export type OwnAccount = v.InferOutput<typeof Own>;

const Person = v.object({
  id: v.string(),
  name: v.string(),
  title: v.string(),
  role: Role,
  agency: v.string(),
  signIn: v.string(),
  closed: v.boolean(),
  invitedUntil: v.nullable(v.number()),
  places: v.array(v.object({ label: v.string(), since: v.number(), lastSeen: v.number() })),
});
/** `agency` by id, "" for none; `invitedUntil` is ms since 1970, `null` without an open invitation. */
export type AccountSeen = v.InferOutput<typeof Person>;

const People = v.object({
  people: v.array(Person),
  agencies: v.array(v.object({ id: v.string(), name: v.string() })),
});
export type AccountsOfUnit = v.InferOutput<typeof People>;

const Code = v.object({ code: v.string(), expires: v.number() });
/** Shown once; the server keeps no copy of the code. */
export type Invited = v.InferOutput<typeof Code>;
const CodeOfNew = v.object({ ...Code.entries, signIn: v.string() });

const Trail = v.object({
  entries: v.array(
    v.object({
      n: v.number(),
      at: v.number(),
      person: v.string(),
      name: v.string(),
      what: v.string(),
      object: v.string(),
      result: v.string(),
    }),
  ),
  next: v.nullable(v.number()),
});
/** `name` is "" for the server itself and for who is unknown by now; `object` is an id or a code, "" for none. */
export type AuditSeen = v.InferOutput<typeof Trail>['entries'][number];
export type AuditPage = v.InferOutput<typeof Trail>;

export interface NewPerson {
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly unit: string;
  readonly agency: string;
  readonly signIn: string;
}

export interface Accounts {
  readonly own: () => Promise<Result<OwnAccount>>;
  /** Ends the person's other sessions. */
  readonly changePassword: (current: string, chosen: string) => Promise<Result<void>>;
  /** Of one of one's own devices; without one, of all but this. */
  readonly endSessions: (device?: string) => Promise<Result<void>>;
  readonly ofUnit: (unit: string) => Promise<Result<AccountsOfUnit>>;
  readonly add: (person: NewPerson) => Promise<Result<Invited & { readonly signIn: string }>>;
  readonly invite: (person: string) => Promise<Result<Invited>>;
  readonly endSessionsOf: (person: string) => Promise<Result<void>>;
  readonly setClosed: (person: string, closed: boolean) => Promise<Result<void>>;
  /** Newest first; older ones before the number that the page before gave. */
  readonly trail: (unit: string, before?: number) => Promise<Result<AuditPage>>;
}

export const accountDoors = (ask: Ask): Accounts => {
  const act = async (path: string, body: unknown): Promise<Result<void>> => {
    const done = await ask('POST', path, v.undefined(), body);
    return done.ok ? ok(undefined) : done;
  };
  const at = (person: string): string => `/people/${encodeURIComponent(person)}`;
  return {
    own: () => ask('GET', '/account', Own),
    changePassword: (current, chosen) => act('/account/password', { current, chosen }),
    endSessions: (device) => act('/account/sessions/end', device === undefined ? {} : { device }),
    ofUnit: (unit) => ask('GET', `/people?${new URLSearchParams({ unit }).toString()}`, People),
    add: (person) => ask('POST', '/people', CodeOfNew, person),
    invite: (person) => ask('POST', `${at(person)}/invitation`, Code, {}),
    endSessionsOf: (person) => act(`${at(person)}/sessions/end`, {}),
    trail: (unit, before) => {
      const query = new URLSearchParams({ unit, ...(before !== undefined && { before: String(before) }) });
      return ask('GET', `/audit?${query.toString()}`, Trail);
    },
    setClosed: (person, closed) => act(`${at(person)}/closed`, { closed }),
  };
};
