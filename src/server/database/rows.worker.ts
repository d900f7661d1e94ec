/**
 * The other thread of a server on SQLite: it reads pages of rows and writes them as lines, over a connection of its own
 * that can do nothing else. The thread that answers requests only hands the lines on.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Selectable } from 'kysely';
import { createLineReading, type LineReading } from '#sync/line-reading.ts';
import { openSqliteReader } from './dialects.ts';
import { headOfRow, type Head } from './heads.ts';
import { recordOfRow } from './records.ts';
import type { ReadingAnswer, ReadingQuestion } from './row-reader.ts';
import type { Schema } from './schema.ts';

const file = openSqliteReader(String(workerData));
const heads = file.prepare<[string], Selectable<Schema['scope_head']>>('SELECT * FROM scope_head WHERE scope = ?');
const rows = file.prepare<[string, number, number], Selectable<Schema['rec']>>(
  'SELECT * FROM rec WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ?',
);

/** In one read transaction: the head that may end a page is of the same moment. */
const readPage = file.transaction((scope: string, seq: number, limit: number) => {
  const head = heads.get(scope);
  return { head: head && headOfRow(head), records: rows.all(scope, seq, limit).map(recordOfRow) };
});

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const readings = new Map<number, LineReading<Head>>();

const answer = async (question: ReadingQuestion): Promise<void> => {
  const { id } = question;
  if (question.is === 'close') {
    readings.delete(id);
    return;
  }
  if (question.is === 'open') {
    const { scope, from } = question;
    readings.set(
      id,
      createLineReading((seq, limit) => Promise.resolve(readPage(scope, seq, limit)), from),
    );
    return;
  }
  const say = (told: ReadingAnswer): void => parentPort?.postMessage(told);
  try {
    const page = await readings.get(id)?.next(question.limit);
    if (page === undefined) throw new Error('a reading that was never opened');
    say({ id, is: 'page', page });
  } catch (error) {
    say({ id, is: 'failed', message: String(error), code: codeOf(error) });
  }
};

parentPort?.on('message', (question: ReadingQuestion) => {
  void answer(question);
});
