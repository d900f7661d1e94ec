/** A fault of a list in words: where it stands, counted as people count, what is wrong, and what was read there. */
import { s } from '#client/texts/screens.ts';

export interface Fault {
  /** A line of the text, "12", or a place in the JSON, "[3].communes[11]". */
  readonly at: string;
  readonly is: string;
  readonly value: string;
}

const placeWords = (at: string): string => {
  const { line, item, commune } = s().unitAdmin.list.places;
  const [, outer, inner] = /^\[(\d+)\](?:\.communes\[(\d+)\])?/u.exec(at) ?? [];
  if (outer === undefined) return line(at);
  return inner === undefined ? item(Number(outer) + 1) : commune(Number(outer) + 1, Number(inner) + 1);
};

/** A kind of fault that this version has no words for is told by its place alone. */
export const faultWords = ({ at, is, value }: Fault): string => {
  const { fault, otherFault } = s().unitAdmin.list;
  const known = new Map<string, string>(Object.entries(fault));
  return `${placeWords(at)}: ${known.get(is) ?? otherFault}${value === '' ? '' : ` (${value})`}`;
};
