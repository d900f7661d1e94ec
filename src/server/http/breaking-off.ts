/**
 * What happens when an answer cannot go on. Before its first bytes are on their way it becomes a problem with its status;
 * later only the connection can say so: it is cut, and the device takes what arrived and asks again. An answer that ended
 * in words, as the library would have it, would look like one that is whole.
 */
import type { Context } from 'hono';
import { routePath } from 'hono/route';
import { isStorageFault } from '#server/actions/ports.ts';
import type { Log } from './request-log.ts';
import type { Env } from './router.ts';

export const logFailure = (log: Log, context: Context<Env>, error: unknown): void => {
  if (isStorageFault(error)) log.alarm(error.problem.code, error.cause);
  else log.failure(routePath(context), error);
};

export const breakingOff = <T>(
  log: Log,
  context: Context<Env>,
  answer: () => AsyncGenerator<T, void, undefined>,
): { readonly answer: AsyncGenerator<T, void, undefined>; readonly isOnItsWay: () => void } => {
  let isOnItsWay = false;
  const guarded = async function* (): AsyncGenerator<T, void, undefined> {
    try {
      yield* answer();
    } catch (error) {
      if (!isOnItsWay) throw error;
      logFailure(log, context, error);
      context.env.incoming?.socket.destroy();
      // By this code the library knows that nobody is there any more, and writes nothing.
      throw Object.assign(new Error('broken off'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
    }
  };
  return {
    answer: guarded(),
    isOnItsWay: () => {
      isOnItsWay = true;
    },
  };
};
