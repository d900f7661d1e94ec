/**
 * The registers as data: which fields each has, in the order of its form, and which of them name a row, date it and tell
 * of it in a list. Forms, lists, details and the pages of what was written are all made from this one description.
 * The file is long because the registers are read beside each other.
 */
import type { RegisterName } from '#domain/register-names.ts';
import type { Tables } from '#domain/tables.ts';
import {
  awards,
  commendationKinds,
  committeeRoles,
  documentKinds,
  funds,
  hotlineKinds,
  inspectionKinds,
  modelKinds,
  refugeKinds,
  services,
  sexes,
  trainingKinds,
  type Coded,
} from './register-codes.ts';
import { topics } from './topics.ts';

type Plain =
  | 'text'
  | 'long'
  | 'phone'
  | 'day'
  /** A day whose month or day may be missing. */
  | 'partial'
  | 'year'
  | 'count'
  | 'money'
  | 'yes'
  | 'agency'
  | 'partners'
  | 'plan'
  | 'tasks'
  | 'campaigns';

export type RegisterField<Name extends string = string> =
  | { readonly name: Name; readonly is: Plain; readonly sameAs?: Name }
  /** One of a list, or any of it. */
  | { readonly name: Name; readonly is: 'choice' | 'checks'; readonly codes: readonly Coded[] };

/** Fields that stand beside each other where there is room. */
export type Row<Name extends string = string> = readonly RegisterField<Name>[];

export interface Register<Name extends string = string> {
  readonly table: RegisterName;
  /** In the address. */
  readonly path: string;
  /** What a row is called by. */
  readonly title: Name;
  /** What a list tells of it, beside its days. */
  readonly about: readonly Name[];
  /** The days by which it belongs to years. `lasting`: it is there from the first to the last, and still is when there is no last. */
  readonly days: { readonly from: Name; readonly to?: Name; readonly lasting?: true };
  readonly main: readonly Row<Name>[];
  /** Folded away. */
  readonly more: readonly Row<Name>[];
}

type FieldsOf<T extends RegisterName> = (keyof Tables[T]['single'] | keyof Tables[T]['sets']) & string;

/** Only so that a field which its table does not have cannot be named. */
const register = <T extends RegisterName>(one: Register<FieldsOf<T>> & { readonly table: T }): Register => one;

const people = [
  { name: 'female', is: 'count' },
  { name: 'male', is: 'count' },
  { name: 'unrecorded', is: 'count' },
] as const;
const agencies = [[{ name: 'agency', is: 'agency' }], [{ name: 'partners', is: 'partners' }]] as const;
const links = [[{ name: 'campaigns', is: 'campaigns' }], [{ name: 'tasks', is: 'tasks' }]] as const;
const note = [{ name: 'note', is: 'long' }] as const;
const existence = [
  { name: 'founded', is: 'partial' },
  { name: 'ended', is: 'partial' },
] as const;
const standing = { from: 'founded', to: 'ended', lasting: true } as const;
const days = [
  { name: 'from', is: 'day' },
  { name: 'to', is: 'day', sameAs: 'from' },
] as const;

