/**
 * The page's one Trusted Types policy; imported before anything that renders.
 *
 * Solid makes elements from compiled, constant templates by `innerHTML`, and workers are started by address.
 * The policy lets just these through: markup without scripts or handlers, and scripts of this origin.
 * Text from people never comes this way: it is set as text, which needs no policy.
 */
interface Policies {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (html: string) => string; readonly createScriptURL: (url: string) => string },
  ) => unknown;
}

const isActive = /<\s*(?:script|iframe|object|embed|base|meta|link)\b|\son\w+\s*=|javascript:/iu;

const createHTML = (html: string): string => {
  if (isActive.test(html)) throw new TypeError('trusted-types: active markup refused');
  return html;
};

const createScriptURL = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError('trusted-types: foreign script refused');
  return url;
};

const policies = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes;
policies?.createPolicy('default', { createHTML, createScriptURL });
