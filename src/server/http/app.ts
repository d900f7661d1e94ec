/** The whole server as one function from request to answer; it listens nowhere, so that tests can ask it directly. */
import { Hono } from 'hono';
import { authenticate } from '#server/actions/authenticate.ts';
import type { AppDeps } from './app-deps.ts';
import { registerAdministrationRoutes } from './administration-routes.ts';
import { problemResponse } from './problem-response.ts';
import { registerRecordRoutes } from './record-routes.ts';
import { requestLog } from './request-log.ts';
import { createRouter, type Env } from './router.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { registerSessionRoutes } from './session-routes.ts';
import { serveStatic } from './static-files.ts';
import { routePath } from 'hono/route';

export const buildApp = (deps: AppDeps): Hono<Env> => {
  const app = new Hono<Env>();
  app.use(requestLog(deps.log, deps.now));
  app.use(securityHeaders(deps.publicUrl));
  app.use(sameOrigin(deps.publicUrl));

  const router = createRouter(app, authenticate(deps));
  router.open('GET /api/health', (context) => context.json({ ok: true, version: deps.version }));
  registerSessionRoutes(router, deps);
  registerRecordRoutes(router, deps);
  registerAdministrationRoutes(router, deps);
  router.open('ALL /api/*', () => problemResponse({ code: 'request/not-found' }));
  router.open('GET /*', serveStatic(deps.files));

  app.notFound(() => problemResponse({ code: 'request/not-found' }));
  app.onError((error, context) => {
    deps.log.failure(routePath(context), error);
    return problemResponse({ code: 'server/failed' });
  });
  return app;
};
