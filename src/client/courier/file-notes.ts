/** What this workbook remembers of the files that it made, so that a reply finds where the device stood. Sealed. */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import type { AskedScope } from '#sync/reply-binding.ts';
import { FACT } from '#client/store/device.ts';
import type { Store } from '#client/store/store.ts';

const MAX_NOTES = 30;
const AskedScopeNote: v.GenericSchema<AskedScope> = v.object({
  scope: v.custom<Scope>((value) => typeof value === 'string' && isScope(value)),
  replica: v.string(),
  epoch: v.string(),
  done: v.number(),
  at: v.number(),
  inner: v.nullable(v.tuple([v.number(), v.number()])),
  gs: v.number(),
  firstN: v.number(),
  lastN: v.number(),
});
const FileNote = v.object({
  id: v.string(),
  madeAt: v.number(),
  changes: v.number(),
  /** When a reply was taken, if one was. */
  answeredAt: v.nullable(v.number()),
  scopes: v.array(AskedScopeNote),
});
export type FileNote = v.InferOutput<typeof FileNote>;

export interface FileNotes {
  /** The newest first. */
  readonly all: () => Promise<readonly FileNote[]>;
  readonly add: (note: FileNote) => Promise<void>;
  readonly answered: (id: string, at: number) => Promise<void>;
}

export const createFileNotes = ({ facts }: Pick<Store, 'facts'>): FileNotes => {
  const notesFrom = (kept: unknown): readonly FileNote[] => {
    const notes = v.safeParse(v.array(FileNote), kept);
    return notes.success ? notes.output : [];
  };
  return {
    all: async () => notesFrom(await facts.read(FACT.files)),
    add: (note) => facts.change(FACT.files, (kept) => [note, ...notesFrom(kept)].slice(0, MAX_NOTES)),
    answered: (id, at) =>
      facts.change(FACT.files, (kept) =>
        notesFrom(kept).map((note) => (note.id === id ? { ...note, answeredAt: at } : note)),
      ),
  };
};
