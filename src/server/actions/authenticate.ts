/** Who is asking: the session behind a token, and the account as it is now. Rights are read fresh at every request. */
import { fail, ok, type Result } from '#domain/result.ts';
import { SESSION_IDLE_MS } from './open-session.ts';
import type { Deps, Signed } from './ports.ts';

export interface Claim {
  /** From the cookie of the slot; `undefined` if there is none. */
  readonly token: string | undefined;
  readonly slot: string;
  /** Whom the page believes to be signed in: one person's work is never sent in another's session. */
  readonly person: string;
}

/** A session that is used is noted once an hour, not at every request. */
const TOUCH_MS = 60 * 60_000;

export const authenticate =
  (deps: Deps) =>
  async ({ token, slot, person }: Claim): Promise<Result<Signed>> => {
    const required = fail({ code: 'session/required' as const });
    if (token === undefined) return required;
    const { sessions } = deps.storage;
    const now = deps.now();
    const signed = await sessions.find(deps.secrets.hashToken(token));
    if (signed?.session.slot !== slot) return required;
    const { session, account } = signed;
    if (session.expires <= now || session.lastSeen + SESSION_IDLE_MS <= now) return required;
    if (session.person !== person) return fail({ code: 'session/other-person' });
    if (account.closed) return required;
    if (now - session.lastSeen > TOUCH_MS) await sessions.touch(session.tokenHash, now);
    return ok(signed);
  };