export const registers: readonly Register[] = [
  register<'model'>({
    table: 'model',
    path: 'mo-hinh',
    title: 'title',
    about: ['kind', 'place'],
    days: standing,
    main: [
      [{ name: 'title', is: 'text' }],
      [{ name: 'kind', is: 'choice', codes: modelKinds }],
      [{ name: 'place', is: 'text' }],
      existence,
      people,
      [{ name: 'minority', is: 'count' }],
      [
        { name: 'meetings', is: 'count' },
        { name: 'countedIn', is: 'year' },
      ],
    ],
    more: [...agencies, ...links, note],
  }),
  register<'refuge'>({
    table: 'refuge',
    path: 'dia-chi-tin-cay',
    title: 'title',
    about: ['kind', 'place', 'phone'],
    days: standing,
    main: [
      [{ name: 'title', is: 'text' }],
      [{ name: 'kind', is: 'choice', codes: refugeKinds }],
      [{ name: 'place', is: 'text' }],
      [
        { name: 'phone', is: 'phone' },
        { name: 'hours', is: 'text' },
      ],
      [{ name: 'services', is: 'checks', codes: services }],
      [{ name: 'capacity', is: 'count' }],
      existence,
    ],
    more: [...agencies, note],
  }),
  register<'hotline'>({
    table: 'hotline',
    path: 'duong-day-nong',
    title: 'title',
    about: ['phone', 'hours', 'kind'],
    days: standing,
    main: [
      [{ name: 'title', is: 'text' }],
      [
        { name: 'phone', is: 'phone' },
        { name: 'hours', is: 'text' },
      ],
      [{ name: 'kind', is: 'choice', codes: hotlineKinds }],
      [{ name: 'answers', is: 'text' }],
      [{ name: 'services', is: 'checks', codes: services }],
    ],
    more: [existence, ...agencies, note],
  }),
  register<'inspection'>({
    table: 'inspection',
    path: 'kiem-tra',
    title: 'title',
    about: ['kind', 'inspected'],
    days: { from: 'from', to: 'to' },
    main: [
      [{ name: 'title', is: 'text' }],
      [{ name: 'kind', is: 'choice', codes: inspectionKinds }],
      days,
      [{ name: 'inspected', is: 'text' }],
      [{ name: 'findings', is: 'long' }],
      [{ name: 'followUp', is: 'long' }],
      [
        { name: 'followUpBy', is: 'day' },
        { name: 'followedUpOn', is: 'day' },
      ],
    ],
    more: [[{ name: 'place', is: 'text' }], [{ name: 'decision', is: 'text' }], ...agencies, ...links, note],
  }),
  register<'training'>({
    table: 'training',
    path: 'tap-huan',
    title: 'title',
    about: ['kind', 'host', 'place'],
    days: { from: 'from', to: 'to' },
    main: [
      [{ name: 'title', is: 'text' }],
      [{ name: 'kind', is: 'choice', codes: trainingKinds }],
      days,
      [{ name: 'host', is: 'text' }],
      [{ name: 'place', is: 'text' }],
      people,
      [
        { name: 'minority', is: 'count' },
        { name: 'invited', is: 'count' },
      ],
    ],
    more: [
      [{ name: 'topics', is: 'checks', codes: topics }],
      [{ name: 'decision', is: 'text' }],
      [
        { name: 'cost', is: 'money' },
        { name: 'costSource', is: 'text' },
      ],
      ...agencies,
      ...links,
      note,
    ],
  }),
  register<'commendation'>({
    table: 'commendation',
    path: 'khen-thuong',
    title: 'title',
    about: ['award', 'kind', 'decidedBy'],
    days: { from: 'proposedOn', to: 'decidedOn' },
    main: [
      [{ name: 'title', is: 'text' }],
      [{ name: 'kind', is: 'choice', codes: commendationKinds }],
      [{ name: 'award', is: 'choice', codes: awards }],
      [{ name: 'merit', is: 'long' }],
      [
        { name: 'proposer', is: 'text' },
        { name: 'proposedOn', is: 'day' },
      ],
      [
        { name: 'decidedBy', is: 'text' },
        { name: 'decidedOn', is: 'day' },
      ],
      [{ name: 'decision', is: 'text' }],
    ],
    more: [
      [{ name: 'person', is: 'text' }],
      [{ name: 'consent', is: 'yes' }],
      [{ name: 'sex', is: 'choice', codes: sexes }],
      [{ name: 'cost', is: 'money' }],
      ...agencies,
      ...links,
      note,
    ],
  }),
  register<'difficulty'>({
    table: 'difficulty',
    path: 'vuong-mac',
    title: 'difficulty',
    about: ['sentTo'],
    days: { from: 'raisedOn', to: 'answeredOn' },
    main: [
      [{ name: 'difficulty', is: 'long' }],
      [{ name: 'raisedOn', is: 'day' }],
      [
        { name: 'sentTo', is: 'text' },
        { name: 'via', is: 'text' },
      ],
      [{ name: 'answer', is: 'long' }],
      [
        { name: 'answeredBy', is: 'text' },
        { name: 'answeredOn', is: 'day' },
      ],
    ],
    more: [[{ name: 'plan', is: 'plan' }], ...agencies, ...links, note],
  }),
  register<'committee-member'>({
    table: 'committee-member',
    path: 'ban-vstbpn',
    title: 'office',
    about: ['role', 'agency', 'person'],
    days: { from: 'from', to: 'to', lasting: true },
    main: [
      [{ name: 'office', is: 'text' }],
      [{ name: 'role', is: 'choice', codes: committeeRoles }],
      [{ name: 'agency', is: 'agency' }],
      [{ name: 'duties', is: 'long' }],
      [{ name: 'sex', is: 'choice', codes: sexes }],
      [
        { name: 'from', is: 'day' },
        { name: 'to', is: 'day' },
      ],
      [{ name: 'decision', is: 'text' }],
    ],
    more: [[{ name: 'person', is: 'text' }], [{ name: 'consent', is: 'yes' }], [{ name: 'phone', is: 'phone' }], note],
  }),
  register<'document'>({
    table: 'document',
    path: 'van-ban',
    title: 'subject',
    about: ['kind', 'number', 'issuer'],
    days: { from: 'date' },
    main: [
      [{ name: 'kind', is: 'choice', codes: documentKinds }],
      [
        { name: 'number', is: 'text' },
        { name: 'date', is: 'partial' },
      ],
      [{ name: 'subject', is: 'text' }],
      [{ name: 'issuer', is: 'text' }],
    ],
    more: [[{ name: 'recipients', is: 'long' }], [{ name: 'plan', is: 'plan' }], ...agencies, ...links, note],
  }),
  register<'budget-line'>({
    table: 'budget-line',
    path: 'kinh-phi',
    title: 'title',
    about: ['fund'],
    days: { from: 'year' },
    main: [
      [{ name: 'title', is: 'text' }],
      [
        { name: 'year', is: 'year' },
        { name: 'fund', is: 'choice', codes: funds },
      ],
      [
        { name: 'estimate', is: 'money' },
        { name: 'estimatedOn', is: 'day' },
      ],
      [
        { name: 'appraised', is: 'money' },
        { name: 'appraisedOn', is: 'day' },
      ],
      [
        { name: 'approved', is: 'money' },
        { name: 'approvedOn', is: 'day' },
      ],
      [
        { name: 'settled', is: 'money' },
        { name: 'settledOn', is: 'day' },
      ],
      [{ name: 'reason', is: 'text' }],
    ],
    more: [
      [{ name: 'fundedBy', is: 'text' }],
      [{ name: 'decision', is: 'text' }],
      [{ name: 'agency', is: 'agency' }],
      [{ name: 'plan', is: 'plan' }],
      ...links,
      note,
    ],
  }),
];

export const registerAt = (path: string): Register | undefined => registers.find((one) => one.path === path);
export const registerOf = (table: string): Register | undefined => registers.find((one) => one.table === table);

/** Every field of a register, in the order of its form. */
export const fieldsOf = (one: Pick<Register, 'main' | 'more'>): readonly RegisterField[] => [
  ...one.main.flat(),
  ...one.more.flat(),
];
