/**
 * A device says, after a sign-in, that it lost data. Nobody can undo it here: it is written into the audit trail of the
 * person's unit, so that whoever looks after the phones learns of it. Codes and a count, nothing of what was lost.
 */
import { scopeOf } from '#domain/scope.ts';
import type { Account, Deps } from './ports.ts';

export const INCIDENTS = ['data-cleared', 'data-damaged'] as const;

export interface Incident {
  readonly account: Account;
  readonly device: string;
  readonly kind: (typeof INCIDENTS)[number];
  /** By the device's clock, ms since 1970. */
  readonly at: number;
  readonly unsent: number | null;
}

export const reportIncident = ({ storage, now }: Deps, incident: Incident): Promise<void> =>
  storage.audit.append(scopeOf(incident.account.unit, 'directory'), {
    at: now(),
    person: incident.account.person,
    device: incident.device,
    what: incident.kind,
    object: `at ${String(incident.at)}, unsent ${incident.unsent === null ? 'unknown' : String(incident.unsent)}`,
    result: 'done',
  });
