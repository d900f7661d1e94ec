/** Whether the browser has promised not to throw this origin's data away to make room; `undefined` where it cannot say. */

export interface Persistence {
  readonly read: () => Promise<boolean | undefined>;
  /** Asks for the promise; some browsers ask the person, most decide by themselves. */
  readonly ask: () => Promise<boolean | undefined>;
}

const unknown = (): undefined => undefined;

export const browserPersistence: Persistence = {
  read: async () => ('storage' in navigator ? navigator.storage.persisted().catch(unknown) : undefined),
  ask: async () => ('storage' in navigator ? navigator.storage.persist().catch(unknown) : undefined),
};
