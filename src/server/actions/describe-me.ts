/** A person as their own device knows them: role, unit, and the scopes that the device keeps. */
import type { Actor } from '#domain/rights.ts';
import { scopesReadBy } from '#domain/scopes-read.ts';
import type { Role } from '#domain/records/unit.ts';
import type { Scope } from '#domain/scope.ts';
import type { Account, Clock } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface Me {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: Role;
  readonly unit: string;
  readonly agency: string;
  readonly scopes: readonly Scope[];
}

export const actorOf = ({ unit, role, agency }: Account): Actor => ({
  unit,
  role,
  agency: agency === '' ? undefined : agency,
});

export const describeMe =
  (deps: { readonly readUnits: () => Promise<Units>; readonly now: Clock }) =>
  async (account: Account): Promise<Me> => {
    const { person, name, title, role, unit, agency } = account;
    const units = await deps.readUnits();
    const scopes = scopesReadBy({ unit, role }, units.lines, dayOf(units, unit, deps.now()));
    return { id: person, name, title, role, unit, agency, scopes };
  };
