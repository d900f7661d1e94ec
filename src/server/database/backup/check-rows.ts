/**
 * Looks whether rows agree with each other, as they pass in the order of tables.ts: the same eyes for a living database and
 * for a backup.
 *
 * - The digest of each scope is the sum over its registers; its sequence numbers differ and do not pass its head.
 * - What was taken from each replica has no gap, ends at its last number, and with its hash.
 * - Each audit entry's hash covers itself and the entry before.
 */
import { addDigests, digestOfRegister } from '#sync/digest.ts';
import { auditHash } from '../audit.ts';
import { readRegisters } from '../json-text.ts';
import type { Counts, See } from './backup-lines.ts';
import type { Cell } from './snapshot.ts';

export interface RowFault {
  readonly is:
    | 'digest-differs'
    | 'sequence-not-unique'
    | 'sequence-past-head'
    | 'register-past-record'
    | 'not-readable'
    | 'taken-gap'
    | 'taken-end'
    | 'no-replica'
    | 'audit-broken'
    | 'no-head';
  readonly scope: string;
  readonly detail: string;
}

export interface CheckedRows {
  readonly rows: Counts;
  readonly scopes: number;
  readonly faults: readonly RowFault[];
  /** Also those of which no more is said. */
  readonly faultCount: number;
}

const MAX_FAULTS = 50;

interface ScopeSum {
  readonly seq: number;
  readonly digest: number;
  sum: number;
  lastSeq: number;
}

interface ReplicaSum {
  readonly n: number;
  readonly h: number;
  readonly hasWholeChain: boolean;
  /** The last that was seen. */
  taken: { readonly n: number; readonly h: number } | undefined;
}

/** The first version kept no chain; what its replicas do since is chained (migrations/20261122-finish-sync.ts). */
const FIRST_VERSION_TOKEN = '000000000000';

type Row = (name: string) => Cell;

export const createRowChecker = () => {
  const rows: Record<string, number> = {};
  const faults: RowFault[] = [];
  let faultCount = 0;
  const scopes = new Map<string, ScopeSum>();
  const replicas = new Map<string, ReplicaSum>();
  let audit = { scope: '', n: 0, hash: '' };

  const say = (is: RowFault['is'], scope: string, detail: string): void => {
    faultCount += 1;
    if (faults.length < MAX_FAULTS) faults.push({ is, scope, detail });
  };

  const seeHead = (row: Row): void => {
    scopes.set(text(row('scope')), { seq: Number(row('seq')), digest: Number(row('dig')), sum: 0, lastSeq: 0 });
  };

  const seeReplica = (row: Row): void => {
    const key = `${text(row('scope'))}|${text(row('alias'))}`;
    const hasWholeChain = text(row('replica')) !== FIRST_VERSION_TOKEN;
    replicas.set(key, { n: Number(row('last_n')), h: Number(row('last_h')), hasWholeChain, taken: undefined });
  };

  const seeRecord = (row: Row): void => {
    const [name, table, id, seq] = [text(row('scope')), text(row('tbl')), text(row('id')), Number(row('seq'))];
    const scope = scopes.get(name);
    if (scope === undefined) return say('no-head', name, `${table} ${id}`);
    if (seq === scope.lastSeq) say('sequence-not-unique', name, String(seq));
    if (seq > scope.seq) say('sequence-past-head', name, `${String(seq)} > ${String(scope.seq)}`);
    scope.lastSeq = seq;
    const registers = registersOf(text(row('regs')));
    if (registers === undefined) return say('not-readable', name, `${table} ${id}`);
    for (const [field, register] of Object.entries(registers)) {
      const [value, ms, ctr, alias, at] = register;
      if (at > seq) say('register-past-record', name, `${table} ${id} ${field}`);
      scope.sum = addDigests(scope.sum, digestOfRegister(table, id, field, [value, ms, ctr, alias]));
    }
  };

  const seeTaken = (row: Row): void => {
    const [scope, alias, n] = [text(row('scope')), text(row('alias')), Number(row('n'))];
    const replica = replicas.get(`${scope}|${alias}`);
    if (replica === undefined) return say('no-replica', scope, `${alias}: ${String(n)}`);
    const before = replica.taken?.n ?? (replica.hasWholeChain ? 0 : n - 1);
    if (n !== before + 1) say('taken-gap', scope, `${alias}: ${String(before)} → ${String(n)}`);
    replica.taken = { n, h: Number(row('h')) };
  };

  const seeAudit = (row: Row): void => {
    const [scope, n] = [text(row('scope')), Number(row('n'))];
    const before = audit.scope === scope ? audit : { n: 0, hash: '' };
    const entry = {
      at: Number(row('at')),
      person: text(row('person')),
      device: text(row('device')),
      what: text(row('what')),
      object: text(row('object')),
      result: text(row('result')),
    };
    const hash = auditHash(before.hash, scope, n, entry);
    if (n !== before.n + 1 || row('previous') !== before.hash || row('hash') !== hash)
      say('audit-broken', scope, String(n));
    audit = { scope, n, hash: text(row('hash')) };
  };

  const eyes: Readonly<Record<string, (row: Row) => void>> = {
    scope_head: seeHead,
    dev: seeReplica,
    rec: seeRecord,
    taken: seeTaken,
    audit: seeAudit,
  };

  const see: See = (table, columns, cells) => {
    rows[table] = (rows[table] ?? 0) + 1;
    eyes[table]?.((name) => cells[columns.indexOf(name)] ?? null);
  };

  const end = (): CheckedRows => {
    for (const [name, { digest, sum }] of scopes)
      if (digest !== sum) say('digest-differs', name, `${String(sum)} ≠ ${String(digest)}`);
    for (const [key, { n, h, hasWholeChain, taken }] of replicas) {
      const [scope = '', alias = ''] = key.split('|');
      const last = taken ?? (hasWholeChain ? { n: 0, h: 0 } : { n, h });
      if (last.n !== n || last.h !== h) say('taken-end', scope, `${alias}: ${String(last.n)} ≠ ${String(n)}`);
    }
    return { rows, scopes: scopes.size, faults, faultCount };
  };

  return { see, end };
};

const text = (cell: Cell): string => String(cell ?? '');

const registersOf = (json: string) => {
  try {
    return readRegisters(json);
  } catch {
    return undefined;
  }
};
