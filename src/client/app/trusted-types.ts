/**
 * The page's default policy of Trusted Types; imported before anything that starts a worker.
 *
 * Workers and the service worker are started by address, and only scripts of this origin may be. Markup has no way here:
 * Solid makes its compiled templates under a policy of their own (vite.config.ts), and text from people is set as text.
 */
interface Policies {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => unknown;
}

const createScriptURL = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError('trusted-types: foreign script refused');
  return url;
};

const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
policies?.createPolicy('default', { createScriptURL });
