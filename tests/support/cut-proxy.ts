/**
 * A link that breaks: a TCP proxy that cuts every connection (RST) once it has carried so many bytes.
 *
 * - Both directions count: a push dies as well as a pull.
 * - `cuts` counts the connections that were cut so, and only those; a test asserts it, so that a proxy which stopped
 *   cutting cannot pass for a link that holds.
 * - A link may have a speed. Without one all comes at once with the cut, and a browser throws away what it was given and had
 *   no time to look at: on no real link is that more than a packet or two.
 */
import { connect, createServer, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

export interface CutProxy {
  readonly port: number;
  readonly cuts: () => number;
  /** Bytes that were delivered, both directions together. */
  readonly carried: () => number;
  /** From now on, and for connections that are open already. Infinity carries everything. */
  readonly cutAfter: (bytes: number) => void;
  readonly close: () => Promise<void>;
}

interface LinkOptions {
  readonly port: number;
  readonly target: number;
  /** In each direction of a connection; as fast as it goes if not given. */
  readonly bytesPerSecond?: number;
}

/** What a mobile network carries in one. */
const PACKET_BYTES = 1_400;

export const openCutProxy = async (options: LinkOptions): Promise<CutProxy> => {
  let limit = Number.POSITIVE_INFINITY;
  let cuts = 0;
  let delivered = 0;
  const open = new Set<Socket>();

  const join = (client: Socket): void => {
    const server = connect(options.target, '127.0.0.1');
    let carried = 0;
    let isCut = false;
    const end = (): void => {
      open.delete(client);
      open.delete(server);
      client.destroy();
      server.destroy();
    };
    const cut = (): void => {
      if (isCut) return;
      isCut = true;
      cuts += 1;
      client.resetAndDestroy();
      server.resetAndDestroy();
      end();
    };
    const deliver = (to: Socket, data: Buffer): void => {
      if (isCut) return;
      const part = data.subarray(0, Math.max(0, limit - carried));
      carried += data.length;
      delivered += part.length;
      if (carried < limit) {
        to.write(part);
        return;
      }
      // What still fits is delivered first: the other side has really read half a line.
      to.write(part, cut);
    };
    const deliverSlowly = async (to: Socket, data: Buffer, perSecond: number): Promise<void> => {
      const startedAt = performance.now();
      for (let at = 0; at < data.length; at += PACKET_BYTES) {
        const packet = data.subarray(at, at + PACKET_BYTES);
        // A timer that fires late on a busy machine is made up for by the packets after it.
        const dueMs = startedAt + ((at + packet.length) / perSecond) * 1_000 - performance.now();
        if (dueMs > 0) await pause(dueMs);
        deliver(to, packet);
      }
    };
    const take = async (to: Socket, data: Buffer, isTaken: () => void): Promise<void> => {
      if (options.bytesPerSecond === undefined) deliver(to, data);
      else await deliverSlowly(to, data, options.bytesPerSecond);
      isTaken();
    };
    /** One chunk after the other, and the end after the last of them. */
    const wayTo = (to: Socket): Writable =>
      new Writable({
        write: (data: Buffer, _encoding, done) => void take(to, data, done),
        final: (done) => {
          to.end();
          done();
        },
      });
    client.pipe(wayTo(server));
    server.pipe(wayTo(client));
    for (const socket of [client, server]) {
      open.add(socket);
      // One that has said all that it had to say is still on its way to the other.
      socket.on('error', end).on('close', () => {
        if (!socket.readableEnded) end();
      });
    }
  };

  const proxy = createServer(join);
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject).listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: options.port,
    cuts: () => cuts,
    carried: () => delivered,
    cutAfter: (bytes) => {
      limit = bytes;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        proxy.close(() => {
          resolve();
        });
      }),
  };
};
