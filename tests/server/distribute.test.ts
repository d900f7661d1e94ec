import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { admin as runAdmin } from '#commands/admin.ts';
import { tableOrders } from '#server/database/backup/tables.ts';
import { planDistribution } from '#server/database/distribute.ts';
import { databases, type OpenedDatabase } from '#tests/support/databases.ts';

const run = async ({ settings }: OpenedDatabase) => {
  let stdout = '';
  let stderr = '';
  const status = await runAdmin(['distribute', '--json'], {
    print: (text) => (stdout += text),
    complain: (text) => (stderr += text),
    input: (async function* () {})(),
    environment: { DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? '' },
    workingDir: settings.dataDir,
  });
  return { status, stdout, stderr };
};

const plan = planDistribution(new Set());
const columnOf = (table: string): string | undefined =>
  /create_distributed_table\('\w+', '(\w+)'/u.exec(plan.find((step) => step.table === table)?.statement ?? '')?.[1];

describe('The plan to spread the tables', () => {
  test('places every table', () => {
    expect(plan.map(({ table }) => table).toSorted()).toEqual([...tableOrders.keys()].toSorted());
  });

  test('keeps all that belongs to a scope in one place', () => {
    const ofScopes = [...tableOrders].filter(([, order]) => order[0] === 'scope').map(([table]) => table);
    expect(ofScopes.length).toBeGreaterThan(8);
    for (const table of ofScopes) {
      expect(columnOf(table), table).toBe('scope');
      const statement = plan.find((step) => step.table === table)?.statement ?? '';
      expect(statement).toContain(`colocate_with => '${table === 'scope_head' ? 'none' : 'scope_head'}'`);
    }
    expect(plan.findIndex(({ table }) => table === 'scope_head')).toBeLessThan(
      Math.min(
        ...ofScopes
          .filter((table) => table !== 'scope_head')
          .map((name) => plan.findIndex(({ table }) => table === name)),
      ),
    );
  });

  test('makes nothing again that was made', () => {
    expect(planDistribution(new Set(tableOrders.keys()))).toEqual([]);
    expect(planDistribution(new Set(['account', 'rec'])).map(({ table }) => table)).not.toContain('rec');
  });
});

const expected: Readonly<Record<string, readonly [status: number, printed: RegExp, complained: RegExp]>> = {
  SQLite: [2, /^$/u, /Cơ sở dữ liệu là SQLite.* The database is SQLite/u],
  PostgreSQL: [2, /^$/u, /chưa có phần mở rộng Citus.* lacks the Citus extension/u],
  'PostgreSQL with Citus': [0, /^\{"is":"done",.*"now":\[\],"before":17\}$/u, /^$/u],
};

describe.each(databases)('npm run admin -- distribute on $name', ({ name, open }) => {
  test('does it where it can, and says in words where it cannot', async () => {
    const opened = await open();
    const { status, stdout, stderr } = await run(opened);
    const [code, printed, complained] = expected[name] ?? [0, /^never$/u, /^never$/u];
    expect(status).toBe(code);
    expect(stdout).toMatch(printed);
    expect(stderr).toMatch(complained);
    await opened.close();
  });
});

describe('The tables of a PostgreSQL', () => {
  test('can be spread: each unique key holds the column by which its table is, and only accounts are pointed to', async () => {
    const postgres = databases.find(({ name }) => name === 'PostgreSQL');
    const opened = await postgres?.open();
    if (opened === undefined) throw new Error('unreachable');
    const unique = await sql<{ table: string; columns: string[] }>`
      SELECT t.relname AS table, array_agg(a.attname::text) AS columns
      FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY(i.indkey)
      WHERE i.indisunique AND t.relnamespace = current_schema()::regnamespace
      GROUP BY t.relname, i.indexrelid`.execute(opened.database);
    const ours = unique.rows.filter(({ table }) => columnOf(table) !== undefined);
    expect(ours.length).toBeGreaterThan(12);
    for (const { table, columns } of ours) expect(columns, table).toContain(columnOf(table));

    const keys = await sql<{ to: string }>`
      SELECT confrelid::regclass::text AS to FROM pg_constraint
      WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`.execute(opened.database);
    for (const { to } of keys.rows) {
      const statement = plan.find(({ table }) => table === to)?.statement;
      expect(statement).toBe(`SELECT create_reference_table('${to}')`);
    }
    await opened.close();
  });
});
