/**
 * The headers that stand on every answer, also on a refusal and a failure.
 * Scripts, styles and requests are our own only; 'wasm-unsafe-eval' is for the key derivation's WebAssembly.
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
  "trusted-types default 'allow-duplicates'",
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

const TWO_YEARS_S = 63_072_000;

export const securityHeaders = (publicUrl: string): MiddlewareHandler => {
  const overTls = new URL(publicUrl).protocol === 'https:';
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    if (overTls) {
      context.res.headers.set('Strict-Transport-Security', `max-age=${String(TWO_YEARS_S)}; includeSubDomains`);
    }
    if (context.req.path.startsWith('/api/')) context.res.headers.set('Cache-Control', 'no-store');
  };
};
