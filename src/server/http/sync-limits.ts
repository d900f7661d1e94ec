/** What one exchange may ask of the server. */
export const MAX_LINE_BYTES = 64 * 1024;
export const MAX_BODY_BYTES = 1024 * 1024;
