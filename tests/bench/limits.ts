/**
 * What the machine itself needs for the same bytes and rows, with nothing of ours in between.
 *
 * - A pull's limit: one fetch of the same compressed bytes, each line parsed, one raw IndexedDB transaction that puts
 *   each record once and has ended when it is on disk.
 * - A push's limit: one POST of the same bytes, and the same rows in one raw SQLite transaction, likewise on disk.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3';
import { withPage } from './browser.ts';
import type { Recorded } from './recorder.ts';

export interface PullLimit {
  readonly fetchMs: number;
  readonly parseMs: number;
  readonly putMs: number;
  readonly ms: number;
}

const decoded = ({ encoding, answerBody }: Recorded): Buffer =>
  encoding === 'br' ? brotliDecompressSync(answerBody) : encoding === 'gzip' ? gunzipSync(answerBody) : answerBody;

/** The answers as one body: the very bytes if there was one answer, else the same lines compressed once more. */
const asOne = (exchanges: readonly Recorded[]): { readonly body: Buffer; readonly encoding: string } => {
  const [only] = exchanges;
  if (only !== undefined && exchanges.length === 1) return { body: only.answerBody, encoding: only.encoding };
  const text = Buffer.concat(exchanges.map(decoded));
  return {
    body: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    encoding: 'br',
  };
};

interface Answering {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const answering = async (
  answer: (path: string, body: Buffer) => { readonly body: Buffer | string; readonly headers: Record<string, string> },
): Promise<Answering> => {
  const server = createServer((request, response) => {
    const take = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const { body, headers } = answer(request.url ?? '', Buffer.concat(chunks));
      response.writeHead(200, headers).end(body);
    };
    take().catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${String(port)}/`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const emptyPage = { body: '<!doctype html><title>limit</title>', headers: { 'Content-Type': 'text/html' } };

/** Runs in the page, so it holds all that it needs. */
const pullRaw = async (): Promise<PullLimit> => {
  const open = indexedDB.open('limit', 1);
  open.addEventListener('upgradeneeded', () => {
    open.result.createObjectStore('rows', { keyPath: 'k' });
  });
  await new Promise((resolve, reject) => {
    open.addEventListener('success', resolve);
    open.addEventListener('error', reject);
  });
  const start = performance.now();
  const text = await (await fetch('/bytes')).text();
  const fetched = performance.now();
  const lines: unknown[] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const rows = lines.filter((line) => Array.isArray(line) && line.length > 3);
  const parsed = performance.now();
  const transaction = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
  const store = transaction.objectStore('rows');
  for (const [k, row] of rows.entries()) store.put({ k, row });
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('error', reject);
  });
  const end = performance.now();
  return { fetchMs: fetched - start, parseMs: parsed - fetched, putMs: end - parsed, ms: end - start };
};

export const measurePullLimit = async (exchanges: readonly Recorded[], runs: number): Promise<readonly PullLimit[]> => {
  const { body, encoding } = asOne(exchanges);
  const headers = {
    'Content-Type': 'application/x-ndjson',
    ...(encoding === '' ? {} : { 'Content-Encoding': encoding }),
  };
  const server = await answering((path) => (path === '/bytes' ? { body, headers } : emptyPage));
  const measured: PullLimit[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await withPage(server.url, (page) => page.evaluate(pullRaw)));
  await server.close();
  return measured;
};

export const measurePushLimit = async (
  body: string,
  rows: readonly string[],
  runs: number,
): Promise<readonly number[]> => {
  const directory = await mkdtemp(join(tmpdir(), 'so-tay-bench-limit-'));
  const file = new SqliteDatabase(join(directory, 'limit.sqlite'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec('CREATE TABLE rows (run INTEGER, n INTEGER, text TEXT, PRIMARY KEY (run, n))');
  const insert = file.prepare('INSERT INTO rows VALUES (?, ?, ?)');
  let run = 0;
  const keep = file.transaction(() => {
    for (const [n, row] of rows.entries()) insert.run(run, n, row);
  });
  const server = await answering((path) => {
    if (path !== '/sink') return emptyPage;
    keep();
    return { body: 'ok', headers: {} };
  });
  const measured: number[] = [];
  for (run = 0; run < runs; run += 1) {
    measured.push(
      await withPage(server.url, (page) =>
        page.evaluate(async (text) => {
          const start = performance.now();
          await (await fetch('/sink', { method: 'POST', body: text })).text();
          return performance.now() - start;
        }, body),
      ),
    );
  }
  await server.close();
  file.close();
  await rm(directory, { recursive: true, force: true });
  return measured;
};
