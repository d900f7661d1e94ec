/**
 * When to exchange: a state machine that does nothing itself. The courier performs its commands.
 *
 * - One exchange runs at a time; a wish that comes meanwhile is remembered and fulfilled at once after it.
 * - A link that brought something forward, however little, is used again at once; one that brought nothing is left
 *   in peace for a while that grows.
 * - A refusal (a session that ended) stops it until somebody asks again. Nothing unsent is ever dropped here.
 */
import type { Problem } from '#domain/problem.ts';

export type Session =
  | { readonly is: 'resting' }
  | { readonly is: 'exchanging'; readonly attempt: number; readonly again: boolean }
  | { readonly is: 'waiting'; readonly attempt: number }
  | { readonly is: 'stuck'; readonly problem: Problem };

export type SessionEvent =
  | { readonly type: 'asked' }
  /** The wait is over. */
  | { readonly type: 'woken' }
  /** The answer was complete; `more` says that something is still unsent or unread. */
  | { readonly type: 'answered'; readonly more: boolean }
  /** No answer, or a cut one; `progressed` says that something was acknowledged or received all the same. */
  | { readonly type: 'lost'; readonly progressed: boolean }
  | { readonly type: 'refused'; readonly problem: Problem };

export type SessionCommand = { readonly do: 'exchange' } | { readonly do: 'wait'; readonly attempt: number };
export type Step = readonly [session: Session, command?: SessionCommand];

export const RESTING: Session = { is: 'resting' };

const exchange = (attempt: number): Step => [{ is: 'exchanging', attempt, again: false }, { do: 'exchange' }];
const wait = (attempt: number): Step => [
  { is: 'waiting', attempt },
  { do: 'wait', attempt },
];

export const step = (session: Session, event: SessionEvent): Step => {
  switch (event.type) {
    case 'asked':
      return session.is === 'exchanging' ? [{ ...session, again: true }] : exchange(0);
    case 'woken':
      return session.is === 'waiting' ? exchange(session.attempt) : [session];
    case 'answered':
      if (session.is !== 'exchanging') return [session];
      return event.more || session.again ? exchange(0) : [RESTING];
    case 'lost':
      if (session.is !== 'exchanging') return [session];
      return event.progressed ? exchange(0) : wait(session.attempt + 1);
    case 'refused':
      return session.is === 'exchanging' ? [{ is: 'stuck', problem: event.problem }] : [session];
  }
};
