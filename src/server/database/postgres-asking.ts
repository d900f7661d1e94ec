/**
 * How a connection to PostgreSQL is asked.
 *
 * - What is asked always is prepared once for each connection (prepared.ts).
 * - A statement of a transaction whose answer says nothing goes along with the next one: waking the database costs more
 *   than most of them do. If it fails, the next one fails with its reason; the last one of a transaction is always awaited.
 */
import type pg from 'pg';
import { preparedAs } from './prepared.ts';

const NOTHING = { command: '', rowCount: 0, rows: [] };

const begins = (text: string): boolean => text === 'begin' || text.startsWith('start transaction');
const ends = (text: string): boolean => text === 'commit' || text === 'rollback';

/** The connection must be one that pipelines. */
export const askTogether = (client: pg.PoolClient): void => {
  const ask = client.query.bind(client);
  const { stream } = client.connection;
  let isOpen = false;
  let unawaited: Promise<unknown>[] = [];

  const send = (text: string, values: unknown[]): Promise<pg.QueryResult> => {
    const kept = preparedAs(text);
    const answer = kept === undefined ? ask(text, values) : ask({ name: kept.name, text, values });
    answer.catch(() => undefined);
    return answer;
  };

  const query = async (text: string, values: unknown[]) => {
    if (begins(text) || (isOpen && preparedAs(text)?.isAwaited === false)) {
      isOpen = true;
      stream.cork();
      unawaited.push(send(text, values));
      return NOTHING;
    }
    const before = unawaited;
    unawaited = [];
    const answer = send(text, values);
    for (const _one of before) stream.uncork();
    if (ends(text)) isOpen = false;
    // What is undone need not have worked.
    if (text === 'rollback') await Promise.allSettled(before);
    else for (const one of before) await one;
    return answer;
  };
  Object.defineProperty(client, 'query', { value: query });
};
