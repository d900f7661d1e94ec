/**
 * The headers that stand on every answer, also on a refusal and a failure.
 *
 * - Of the app: scripts, styles and requests are our own only; 'wasm-unsafe-eval' is for the key derivation's WebAssembly.
 * - Of the API, whose answers are data and never a page: nothing may run in them. What only pages obey stays away, because
 *   it would weigh more than an exchange that has nothing to say.
 */
import type { MiddlewareHandler } from 'hono';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default solid',
  'report-uri /api/csp-report',
].join('; ');

const permissionsPolicy = [
  'camera=(self)',
  ...[
    'accelerometer',
    'autoplay',
    'display-capture',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ');

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsPolicy,
} as const;

const apiHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

const TWO_YEARS_S = 63_072_000;

export const securityHeaders = (publicUrl: string): MiddlewareHandler => {
  const overTls = new URL(publicUrl).protocol === 'https:';
  return async (context, next) => {
    await next();
    const isApi = context.req.path.startsWith('/api/');
    for (const [name, value] of Object.entries(isApi ? apiHeaders : headers)) context.res.headers.set(name, value);
    if (overTls) {
      context.res.headers.set('Strict-Transport-Security', `max-age=${String(TWO_YEARS_S)}; includeSubDomains`);
    }
  };
};
