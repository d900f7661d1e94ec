/** A proxy that carries requests unchanged and keeps what each weighed on the wire, heads and bodies apart. */
import { createServer, request as ask, type IncomingMessage } from 'node:http';

export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly requestHead: number;
  readonly requestBody: Buffer;
  readonly answerHead: number;
  readonly answerBody: Buffer;
  readonly encoding: string;
}

export interface Recorder {
  readonly recorded: () => readonly Recorded[];
  readonly forget: () => void;
  readonly close: () => Promise<void>;
}

/** As HTTP/1.1 writes it: a first line, a line for each header, an empty one. */
const headBytes = (firstLine: string, rawHeaders: readonly string[]): number =>
  firstLine.length + 4 + rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

export const openRecorder = async (options: { readonly port: number; readonly target: number }): Promise<Recorder> => {
  let kept: Recorded[] = [];
  const server = createServer((incoming, outgoing) => {
    const carry = async (): Promise<void> => {
      const requestBody = await bodyOf(incoming);
      const { method = '', url: path = '' } = incoming;
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const onward = ask({ host: '127.0.0.1', port: options.target, method, path, headers: incoming.headers });
        onward.once('response', resolve).once('error', reject).end(requestBody);
      });
      const answerBody = await bodyOf(answer);
      const status = answer.statusCode ?? 0;
      outgoing.writeHead(status, answer.rawHeaders).end(answerBody);
      kept.push({
        method,
        path,
        status,
        requestHead: headBytes(`${method} ${path} HTTP/1.1`, incoming.rawHeaders),
        requestBody,
        answerHead: headBytes(`HTTP/1.1 ${String(status)} ${answer.statusMessage ?? ''}`, answer.rawHeaders),
        answerBody,
        encoding: answer.headers['content-encoding'] ?? '',
      });
    };
    carry().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  return {
    recorded: () => kept,
    forget: () => {
      kept = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};

/** The exchanges among what was recorded. */
export const exchangesOf = (recorder: Recorder): readonly Recorded[] =>
  recorder.recorded().filter(({ path }) => path === '/api/sync');
