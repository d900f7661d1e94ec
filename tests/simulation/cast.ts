/** Who is in the simulation: invented units, people and their devices. */
import type { Change } from '#domain/change.ts';
import type { Role } from '#domain/records/unit.ts';
import { scopeOf, UNITS_SCOPE, type Scope } from '#domain/scope.ts';

export const COMMUNE = 'xa-mau';
export const WARD = 'phuong-mau';

export const FIRST_AGENCY = 'agency-1';
export const SECOND_AGENCY = 'agency-2';
/** A measure whose figures may stand in no synced compartment. */
export const GUARDED_MEASURE = 'measure-guarded';

export interface PersonInCast {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  readonly agency: string;
}

export const people: readonly PersonInCast[] = [
  { person: 'lan-mau', name: 'Lan Mẫu', role: 'officer', unit: COMMUNE, agency: FIRST_AGENCY },
  { person: 'binh-mau', name: 'Bình Mẫu', role: 'recorder', unit: COMMUNE, agency: SECOND_AGENCY },
  { person: 'minh-mau', name: 'Minh Mẫu', role: 'officer', unit: COMMUNE, agency: FIRST_AGENCY },
  { person: 'hoa-mau', name: 'Hoa Mẫu', role: 'supervisor', unit: WARD, agency: FIRST_AGENCY },
];

/** Lan works on two devices; Minh is sent to and fro. */
export const phones: readonly { readonly name: string; readonly person: string }[] = [
  { name: 'lan-1', person: 'lan-mau' },
  { name: 'lan-2', person: 'lan-mau' },
  { name: 'binh', person: 'binh-mau' },
  { name: 'minh', person: 'minh-mau' },
  { name: 'hoa', person: 'hoa-mau' },
];

export const SENT_TO_AND_FRO = 'minh-mau';

/** Where Minh may find himself one morning: at the other unit, or with rights to no work at all. */
export const posts: readonly { readonly unit: string; readonly role: Role }[] = [
  { unit: COMMUNE, role: 'officer' },
  { unit: WARD, role: 'officer' },
  { unit: COMMUNE, role: 'administrator' },
];

const unit = (id: string, name: string, kind: string): Change => ({
  table: 'unit',
  id,
  values: { $c: true, name, kind },
});

/** What the server has written before the story begins. */
export const beginnings: readonly { readonly scope: Scope; readonly changes: readonly Change[] }[] = [
  {
    scope: UNITS_SCOPE,
    changes: [unit(COMMUNE, 'Xã Mẫu', 'xã'), unit(WARD, 'Phường Mẫu', 'phường')],
  },
  ...[COMMUNE, WARD].map((id) => ({
    scope: scopeOf(id, 'issued'),
    changes: [
      {
        table: 'measure' as const,
        id: GUARDED_MEASURE,
        values: {
          $c: true,
          plan: 'plan-1',
          indicator: 'indicator-1',
          title: 'Số vụ được báo',
          kind: 'count',
          better: 'none',
          source: 'own-register',
          order: 'a',
          guarded: true,
        },
      },
    ],
  })),
  ...[COMMUNE, WARD].map((id) => ({
    scope: scopeOf(id, 'directory'),
    changes: [
      {
        table: 'agency' as const,
        id: `${id}-${FIRST_AGENCY}`,
        values: { $c: true, unit: id, name: 'Ủy ban nhân dân' },
      },
    ],
  })),
];
