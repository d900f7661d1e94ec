import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openCutProxy, type CutProxy } from './cut-proxy.ts';
import { freePort } from './free-port.ts';

let server: Server | undefined;
let proxy: CutProxy | undefined;

const open = async (bytesPerSecond?: number): Promise<{ readonly url: string; readonly proxy: CutProxy }> => {
  const target = await freePort();
  const answering = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.method === 'POST') response.setHeader('Connection', 'close');
      response.end('x'.repeat(20_000));
    });
  });
  await new Promise<void>((resolve) => answering.listen(target, '127.0.0.1', resolve));
  server = answering;
  const speed = bytesPerSecond === undefined ? {} : { bytesPerSecond };
  proxy = await openCutProxy({ port: await freePort(), target, ...speed });
  return { url: `http://127.0.0.1:${String(proxy.port)}`, proxy };
};

afterEach(async () => {
  await proxy?.close();
  server?.closeAllConnections();
  server?.close();
});

describe('a link through the proxy', () => {
  test('carries everything while it is not told to cut', async () => {
    const link = await open();
    expect(await (await fetch(link.url)).text()).toHaveLength(20_000);
    expect(link.proxy.cuts()).toBe(0);
    expect(link.proxy.carried()).toBeGreaterThan(20_000);
  });

  test('breaks in the middle of an answer', async () => {
    const link = await open();
    link.proxy.cutAfter(5000);
    await expect(fetch(link.url).then((answer) => answer.text())).rejects.toThrow(TypeError);
    expect(link.proxy.cuts()).toBe(1);
    expect(link.proxy.carried()).toBe(5000);
  });

  test('that has a speed carries all of it in its order, and breaks at the same byte', async () => {
    const link = await open(1_000_000);
    expect(await (await fetch(link.url)).text()).toBe('x'.repeat(20_000));
    const before = link.proxy.carried();
    link.proxy.cutAfter(5000);
    await expect(fetch(link.url).then((answer) => answer.text())).rejects.toThrow(TypeError);
    expect([link.proxy.cuts(), link.proxy.carried() - before]).toEqual([1, 5000]);
  });

  test('that has a speed brings all that was said before the other end hung up', async () => {
    const link = await open(100_000);
    const answer = await fetch(link.url, { method: 'POST', body: 'y'.repeat(900) });
    expect(await answer.text()).toHaveLength(20_000);
  });

  test('breaks in the middle of a request too', async () => {
    const link = await open();
    link.proxy.cutAfter(5000);
    await expect(fetch(link.url, { method: 'POST', body: 'y'.repeat(100_000) })).rejects.toThrow(TypeError);
    expect(link.proxy.cuts()).toBe(1);
  });

  test('carries again when it is mended', async () => {
    const link = await open();
    link.proxy.cutAfter(100);
    await expect(fetch(link.url).then((answer) => answer.text())).rejects.toThrow(TypeError);
    link.proxy.cutAfter(Number.POSITIVE_INFINITY);
    expect(await (await fetch(link.url)).text()).toHaveLength(20_000);
  });
});
