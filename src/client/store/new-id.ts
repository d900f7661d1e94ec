/** The name of a new record. */
export { newId } from '#client/vault/bytes.ts';
