/** The file exchange of one open store, put together when somebody asks for it: fetched apart from the first load. */
import {
  createFileExchange,
  FILE_CHARS,
  type FileExchange,
  type FileExchangeDeps,
} from '#client/courier/file-exchange.ts';
import { createFileNotes } from '#client/courier/file-notes.ts';
import { createFileSeals } from '#client/store/file-seals.ts';
import type { Store } from '#client/store/store.ts';

export interface OpenFilesDeps extends Pick<FileExchangeDeps, 'device' | 'now' | 'deliver'> {
  readonly store: Store;
}

export const openFiles = ({ store, device, now, deliver }: OpenFilesDeps): FileExchange =>
  createFileExchange({
    store,
    device,
    now,
    deliver,
    fileChars: FILE_CHARS,
    seals: createFileSeals(store, device),
    notes: createFileNotes(store),
  });
