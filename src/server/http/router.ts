/** Registers routes with what the table of rights has them ask: first who is asking, then whether they may, then the handler. */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { fail, type Result } from '#domain/result.ts';
import { closedProblem, mayCall } from '#domain/rights.ts';
import type { RouteName, RouteRight, RouteWith } from '#domain/rights-table.ts';
import type { authenticate } from '#server/actions/authenticate.ts';
import type { Signed } from '#server/actions/ports.ts';
import { problemResponse } from './problem-response.ts';
import { readAhead, type ReadAhead } from './read-ahead.ts';

export interface Env {
  readonly Bindings: { readonly incoming?: IncomingMessage };
}

type Answer = Response | Promise<Response>;
export type OpenHandler = (context: Context<Env>) => Answer;
export type StreamingHandler = (context: Context<Env>, signed: Signed, body: ReadAhead) => Answer;
export type SignedHandler = (context: Context<Env>, signed: Signed) => Answer;

const SLOT = /^[A-Za-z0-9]{8}$/u;
export const cookieName = (slot: string): string => `__Host-s${slot}`;

/** As Node has it, where it was Node that took the request: on the way through a web stream a cut costs what stands in it. */
const bodyOf = ({ env, req }: Context<Env>): Readable | undefined => {
  if (env?.incoming !== undefined) return env.incoming;
  return req.raw.body === null ? undefined : Readable.from(req.raw.body);
};

export const createRouter = (app: Hono<Env>, who: ReturnType<typeof authenticate>) => {
  const register = (name: RouteName, handler: OpenHandler): void => {
    const [method = '', path = ''] = name.split(' ');
    if (method === 'ALL') app.all(path, handler);
    else app.on(method, path, handler);
  };

  const identify = (context: Context<Env>): Promise<Result<Signed>> => {
    const slot = context.req.header('X-Slot') ?? '';
    const token = SLOT.test(slot) ? getCookie(context, cookieName(slot)) : undefined;
    return who({ token, slot, person: context.req.header('X-Person') ?? '' });
  };

  /** Who is asking, if they may call the route at all. */
  const admit = async (context: Context<Env>, name: RouteName): Promise<Result<Signed>> => {
    const signed = await identify(context);
    const problem = signed.ok ? mayCall(signed.value.account, name) : undefined;
    return problem === undefined ? signed : fail(problem);
  };

  return {
    open: (name: RouteWith<'anyone'>, handler: OpenHandler): void => {
      register(name, (context) => {
        const problem = closedProblem(name);
        return problem === undefined ? handler(context) : problemResponse(problem);
      });
    },

    signed: (name: RouteWith<Exclude<RouteRight, 'anyone'>>, handler: SignedHandler): void => {
      register(name, async (context) => {
        const signed = await admit(context, name);
        return signed.ok ? handler(context, signed.value) : problemResponse(signed.problem);
      });
    },

    /** For those whose body is a stream: it is read from the first moment on, and dropped if nobody knows who sends it. */
    streaming: (name: RouteWith<'exchange'>, maxBytes: number, handler: StreamingHandler): void => {
      register(name, async (context) => {
        const body = readAhead(bodyOf(context), maxBytes);
        const signed = await admit(context, name).catch((error: unknown) => {
          body.drop();
          throw error;
        });
        if (signed.ok) return handler(context, signed.value, body);
        body.drop();
        return problemResponse(signed.problem);
      });
    },
  };
};
