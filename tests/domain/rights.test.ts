import { describe, expect, test } from 'vitest';
import type { Role } from '#domain/records/unit.ts';
import type { Activity } from '#domain/records/activity.ts';
import type { Reading } from '#domain/records/measure.ts';
import {
  compartmentsRead,
  mayAdminister,
  mayCall,
  mayMoveSampleDay,
  mayRead,
  mayWrite,
  mayWriteAll,
  type Relation,
  type Write,
} from '#domain/rights.ts';
import type { RouteName } from '#domain/rights-table.ts';
import { scopesReadBy } from '#domain/scopes-read.ts';
import { registerNames } from '#domain/register-names.ts';
import { scopeOf, UNITS_SCOPE } from '#domain/scope.ts';
import { tablesOfCompartment, type Compartment } from '#domain/tables.ts';

const relations = ['own', 'predecessor', 'parent', 'above', 'child', 'below', 'sibling', 'elsewhere'] as const;
/** What a recorder keeps for the own agency; the committee and the budget are the whole unit's. Literal on purpose, as the table below. */
const ofAgencies: readonly string[] = [
  'activity',
  'reading',
  'model',
  'refuge',
  'hotline',
  'inspection',
  'training',
  'commendation',
  'difficulty',
  'document',
];
const compartments = ['work', 'issued', 'inbox', 'directory'] as const;

/**
 * Literal on purpose: each cell is what may be done in work, issued, inbox, directory.
 * w = write (and keep), o = write what the own agency leads or coordinates, r = keep on the device, d = read on demand,
 * - = known and forbidden (403), . = not found (404).
 */
const expected: Record<Role, Record<(typeof relations)[number], string>> = {
  recorder: {
    own: 'o r - r',
    predecessor: 'o r - r',
    parent: '. r . .',
    above: '. r . .',
    child: '. . . .',
    below: '. . . .',
    sibling: '. . . .',
    elsewhere: '. . . .',
  },
  officer: {
    own: 'w r r r',
    predecessor: 'w r r r',
    parent: '. r . .',
    above: '. r . .',
    child: '. . . .',
    below: '. . . .',
    sibling: '. . . .',
    elsewhere: '. . . .',
  },
  leader: {
    own: 'r w r r',
    predecessor: 'r r r r',
    parent: '. r . .',
    above: '. r . .',
    child: '. . . .',
    below: '. . . .',
    sibling: '. . . .',
    elsewhere: '. . . .',
  },
  supervisor: {
    own: 'w w r r',
    predecessor: 'w r r r',
    parent: '. r . .',
    above: '. r . .',
    child: 'd d . .',
    below: 'd d . .',
    sibling: '. . . .',
    elsewhere: '. . . .',
  },
  administrator: {
    own: '- r - r',
    predecessor: '- r - r',
    parent: '. r . .',
    above: '. r . .',
    child: '. . . d',
    below: '. . . d',
    sibling: '. . . .',
    elsewhere: '. . . .',
  },
  auditor: {
    own: '- r - r',
    predecessor: '- r - r',
    parent: '. r . .',
    above: '. r . .',
    child: '. . . .',
    below: '. . . .',
    sibling: '. . . .',
    elsewhere: '. . . .',
  },
};

const cells = (Object.keys(expected) as Role[]).flatMap((role) =>
  relations.flatMap((relation) =>
    compartments.map((compartment, index) => ({
      role,
      relation,
      compartment,
      cell: expected[role][relation].split(' ')[index] ?? '',
    })),
  ),
);

const anActivity = (agency: string, partners: readonly string[] = []): Activity => ({
  title: 'Hoạt động mẫu',
  type: 'talk',
  from: '2024-11-20',
  to: '2024-11-20',
  agency,
  outputs: {},
  topics: {},
  partners: Object.fromEntries(partners.map((partner) => [partner, true as const])),
  tasks: {},
  measures: {},
  campaigns: {},
  attachments: {},
});
const aReading = (agency: string): Reading => ({
  measure: 'm1',
  unit: 'u1',
  agency,
  period: '2024',
  activities: {},
  documents: {},
});

