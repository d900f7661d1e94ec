/**
 * The built app, read into memory at the start and sent compressed: phones are slow, and the app is small.
 *
 * - Files under /assets carry a hash in their name and are kept for a year; everything else is asked for again each time.
 * - A path without an extension is a deep link and gets the page. A missing file is 404 in plain text, never the page:
 *   a browser that asks for a script must not be given HTML.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const compressible = /^(?:text\/|application\/(?:json|manifest|wasm)|image\/svg)/u;

type Encoding = 'br' | 'gzip';

interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>;
}

export type StaticFiles = ReadonlyMap<string, StaticFile>;

/** Empty when the app is not built. Dot files are notes of the build. */
export const readStaticFiles = async (directory: string): Promise<StaticFiles> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, StaticFile>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(directory, path).split(sep).join('/')}`;
    const bytes = Uint8Array.from(await readFile(path));
    files.set(url, {
      bytes,
      type: types[extname(path)] ?? 'application/octet-stream',
      etag: `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      cacheControl: url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      encoded: new Map(),
    });
  }
  return files;
};

export const serveStatic =
  (files: StaticFiles) =>
  async (context: Context): Promise<Response> => {
    const { path } = context.req;
    const file = files.get(path) ?? (isDeepLink(context) ? files.get('/index.html') : undefined);
    if (file === undefined)
      return new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain' } });

    const headers = {
      'Content-Type': file.type,
      'Cache-Control': file.cacheControl,
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    };
    if (context.req.header('If-None-Match') === file.etag) return new Response(null, { status: 304, headers });
    const encoding = encodingFor(file, context.req.header('Accept-Encoding') ?? '');
    if (encoding === undefined) return new Response(file.bytes, { headers });
    return new Response(await encode(file, encoding), { headers: { ...headers, 'Content-Encoding': encoding } });
  };

/** An id in a deep link may have a dot in it; what ends like a file and is none is not found. */
const isDeepLink = ({ req }: Context): boolean => {
  if (req.path.includes('/.')) return false;
  const extension = extname(req.path).toLowerCase();
  if (extension === '') return true;
  return !Object.hasOwn(types, extension) && extension !== '.map' && (req.header('Accept') ?? '').includes('text/html');
};

const encodingFor = (file: StaticFile, accepted: string): Encoding | undefined => {
  if (!compressible.test(file.type) || file.bytes.length < 512) return undefined;
  return /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : undefined;
};

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Compressed once, as small as it gets. */
const encode = (file: StaticFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> => {
  const known = file.encoded.get(encoding);
  if (known !== undefined) return known;
  const made = (
    encoding === 'br'
      ? toBrotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
      : toGzip(file.bytes, { level: 9 })
  ).then((bytes) => Uint8Array.from(bytes));
  file.encoded.set(encoding, made);
  return made;
};
