/**
 * Which registers of a row the device has sent itself, exactly so, and still holds: they are named and not
 * sent back.
 * A stamp and an alias belong to one mutation alone; what the server stamped anew, or composed anew, is not an echo.
 */
import { canonical } from '#sync/canonical.ts';
import type { Mutation } from '#sync/mutation.ts';
import type { EchoOf } from '#sync/row-form.ts';

const stampOf = (ms: number, ctr: number): string => `${String(ms)}.${String(ctr)}`;

export const echoesOf = (alias: number, mutations: readonly Mutation[]): EchoOf => {
  const byStamp = new Map(mutations.map((mutation) => [stampOf(mutation.ms, mutation.ctr), mutation]));
  return ({ table, id }, field, [value, ms, ctr, writer]) => {
    const mutation = writer === alias ? byStamp.get(stampOf(ms, ctr)) : undefined;
    const sent = mutation?.operations.find((operation) => operation[0] === table && operation[1] === id)?.[3];
    if (mutation === undefined || sent === undefined || !Object.hasOwn(sent, field)) return undefined;
    const own = sent[field] ?? null;
    return own === value || canonical(own) === canonical(value) ? mutation.n : undefined;
  };
};