const codeOf = (problem: ReturnType<typeof mayRead>) => problem?.code ?? 'may';

describe('The rights table', () => {
  test('has a cell for every role, relation and compartment', () => {
    expect(cells).toHaveLength(6 * 8 * 4);
    expect(cells.every(({ cell }) => /^[word.-]$/u.test(cell))).toBe(true);
  });

  test.each(cells)('$role, $relation unit, $compartment: "$cell"', ({ role, relation, compartment, cell }) => {
    const scope = scopeOf('unit-x', compartment);
    const refusal = cell === '.' ? 'rights/not-found' : 'rights/forbidden';
    const keeps = 'wor'.includes(cell);

    expect(compartmentsRead(role, relation).includes(compartment)).toBe(keeps);
    expect(codeOf(mayRead({ role }, { scope, relation, how: 'online' }))).toBe(keeps || cell === 'd' ? 'may' : refusal);
    const onDevice = cell === 'd' ? 'rights/not-found' : refusal;
    expect(codeOf(mayRead({ role }, { scope, relation, how: 'sync' }))).toBe(keeps ? 'may' : onDevice);

    const actor = { unit: 'unit-y', role, agency: 'mine' };
    const write = (table: string, before?: Write['before'], after?: Write['after']) =>
      codeOf(mayWrite(actor, { scope, relation, table, before, after }));
    const isKnown = cell !== '.' && cell !== '-';
    // No table of a compartment that cannot be written passes, nor any that stands elsewhere.
    for (const table of tablesOfCompartment[compartment]) {
      // What a conflict says is the server's; that a recorder may write it means only to say that it is settled.
      const own = cell === 'o' && (ofAgencies.includes(table) || table === 'conflict');
      const record = table === 'reading' ? aReading('mine') : anActivity('mine');
      const written = cell === 'w' || own ? 'may' : isKnown ? 'rights/forbidden' : refusal;
      expect([table, write(table, undefined, record)]).toEqual([table, written]);
    }
    const foreign = compartment === 'directory' ? 'activity' : 'person';
    expect(write(foreign, undefined, anActivity('mine'))).toBe(isKnown ? 'sync/unknown-table' : refusal);
    expect(write('no-such-table')).toBe(isKnown ? 'sync/unknown-table' : refusal);
  });

  test.each(Object.keys(expected) as Role[])('lets a %s read units and lines from anywhere, and write none', (role) => {
    for (const relation of relations) {
      expect(mayRead({ role }, { scope: UNITS_SCOPE, relation, how: 'sync' })).toBeUndefined();
      const change = { scope: UNITS_SCOPE, relation, table: 'unit', before: undefined, after: undefined };
      expect(codeOf(mayWrite({ unit: 'u1', role }, change))).toBe('rights/forbidden');
    }
  });
});

