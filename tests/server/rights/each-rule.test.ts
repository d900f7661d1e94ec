/**
 * Each rule of the table counts: taken away while the server runs, it answers otherwise, and the cases that the matrix asks
 * would be red. The table is put back as it was each time.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compartmentRights, routeRights, verbRights, type Grant } from '#domain/rights-table.ts';
import { expectedOf, rightsCases, type RightsCase } from '#commands/rights/cases.ts';
import { databases } from '#tests/support/databases.ts';
import { askCase } from './ask.ts';
import { openRightsWorld, type RightsWorld } from './world.ts';

interface Rule {
  readonly name: string;
  /** Where it stands, and what is put there instead; nothing: it is taken out. */
  readonly of: object;
  readonly key: string;
  readonly instead?: unknown;
}

const rulesOfCompartments = (): readonly Rule[] =>
  Object.entries(compartmentRights).flatMap(([role, groups]) =>
    Object.entries(groups).flatMap(([group, grants]) =>
      Object.entries<Grant>(grants).flatMap(([key, grant]) => {
        const name = `${role} ${group} ${key}`;
        const silenced = { name: `${name}, writing`, of: grants, key, instead: { ...grant, write: 'none' } };
        return [{ name, of: grants, key }, ...(grant.write === 'none' ? [] : [silenced])];
      }),
    ),
  );

const rulesOfVerbs = (): readonly Rule[] =>
  Object.entries(verbRights).flatMap(([verb, of]) =>
    Object.entries(of).flatMap(([role, relations]) =>
      relations.map((relation) => ({
        name: `${verb} ${role} ${relation}`,
        of,
        key: role,
        instead: relations.filter((one) => one !== relation),
      })),
    ),
  );

const rulesOfRoutes = (): readonly Rule[] =>
  Object.keys(routeRights).map((route) => ({ name: route, of: routeRights, key: route }));

const rules = [...rulesOfCompartments(), ...rulesOfVerbs(), ...rulesOfRoutes()];

/** While the table is without the rule. */
const without = async <T>({ of, key, instead }: Rule, work: () => Promise<T>): Promise<T> => {
  const was: unknown = Reflect.get(of, key);
  if (instead === undefined) Reflect.deleteProperty(of, key);
  else Reflect.set(of, key, instead);
  try {
    return await work();
  } finally {
    Reflect.set(of, key, was);
  }
};

const sqlite = databases.filter(({ name }) => name === 'SQLite');

describe.each(sqlite)('Without one rule of the table, on $name,', (database) => {
  const cases = rightsCases();
  const whole = new Map<RightsCase, string>(cases.map((one) => [one, expectedOf(one)]));
  let world: RightsWorld;
  beforeAll(async () => {
    world = await openRightsWorld(database);
  });
  afterAll(() => world.close());

  test('there are rules to take away', () => {
    expect(rules.length).toBeGreaterThan(60);
  });

  test.each(rules)('$name: the running server answers otherwise', async (rule) => {
    await without(rule, async () => {
      const changed = cases.filter((one) => expectedOf(one) !== whole.get(one));
      expect(changed.length).toBeGreaterThan(0);
      for (const one of changed.slice(0, 2)) {
        const { outcome } = await askCase(world, one);
        expect(outcome).toBe(expectedOf(one));
        expect(outcome).not.toBe(whole.get(one));
      }
    });
    expect(cases.every((one) => expectedOf(one) === whole.get(one))).toBe(true);
  });
});
