/** The server's log: JSON lines by pino. What is written is chosen field by field; nothing of a request is passed through. */
import { pino, type DestinationStream } from 'pino';
import type { Log } from './http/request-log.ts';

export const createLog = (destination?: DestinationStream): Log => {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    request: (line) => {
      logger.info(line, 'request');
    },
    failure: (route, error) => {
      logger.error({ route, failure: describe(error) }, 'failure');
    },
    violation: (directive, kind) => {
      logger.warn({ directive, kind }, 'csp-violation');
    },
    alarm: (code, cause) => {
      logger.error({ code, failure: describe(cause) }, 'alarm');
    },
  };
};

/** Where it failed, not with what: messages of a database may quote values, but a stack's frames do not. */
const describe = (error: unknown) => {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    ...(code === undefined ? {} : { code }),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
};