describe('A recorder', () => {
  const write = (
    before: Write['before'],
    after: Write['after'],
    agency: string | undefined = 'mine',
    table = 'activity',
  ) =>
    codeOf(
      mayWrite({ unit: 'u1', role: 'recorder', agency }, { scope: 'u1/work', relation: 'own', table, before, after }),
    );

  test('writes what the own agency leads or coordinates', () => {
    expect(write(undefined, anActivity('mine'))).toBe('may');
    expect(write(anActivity('theirs', ['mine']), anActivity('theirs', ['mine']))).toBe('may');
    expect(write(anActivity('mine'), undefined)).toBe('may');
    expect(write(undefined, aReading('mine'), 'mine', 'reading')).toBe('may');
  });

  test("writes nothing of another agency's", () => {
    expect(write(undefined, anActivity('theirs'))).toBe('rights/forbidden');
    expect(write(anActivity('theirs'), undefined)).toBe('rights/forbidden');
    expect(write(undefined, aReading('theirs'), 'mine', 'reading')).toBe('rights/forbidden');
  });

  test('neither takes a record over nor gives one away', () => {
    expect(write(anActivity('theirs'), anActivity('mine'))).toBe('rights/forbidden');
    expect(write(anActivity('theirs'), anActivity('theirs', ['mine']))).toBe('rights/forbidden');
    expect(write(anActivity('mine'), anActivity('theirs'))).toBe('rights/forbidden');
  });

  test.each(registerNames)('writes rows of the register %s as its kind allows', (table) => {
    const isShared = ofAgencies.includes(table);
    const own = { agency: 'mine' };
    expect(write(undefined, own, 'mine', table)).toBe(isShared ? 'may' : 'rights/forbidden');
    expect(write(own, own, 'mine', table)).toBe(isShared ? 'may' : 'rights/forbidden');
    expect(write({ agency: 'theirs', partners: { mine: true } }, own, 'mine', table)).toBe(
      isShared ? 'may' : 'rights/forbidden',
    );
    expect(write({ agency: 'theirs' }, own, 'mine', table)).toBe('rights/forbidden');
    expect(write(own, { agency: 'theirs' }, 'mine', table)).toBe('rights/forbidden');
  });

  test('writes nothing that cannot be read, and nothing without an agency', () => {
    expect(write(undefined, undefined)).toBe('rights/forbidden');
    expect(
      codeOf(
        mayWrite(
          { unit: 'u1', role: 'recorder' },
          { scope: 'u1/work', relation: 'own', table: 'activity', before: undefined, after: anActivity('mine') },
        ),
      ),
    ).toBe('rights/forbidden');
  });
});

describe('The scopes that a device keeps', () => {
  const day = '2025-07-01';
  const lines = [
    { unit: 'commune', other: 'district', relation: 'parent' },
    { unit: 'district', other: 'province', relation: 'parent' },
    { unit: 'commune', other: 'old', relation: 'predecessor', from: day },
    { unit: 'hamlet', other: 'commune', relation: 'parent' },
  ] as const;
  const above = ['district/issued', 'province/issued', 'root/units'];

  test.each<[Role, string[]]>([
    ['recorder', ['commune/work', 'commune/issued', 'commune/directory', 'old/work', 'old/issued', 'old/directory']],
    [
      'officer',
      [
        'commune/work',
        'commune/issued',
        'commune/inbox',
        'commune/directory',
        'old/work',
        'old/issued',
        'old/inbox',
        'old/directory',
      ],
    ],
    ['administrator', ['commune/issued', 'commune/directory', 'old/issued', 'old/directory']],
    ['auditor', ['commune/issued', 'commune/directory', 'old/issued', 'old/directory']],
  ])('of a %s begin with the own ones, then predecessors, what was issued above, and the units', (role, scopes) => {
    expect(scopesReadBy({ unit: 'commune', role }, lines, day)).toEqual([...scopes, ...above]);
  });

  test('hold no work of units below, not even for a supervisor', () => {
    const scopes = scopesReadBy({ unit: 'province', role: 'supervisor' }, lines, day);
    expect(scopes).toEqual(['province/work', 'province/issued', 'province/inbox', 'province/directory', 'root/units']);
  });

  test('go on with what was issued by a tier that has ended', () => {
    const ended = [
      { unit: 'commune', other: 'district', relation: 'parent', to: '2025-06-30' },
      { unit: 'district', other: 'province', relation: 'parent', to: '2025-06-30' },
      { unit: 'commune', other: 'province', relation: 'parent', from: day },
    ] as const;
    const scopes = scopesReadBy({ unit: 'commune', role: 'auditor' }, ended, day);
    expect(scopes.slice(2)).toEqual(['province/issued', 'district/issued', 'root/units']);
  });

  test('leave out predecessors before the day of the merger', () => {
    expect(scopesReadBy({ unit: 'commune', role: 'auditor' }, lines, '2025-06-30')).toEqual([
      'commune/issued',
      'commune/directory',
      ...above,
    ]);
  });

  test('are all readable by the same table', () => {
    const compartmentOf = (scope: string) => scope.split('/')[1] as Compartment;
    for (const scope of scopesReadBy({ unit: 'commune', role: 'officer' }, lines, day)) {
      const relation: Relation = scope.startsWith('commune')
        ? 'own'
        : scope.startsWith('old')
          ? 'predecessor'
          : 'above';
      expect([scope, compartmentOf(scope), mayRead({ role: 'officer' }, { scope, relation, how: 'sync' })]).toEqual([
        scope,
        compartmentOf(scope),
        undefined,
      ]);
    }
  });
});

