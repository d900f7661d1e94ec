/**
 * The hash chain over a replica's mutations: `h` of mutation n covers every mutation up to n.
 * Two phones that carry the same replica (a copied profile) part at the first mutation in which they differ.
 */
import type { Value } from '#domain/change.ts';
import { canonical } from './canonical.ts';
import { hash52 } from './digest.ts';
import type { Mutation } from './mutation.ts';

export const chainHash = (previous: number, mutation: Pick<Mutation, 'n' | 'ms' | 'ctr' | 'operations'>): number =>
  chainOver(previous, [mutation.n, mutation.ms, mutation.ctr, mutation.operations]);

/**
 * What a mutation says, whatever number it bears and whatever its author could have seen: a life that begins anew sends
 * again what it had, under new numbers.
 */
export const contentHash = ({ ms, ctr, operations }: Pick<Mutation, 'ms' | 'ctr' | 'operations'>): number =>
  hash52(canonical([ms, ctr, operations.map(([table, id, , values]): Value => [table, id, values])]));

/** The chain over `[n, ms, ctr, operations]` as a line has them, whatever their shape: also nonsense has its place in it. */
export const chainOver = (previous: number, content: Value): number => hash52(`${previous}:${canonical(content)}`);
