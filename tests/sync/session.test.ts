import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESTING, type Session, type SessionEvent, type Step, step } from '#sync/session.ts';

const problem = { code: 'session/required' } as const;
const after = (...events: readonly SessionEvent[]): Step =>
  events.reduce<Step>(([session], event) => step(session, event), [RESTING]);

const asked: SessionEvent = { type: 'asked' };
const woken: SessionEvent = { type: 'woken' };
const answered = (more: boolean): SessionEvent => ({ type: 'answered', more });
const lost = (progressed: boolean): SessionEvent => ({ type: 'lost', progressed });
const refused: SessionEvent = { type: 'refused', problem };

const events = fc.array(
  fc.constantFrom(asked, woken, answered(true), answered(false), lost(true), lost(false), refused),
);

describe('a session', () => {
  test('exchanges when somebody asks, and rests when all is said', () => {
    expect(after(asked)).toEqual([{ is: 'exchanging', attempt: 0, again: false }, { do: 'exchange' }]);
    expect(after(asked, answered(false))).toEqual([RESTING]);
  });

  test('exchanges again at once when more is waiting', () => {
    expect(after(asked, answered(true))[1]).toEqual({ do: 'exchange' });
  });

  test('remembers a wish that comes during an exchange', () => {
    expect(after(asked, asked)[1]).toBeUndefined();
    expect(after(asked, asked, answered(false))[1]).toEqual({ do: 'exchange' });
    expect(after(asked, asked, answered(false), answered(false))).toEqual([RESTING]);
  });

  test('uses a link again at once that brought something, and leaves one in peace that did not', () => {
    expect(after(asked, lost(true))[1]).toEqual({ do: 'exchange' });
    expect(after(asked, lost(false))[1]).toEqual({ do: 'wait', attempt: 1 });
    expect(after(asked, lost(false), woken, lost(false))[1]).toEqual({ do: 'wait', attempt: 2 });
    expect(after(asked, lost(false), woken, lost(true), lost(false))[1]).toEqual({ do: 'wait', attempt: 1 });
  });

  test('exchanges during a wait when somebody asks', () => {
    expect(after(asked, lost(false), asked)[1]).toEqual({ do: 'exchange' });
  });

  test('is stuck after a refusal until somebody asks', () => {
    expect(after(asked, refused)).toEqual([{ is: 'stuck', problem }]);
    expect(after(asked, refused, woken)).toEqual([{ is: 'stuck', problem }]);
    expect(after(asked, refused, asked)[1]).toEqual({ do: 'exchange' });
  });

  test('never runs two exchanges at once', () => {
    fc.assert(
      fc.property(events, (list) => {
        let session: Session = RESTING;
        let running = 0;
        for (const event of list) {
          // The courier reports the end of an exchange only while it runs one.
          const ends = event.type === 'answered' || event.type === 'lost' || event.type === 'refused';
          if (ends && running === 0) continue;
          if (ends) running -= 1;
          const [next, command] = step(session, event);
          if (command?.do === 'exchange') running += 1;
          session = next;
          expect(running).toBe(session.is === 'exchanging' ? 1 : 0);
        }
      }),
    );
  });

  test('does nothing at the end of an exchange that it does not run', () => {
    for (const event of [answered(true), lost(true), refused]) expect(step(RESTING, event)).toEqual([RESTING]);
  });
});
