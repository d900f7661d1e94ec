/** What both ends must agree on before anything else. */
export const PROTOCOL_VERSION = 2;
/** Grows when a table, a field or a rule of writing is added; lenses.ts brings older mutations up to it. */
export const SCHEMA_VERSION = 3;
/**
 * A line of more than twice this many characters is sent in slices of this many, so that a link that dies often still
 * ends. A character is at most three bytes: a slice, the standings and the answer's header pass a link of 4 KB.
 */
export const SLICE_CHARS = 512;

/** What one exchange may ask of the server: a line, by whatever door it comes, and the body of a request. */
export const MAX_LINE_BYTES = 64 * 1024;
export const MAX_BODY_BYTES = 1024 * 1024;
/** Of one request by the network, so that nobody keeps a scope locked with a body of tiny ones; what is over is sent again. */
export const MAX_MUTATIONS = 500;
