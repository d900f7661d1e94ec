/** The text of a list that somebody chose, and in which of the two shapes it is; nothing is guessed from what stands in it. */
import type { ListFormat } from '#domain/unit-list.ts';

export interface ListFile {
  readonly name: string;
  readonly size: number;
  readonly format: ListFormat;
  readonly text: string;
}

export type ListFileFault = 'badKind' | 'tooLarge' | 'unreadable';

/** What the server takes within JSON; the whole country's list is a third of it. */
const MAX_BYTES = 450 * 1024;

const formatOf = (name: string): ListFormat | undefined => {
  const ending = /\.(json|csv)$/iu.exec(name)?.[1]?.toLowerCase();
  return ending === 'json' || ending === 'csv' ? ending : undefined;
};

export const readListFile = async (file: File): Promise<ListFile | ListFileFault> => {
  const format = formatOf(file.name);
  if (format === undefined) return 'badKind';
  if (file.size > MAX_BYTES) return 'tooLarge';
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { name: file.name, size: file.size, format, text };
  } catch {
    // Another encoding, a stick that was pulled out, a file that a cloud has not fetched yet.
    return 'unreadable';
  }
};
