/** Where a request came from, for slowing down only. */
import type { Context } from 'hono';
import type { Env } from './router.ts';

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/u.test(address);

/**
 * The other end of the connection. Behind a proxy on the same machine that is always the proxy, so then the address
 * that it saw counts, which it writes last; what stands before it anyone may have made up.
 */
export const addressOf = (context: Context<Env>): string => {
  const peer = context.env.incoming?.socket.remoteAddress ?? 'unknown';
  if (!isLoopback(peer)) return peer;
  return context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim().slice(0, 64) ?? peer;
};
