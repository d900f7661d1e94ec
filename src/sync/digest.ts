/**
 * A scope's digest: the sum, modulo 2^52, of a hash of each register. It says whether two copies are the same.
 *
 * - Adding is commutative and can be undone, so the digest follows each change without reading the rest.
 * - The hash finds accidents, not attackers: it is fast and synchronous, because it runs inside database
 *   transactions that any promise would end. Rights and TLS are what keeps attackers out.
 */
import { canonical } from './canonical.ts';
import type { Register } from './register.ts';

const MODULUS = 2 ** 52;

const mix = (hash: number, code: number, factor: number): number => Math.imul(hash ^ code, factor);
const finish = (hash: number): number => {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
};

/** A hash of `text` in 0 … 2^52 − 1: two 32-bit lanes over its UTF-16 code units (murmur's constants). */
export const hash52 = (text: string): number => {
  let low = 0x9e3779b1;
  let high = 0x7f4a7c15;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    low = mix(low, code, 0xcc9e2d51);
    low = (low << 13) | (low >>> 19);
    high = mix(high, code, 0x1b873593);
    high = (high << 15) | (high >>> 17);
  }
  const lowBits = finish(low ^ text.length);
  const highBits = finish(high ^ low) & 0xf_ffff;
  return highBits * 2 ** 32 + lowBits;
};

export const digestOfRegister = (table: string, id: string, field: string, register: Register): number => {
  const [value, ms, ctr, alias] = register;
  return hash52(`${table}|${id}|${field}|${ms}.${ctr}.${alias}|${canonical(value)}`);
};

export const addDigests = (a: number, b: number): number => (a + b) % MODULUS;
export const subtractDigest = (from: number, b: number): number => (from - b + MODULUS) % MODULUS;
