/**
 * POST /api/csp-report: a browser says that a page of ours tried what its policy forbids. Either something was smuggled in, or
 * we broke our own rule: whoever keeps the server sees that it happened.
 *
 * - Anyone may send one, so nothing of it is believed or passed on: the log gets the name of a directive and a kind, both
 *   from our own lists, and never an address, which may hold an id. So many a minute, that nobody fills a disk with them.
 */
import * as v from 'valibot';
import type { Clock } from '#server/actions/ports.ts';
import { problemResponse } from './problem-response.ts';
import { parseBody } from './read-body.ts';
import type { Log } from './request-log.ts';
import type { createRouter } from './router.ts';

const CONTENT_TYPE = 'application/csp-report';
const text = v.optional(v.string(), '');
const Report = v.object({
  'csp-report': v.object({ 'effective-directive': text, 'violated-directive': text, 'blocked-uri': text }),
});

const directives: ReadonlySet<string> = new Set([
  'base-uri',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'require-trusted-types-for',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'trusted-types',
  'worker-src',
]);
const words: ReadonlySet<string> = new Set([
  'inline',
  'eval',
  'wasm-eval',
  'self',
  'data',
  'blob',
  'trusted-types-sink',
]);

const directiveOf = (said: string): string => {
  const [name = ''] = said.split(' ', 1);
  return directives.has(name) ? name : 'other';
};
const kindOf = (blocked: string): string => (words.has(blocked) ? blocked : 'address');

const MAX_A_MINUTE = 60;
const MINUTE_MS = 60_000;

export const registerCspReportRoute = (
  router: ReturnType<typeof createRouter>,
  { log, now }: { readonly log: Log; readonly now: Clock },
): void => {
  let minute = 0;
  let count = 0;
  const isOneTooMany = (): boolean => {
    const current = Math.floor(now() / MINUTE_MS);
    count = current === minute ? count + 1 : 1;
    minute = current;
    return count > MAX_A_MINUTE;
  };

  router.open('POST /api/csp-report', async (context) => {
    const body = await parseBody(context, Report, { contentType: CONTENT_TYPE });
    if (!body.ok) return problemResponse(body.problem);
    const report = body.value['csp-report'];
    const directive = directiveOf(report['effective-directive'] || report['violated-directive']);
    if (!isOneTooMany()) log.violation(directive, kindOf(report['blocked-uri']));
    return context.body(null, 204);
  });
};
