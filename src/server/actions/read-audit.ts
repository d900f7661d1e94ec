/**
 * The trail of a unit, newest first, for whoever audits or administrates it: who did what to what, and when. Ids and codes; never a
 * figure or what a record says. Names are those of today.
 */
import { fail, ok, type Result } from '#domain/result.ts';
import { relationOf } from '#domain/relations.ts';
import { mayReadAudit, type Actor } from '#domain/rights.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Clock, Secrets, StoredAuditEntry, Stores } from './ports.ts';
import { dayOf, type Units } from './units.ts';

export interface ReadAuditDeps {
  readonly storage: Pick<Stores, 'audit' | 'accounts'>;
  readonly secrets: Pick<Secrets, 'hashToken'>;
  readonly readUnits: () => Promise<Units>;
  readonly now: Clock;
}

/** `name` is the person's, "" for the command line and for who is unknown by now. */
export type AuditSeen = StoredAuditEntry & { readonly name: string };

export interface AuditPage {
  readonly entries: readonly AuditSeen[];
  /** Older ones are asked for with this; `null` when there are none. */
  readonly next: number | null;
}

const PAGE = 50;
/** Others are words: "command-line". */
const isDevice = (device: string): boolean => device.length >= 16;

export const readAudit =
  ({ storage, secrets, readUnits, now }: ReadAuditDeps) =>
  async (
    actor: Actor,
    { unit, before }: { readonly unit: string; readonly before: number },
  ): Promise<Result<AuditPage>> => {
    const units = await readUnits();
    const relation = relationOf(actor.unit, unit, units.lines, dayOf(units, actor.unit, now()));
    const problem = units.byId.has(unit) ? mayReadAudit(actor, relation) : ({ code: 'rights/not-found' } as const);
    if (problem !== undefined) return fail(problem);
    const found = await storage.audit.page(scopeOf(unit, 'directory'), before, PAGE + 1);
    const page = found.slice(0, PAGE);
    const people = [...new Set(page.map(({ person }) => person))];
    const names = new Map<string, string>();
    for (const person of people) names.set(person, (await storage.accounts.byPerson(person))?.name ?? '');
    return ok({
      entries: page.map(({ device, ...entry }) => ({
        ...entry,
        // Told apart, not told: by its name a device is known at the sync door.
        device: isDevice(device) ? secrets.hashToken(device).slice(0, 8) : device,
        name: names.get(entry.person) ?? '',
      })),
      next: found.length > PAGE ? (page.at(-1)?.n ?? null) : null,
    });
  };
