/** Where in the registers an address stands: a register, one of its rows, a form. One lazy screen answers for all of them. */
import { registerAt, type Register } from '#catalogue/registers.ts';

export interface Place {
  readonly register: Register;
  readonly shows: 'list' | 'row' | 'form';
  /** Absent for the list and for a new row. */
  readonly id: string | undefined;
}

export const ROOT = '/so';
export const NEW = 'moi';
export const EDIT = 'sua';

/** `undefined` where there is no such register, or no such page of it. */
export const placeAt = (rest: string): Place | undefined => {
  const [path = '', id, action, ...beyond] = rest.split('/').filter(Boolean);
  const register = registerAt(path);
  if (register === undefined || beyond.length > 0) return undefined;
  if (id === undefined) return { register, shows: 'list', id };
  if (id === NEW) return action === undefined ? { register, shows: 'form', id: undefined } : undefined;
  if (action === undefined) return { register, shows: 'row', id };
  return action === EDIT ? { register, shows: 'form', id } : undefined;
};

export const listHref = ({ path }: Register): string => `${ROOT}/${path}`;
export const rowHref = (register: Register, id: string): string => `${listHref(register)}/${id}`;
export const newHref = (register: Register): string => `${listHref(register)}/${NEW}`;
export const editHref = (register: Register, id: string): string => `${rowHref(register, id)}/${EDIT}`;