describe('Writing everything of a compartment, as releasing what is held asks', () => {
  /** Literal on purpose: the compartments of the own unit, and of one that it carries on. */
  const all: Record<Role, readonly [own: string, predecessor: string]> = {
    recorder: ['', ''],
    officer: ['work', 'work'],
    leader: ['issued', ''],
    supervisor: ['work issued', 'work'],
    administrator: ['', ''],
    auditor: ['', ''],
  };

  test.each(Object.keys(all) as Role[])('is for a %s what the table says, and elsewhere not to be found', (role) => {
    const ask = (relation: Relation, compartment: Compartment) =>
      codeOf(mayWriteAll({ role }, { scope: scopeOf('unit-x', compartment), relation }));
    const written = (relation: Relation) => compartments.filter((one) => ask(relation, one) === 'may').join(' ');
    expect([written('own'), written('predecessor')]).toEqual(all[role]);
    for (const compartment of compartments) {
      expect(['may', 'rights/forbidden']).toContain(ask('own', compartment));
      for (const relation of ['sibling', 'elsewhere'] as const)
        expect(ask(relation, compartment)).toBe('rights/not-found');
      // What may be read there is known of.
      const readable = (relation: Relation) =>
        mayRead({ role }, { scope: scopeOf('unit-x', compartment), relation, how: 'online' }) === undefined;
      for (const relation of ['parent', 'above', 'child', 'below'] as const)
        expect(ask(relation, compartment)).toBe(readable(relation) ? 'rights/forbidden' : 'rights/not-found');
    }
    expect(codeOf(mayWriteAll({ role }, { scope: UNITS_SCOPE, relation: 'own' }))).toBe('rights/forbidden');
  });
});

describe('Calling a route', () => {
  test('is refused at once where nothing that it could be called for is allowed to the role', () => {
    const roles = Object.keys(expected) as Role[];
    const may = (route: RouteName) => roles.filter((role) => mayCall({ role }, route) === undefined);
    expect(may('POST /api/people')).toEqual(['administrator']);
    expect(may('POST /api/sample/today')).toEqual(['officer', 'leader', 'supervisor', 'administrator']);
    // Of these it depends on what is asked for: one's own receipt anybody sees.
    for (const route of ['POST /api/sync', 'GET /api/history', 'GET /api/receipts/:code', 'GET /api/me'] as const)
      expect([route, may(route)]).toEqual([route, roles]);
  });
});

describe('Administering accounts, agencies and units', () => {
  test('is for administrators, in their own unit and below', () => {
    for (const relation of relations) {
      const isWithin = relation === 'own' || relation === 'child' || relation === 'below';
      expect(codeOf(mayAdminister({ role: 'administrator' }, relation))).toBe(isWithin ? 'may' : 'rights/not-found');
    }
  });

  test.each(['recorder', 'officer', 'leader', 'supervisor', 'auditor'] as const)('is nothing for a %s', (role) => {
    expect(codeOf(mayAdminister({ role }, 'own'))).toBe('rights/forbidden');
    expect(codeOf(mayAdminister({ role }, 'child'))).toBe('rights/not-found');
  });
});

describe("Moving the sample's day", () => {
  test('is for who plans, leads or manages, not for who only records or checks', () => {
    const roles = ['recorder', 'officer', 'leader', 'supervisor', 'administrator', 'auditor'] as const;
    expect(roles.filter((role) => mayMoveSampleDay({ role }) === undefined)).toEqual(roles.slice(1, 5));
    expect(codeOf(mayMoveSampleDay({ role: 'auditor' }))).toBe('rights/forbidden');
  });
});
