/** The whole server as one function from request to answer; it listens nowhere, so that tests can ask it directly. */
import { Hono } from 'hono';
import { authenticate } from '#server/actions/authenticate.ts';
import { createFileKeyReader } from '#server/actions/file-keys.ts';
import { isStorageFault } from '#server/actions/ports.ts';
import type { AppDeps } from './app-deps.ts';
import { registerAccountRoutes } from './account-routes.ts';
import { registerAdministrationRoutes } from './administration-routes.ts';
import { registerCspReportRoute } from './csp-report-route.ts';
import { registerFileRoutes } from './file-routes.ts';
import { registerHeldRoutes } from './held-routes.ts';
import { logFailure } from './breaking-off.ts';
import { problemResponse } from './problem-response.ts';
import { registerRecordRoutes } from './record-routes.ts';
import { requestLog } from './request-log.ts';
import { createRouter, type Env } from './router.ts';
import { sameOrigin } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { registerSessionRoutes } from './session-routes.ts';
import { serveStatic } from './static-files.ts';

export const buildApp = (deps: AppDeps): Hono<Env> => {
  const app = new Hono<Env>();
  app.use(requestLog(deps.log, deps.now));
  app.use(securityHeaders(deps.publicUrl));
  app.use(sameOrigin(deps.publicUrl));

  const router = createRouter(app, authenticate(deps));
  const fileKey = createFileKeyReader(deps);
  router.open('GET /api/health', (context) => context.json({ ok: true, version: deps.version }));
  registerCspReportRoute(router, deps);
  registerSessionRoutes(router, { ...deps, fileKey });
  registerRecordRoutes(router, deps);
  registerHeldRoutes(router, deps);
  registerFileRoutes(router, { ...deps, fileKey });
  registerAccountRoutes(router, deps);
  registerAdministrationRoutes(router, deps);
  router.open('ALL /api/*', () => problemResponse({ code: 'request/not-found' }));
  router.open('GET /*', serveStatic(deps.files));

  app.notFound(() => problemResponse({ code: 'request/not-found' }));
  app.onError((error, context) => {
    logFailure(deps.log, context, error);
    return problemResponse(isStorageFault(error) ? error.problem : { code: 'server/failed' });
  });
  return app;
};
