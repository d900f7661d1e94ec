/** One line a request: method, route pattern, status, milliseconds. Never a path, a query, a body, a name or an id. */
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ProblemCode } from '#domain/problem.ts';

export interface RequestLine {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface Log {
  readonly request: (line: RequestLine) => void;
  /** A bug: what was thrown, for whoever keeps the server. */
  readonly failure: (route: string, error: unknown) => void;
  /** What whoever keeps the server must see to: the database is busy, out of reach or full. */
  readonly alarm: (code: ProblemCode, cause: unknown) => void;
  /** A browser's page tried what its policy forbids: by which directive, and what kind of thing. */
  readonly violation: (directive: string, kind: string) => void;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export const requestLog =
  (log: Log, now: () => number): MiddlewareHandler =>
  async (context, next) => {
    const started = now();
    await next();
    // A method is free text, too.
    const method = methods.has(context.req.method) ? context.req.method : 'other';
    log.request({ method, route: routePath(context), status: context.res.status, ms: now() - started });
  };
