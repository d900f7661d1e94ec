/**
 * Sends a server so many requests, many of them wrong, and looks at every answer: no failure of the server's own, nothing that
 * tells how it works inside, and nothing of people elsewhere. Afterwards it must be alive, and theirs as it was.
 */
import { Agent, request as ask } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { rawBytes, requests, type FuzzRequest } from './requests.ts';
import { MARK, openFuzzWorld, type FuzzWorld } from './world.ts';

export interface FuzzReport {
  readonly seed: number;
  readonly requests: number;
  /** How many answers there were of each status; 0 for a connection that was closed without one. */
  readonly statuses: Readonly<Record<number, number>>;
  /** What must not be, with the request that brought it about; empty when all is well. */
  readonly faults: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const unpacked = (bytes: Buffer, encoding: string | undefined): string => {
  if (encoding === 'gzip') return gunzipSync(bytes).toString();
  return (encoding === 'br' ? brotliDecompressSync(bytes) : bytes).toString();
};

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** A kept connection may be closed by the server just as it is used again; what was asked so is asked once more, on a new one. */
const send = (port: number, request: FuzzRequest, isAgain = false): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method, path, headers, body } = request;
    const length = body === undefined ? {} : { 'Content-Length': String(body.length) };
    const outgoing = ask(
      { host: '127.0.0.1', port, agent: isAgain ? false : agent, method, path, headers: { ...headers, ...length } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const head = Object.entries(incoming.headers)
            .map(([name, value]) => `${name}: ${String(value)}`)
            .join('\n');
          const bytes = Buffer.concat(chunks);
          const text = bytes.length === 0 ? '' : unpacked(bytes, incoming.headers['content-encoding']);
          resolve({ status: incoming.statusCode ?? 0, text: `${head}\n\n${text}` });
        });
      },
    );
    outgoing.on('error', (error) => {
      if (!isAgain && outgoing.reusedSocket) resolve(send(port, request, true));
      else reject(error);
    });
    outgoing.end(body);
  });

/** Written as it is, and closed: whatever the server answers, or nothing. */
const sendRaw = (port: number, bytes: Uint8Array): Promise<Answer> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A reset is an answer, too.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const text = Buffer.concat(chunks).toString('latin1');
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(text)?.[1] ?? 0), text });
    });
    socket.end(bytes);
  });

/** What stands in no request, so that an answer with it comes from the inside. */
const insides = [
  'node_modules',
  'src/server',
  'file://',
  'SqliteError',
  'SQLITE_',
  'better-sqlite3',
  'kysely',
  'select "',
  'insert into',
  '$argon2',
  '    at ',
  'password_hash',
  'token_hash',
  'Error: ',
];

const faultOf = ({ status, text }: Answer, { dataDir }: FuzzWorld): string | undefined => {
  if (status >= 500) return `answered ${String(status)}`;
  const told = [...insides, dataDir, MARK].find((word) => text.includes(word));
  return told === undefined ? undefined : `told ${JSON.stringify(told)}`;
};

type Probe =
  { readonly is: 'request'; readonly request: FuzzRequest } | { readonly is: 'raw'; readonly bytes: Uint8Array };

const shown = (probe: Probe): string =>
  probe.is === 'raw'
    ? `raw ${Buffer.from(probe.bytes).toString('base64')}`
    : JSON.stringify({
        ...probe.request,
        body: probe.request.body && Buffer.from(probe.request.body).toString('latin1'),
      });

/** So many at once: what is right alone may be wrong beside others. */
const AT_ONCE = 10;
const MAX_FAULTS = 20;

export const fuzz = async (
  count: number,
  seed: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<FuzzReport> => {
  const world = await openFuzzWorld();
  const { port } = world;
  const probes = fc.oneof(
    { arbitrary: requests(world).map((request): Probe => ({ is: 'request', request })), weight: 9 },
    { arbitrary: rawBytes.map((bytes): Probe => ({ is: 'raw', bytes })), weight: 1 },
  );
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  let done = 0;

  const put = async (probe: Probe): Promise<void> => {
    const sent = probe.is === 'raw' ? sendRaw(port, probe.bytes) : send(port, probe.request);
    const answer = await sent.catch((error: unknown) => ({ status: 599, text: String(error) }));
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const fault = faultOf(answer, world);
    if (fault !== undefined) faults.push(`${fault}: ${shown(probe)} → ${answer.text.slice(0, 300)}`);
  };

  const bundles = Math.ceil(count / AT_ONCE);
  // By a thousand, so that they need not all be held.
  for (let made = 0; made < bundles && faults.length < MAX_FAULTS; made += 100) {
    const some = fc.sample(fc.array(probes, { minLength: AT_ONCE, maxLength: AT_ONCE }), {
      numRuns: Math.min(100, bundles - made),
      seed: seed + made,
    });
    for (const bundle of some) await Promise.all(bundle.map(put));
    done += some.length * AT_ONCE;
    onProgress(done);
  }

  const health = await send(port, { method: 'GET', path: '/api/health', headers: {}, body: undefined });
  if (health.status !== 200) faults.push(`afterwards it answered ${String(health.status)}`);
  faults.push(...world.failures().map((line) => `the log says ${line}`));
  agent.destroy();
  await world.stop();
  if ((await world.elsewhere()) !== world.before) faults.push('what stands elsewhere has changed');
  await world.remove();
  return { seed, requests: done, statuses, faults };
};
