/**
 * The hash chain over a replica's mutations: `h` of mutation n covers every mutation up to n.
 * Two phones that carry the same replica (a copied profile) part at the first mutation in which they differ.
 */
import type { Value } from '#domain/change.ts';
import { canonical } from './canonical.ts';
import { hash52 } from './digest.ts';
import type { Mutation } from './mutation.ts';

export const chainHash = (previous: number, mutation: Omit<Mutation, 'h'>): number => {
  const content: Value = [mutation.n, mutation.ms, mutation.ctr, mutation.operations];
  return hash52(`${previous}:${canonical(content)}`);
};
