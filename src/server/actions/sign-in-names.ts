/** The name that a person signs in with: "Lan.Mẫu " and "lan.mau" are the same. */
import { fold } from '#domain/folding.ts';

export const signInKey = (typed: string): string =>
  typed
    .trim()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .map(fold)
    .filter((part) => part !== '')
    .join('.');

export const isSignInName = (key: string): boolean => /^[a-z0-9]+(?:\.[a-z0-9]+)*$/u.test(key) && key.length <= 60;
