/**
 * A request that changes something must come from our own pages. Browsers say so in Sec-Fetch-Site, older ones in Origin;
 * what is no browser sends neither and has no cookies that another site could use.
 */
import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './problem-response.ts';

export const sameOrigin = (publicUrl: string): MiddlewareHandler => {
  const ours = new URL(publicUrl).origin;
  return async (context, next) => {
    if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
    const site = context.req.header('Sec-Fetch-Site');
    const origin = context.req.header('Origin');
    const isOurs = site === undefined ? origin === undefined || origin === ours : site === 'same-origin';
    return isOurs ? next() : problemResponse({ code: 'request/foreign-origin' });
  };
};
