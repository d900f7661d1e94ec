/** What opens an empty server, and what comes of it. */
import type { Role } from '#domain/records/unit.ts';

export type SetUpRequest =
  /** `year`: with a whole year of the commune's work. */
  | { readonly code: string; readonly sample: true | 'year' }
  | {
      readonly code: string;
      readonly unit: { readonly name: string; readonly kind: string };
      readonly person: { readonly name: string; readonly signIn: string };
    };

/** An account just made; its password is shown once and stored nowhere in clear. */
export interface NewAccount {
  readonly role: Role;
  readonly unit: string;
  readonly agency: string;
  readonly name: string;
  readonly signIn: string;
  readonly password: string;
}
