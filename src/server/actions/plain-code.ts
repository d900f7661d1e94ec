/** As it is read from paper or a console and typed on a phone: case, spaces and dashes do not matter. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/gu, '');
