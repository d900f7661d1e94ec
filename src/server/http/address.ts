/**
 * Where a request came from, for slowing down only.
 *
 * - That is the other end of the connection. Only of proxies that the settings name is it believed whom they say they speak
 *   for: what stands in X-Forwarded-For anybody may have written, so it is read from its end, as far as proxies wrote it.
 */
import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { Env } from './router.ts';

/** An IPv4 address as IPv6 sockets tell it is one. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/iu, '');

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

export type AddressOf = (context: Context<Env>) => string;

/** `trusted` are addresses, or blocks of them. */
export const createAddressOf = (trusted: readonly string[]): AddressOf => {
  const proxies = new BlockList();
  for (const one of trusted) {
    const [address = '', prefix] = one.split('/');
    if (prefix === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(prefix), familyOf(address));
  }
  const isProxy = (address: string): boolean => isIP(address) !== 0 && proxies.check(address, familyOf(address));

  return (context) => {
    const peer = plain(context.env.incoming?.socket.remoteAddress ?? 'unknown');
    if (!isProxy(peer)) return peer;
    const said = (context.req.header('X-Forwarded-For') ?? '').split(',').map((one) => plain(one.trim()));
    const client = said.findLast((one) => !isProxy(one));
    // What is no address is told by nobody who should be believed.
    return client !== undefined && isIP(client) !== 0 ? client : peer;
  };
};
