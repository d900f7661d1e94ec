/** The table of rights as others read it: for programs, and for people as the two tables of src/README.md. */
import {
  compartmentRights,
  routeRights,
  verbRights,
  type Grant,
  type Grants,
  type RouteRight,
  type Verb,
} from '#domain/rights-table.ts';
import { rightsCases, roles, unitCompartments } from './cases.ts';

/** All of it, and how many cases are made of it. */
export const rightsAsData = () => {
  const cases = rightsCases();
  const of = (route: string): number => cases.filter((one) => one.route === route).length;
  return {
    compartments: compartmentRights,
    verbs: verbRights,
    routes: Object.fromEntries(Object.entries(routeRights).map(([route, asks]) => [route, { asks, cases: of(route) }])),
    cases: cases.length,
  };
};

const letterOf = (grant: Grant | undefined): string => {
  if (grant === undefined) return '–';
  if (grant.read === 'online') return 'online';
  return { all: 'w', 'own-agency': 'w own agency', none: 'r' }[grant.write];
};

const groups = [
  { name: 'own, predecessor', of: 'own' },
  { name: 'parent, above', of: 'above' },
  { name: 'child, below', of: 'below' },
] as const;

const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((cell, at) =>
    Math.max(...[cell, ...rows.map((row) => row[at] ?? '')].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
};

const compartmentTable = (): string =>
  markdown(
    ['role', 'of the unit', ...unitCompartments],
    roles.flatMap((role) =>
      groups
        .filter(({ of }) => Object.keys(compartmentRights[role][of]).length > 0)
        .map(({ name, of }) => {
          const grants: Grants = compartmentRights[role][of];
          return [role, name, ...unitCompartments.map((compartment) => letterOf(grants[compartment]))];
        }),
    ),
  );

const inWords: Readonly<Record<Exclude<RouteRight, keyof typeof verbRights>, string>> = {
  anyone: 'also without a session',
  'signed-in': 'every role, about oneself',
  exchange: 'what the role keeps, and of it what it writes',
  read: 'what the role reads, online too',
  'read-work': 'whose `work` the role reads, online too',
  'write-all': 'where the role writes everything (w)',
};

const isVerb = (right: RouteRight): right is keyof typeof verbRights => Object.hasOwn(verbRights, right);

/** The roles, and what the unit may be to their own. */
const whoMay = (right: RouteRight): string => {
  if (!isVerb(right)) return inWords[right];
  const verb: Verb = verbRights[right];
  return roles.flatMap((role) => (verb[role] === undefined ? [] : [`${role} (${verb[role].join(', ')})`])).join('; ');
};

const routeTable = (): string =>
  markdown(
    ['route', 'asks', 'who may'],
    Object.entries<RouteRight>(routeRights).map(([route, right]) => [`\`${route}\``, right, whoMay(right)]),
  );

export const rightsAsText = (): string => [compartmentTable(), '', routeTable()].join('\n');
