/**
 * What a person is reminded of when the workbook opens, each to be put off until tomorrow; and, where it was asked for, one
 * notification a day, which says how many and until when, never what.
 */
import { createEffect, createMemo, Show } from 'solid-js';
import { formatDate } from '#domain/dates.ts';
import { standingReminders } from '#domain/reminders.ts';
import { showNotification } from '#client/device/notifications.ts';
import { createKeptReminders } from '#client/state/kept-reminders.ts';
import { useWorkbook } from '#client/state/context.ts';
import { ownRules } from '#client/state/own-rules.ts';
import type { Tallies } from '#client/state/tallies.ts';
import type { Saved } from '#client/state/workbook.ts';
import { ahead } from '#client/texts/ahead.ts';
import { Icon } from '#client/ui/icons.tsx';
import { Keyed } from '#client/ui/Keyed.tsx';
import { focusAfter } from '#client/ui/focus-field.ts';
import { showToast } from '#client/ui/toasts.tsx';
import { farWords, kindWords, remindedOf, type Reminded } from './reminded.ts';

interface RemindersProps {
  readonly tallies: Tallies;
  /** The own ones that have begun. */
  readonly plans: readonly Saved<'plan'>[];
  /** All that are shown. */
  readonly all: readonly Saved<'plan'>[];
}

export const Reminders = (props: RemindersProps) => {
  const workbook = useWorkbook();
  const rules = workbook.list('rule');
  const tasks = workbook.list('task');
  const campaigns = workbook.list('campaign');
  const memory = createKeptReminders(workbook);
  const all = createMemo(() => {
    const [read, open, held, done] = [rules(), tasks(), campaigns(), props.tallies.activities()];
    if (read === undefined || open === undefined || held === undefined || done === undefined) return undefined;
    return remindedOf(
      {
        rules: ownRules(read, props.plans, props.all),
        tasks: open,
        campaigns: held,
        plans: props.plans,
        activities: done,
      },
      workbook.today(),
    );
  });
  const standing = createMemo((): readonly Reminded[] => {
    const kept = memory.kept();
    const found = all();
    if (kept === undefined || found === undefined) return [];
    const keys = new Set(standingReminders(found, kept.putOff, workbook.today()).map(({ key }) => key));
    return found.filter(({ key }) => keys.has(key));
  });
  createEffect(() => {
    const kept = memory.kept();
    const found = all();
    const today = workbook.today();
    const nearest = found?.find(({ daysLeft }) => daysLeft >= 0);
    if (kept === undefined || nearest === undefined || !kept.wantsNotices || kept.noticedOn === today) return;
    void tell(found?.length ?? 0, nearest.day, today);
  });
  const tell = async (count: number, day: string, today: string) => {
    const shown = await showNotification({
      title: ahead().reminder.notice(count),
      body: ahead().reminder.noticeBody(formatDate(day)),
      tag: 'reminders',
    });
    if (shown) await memory.noticed(today);
  };
  const putOff = async (reminder: Reminded) => {
    await memory.putOff(reminder.key, workbook.today());
    showToast(ahead().reminder.putOff);
    focusAfter('reminders', 'due');
  };
  return (
    <Show when={standing().length > 0}>
      <section class="stack tight" aria-labelledby="reminders">
        <h2 id="reminders" tabindex="-1">
          {ahead().reminder.title}
        </h2>
        <ul class="card rows">
          <Keyed each={standing()} by={({ key }) => key}>
            {(reminder) => (
              <li class="line ordering">
                <a class="row grow" href={reminder().href}>
                  <span class="grow titled">
                    {reminder().title}
                    <span class="s dim">
                      {[kindWords(reminder()), farWords(reminder().daysLeft), formatDate(reminder().day)].join(' · ')}
                    </span>
                  </span>
                </a>
                <Show when={workbook.opened === undefined}>
                  <button
                    type="button"
                    class="btn plain"
                    aria-label={ahead().reminder.laterFor(reminder().title)}
                    onClick={() => void putOff(reminder())}
                  >
                    {ahead().reminder.later}
                  </button>
                </Show>
              </li>
            )}
          </Keyed>
        </ul>
        <a class="back" href="/lich#reminders">
          {ahead().reminder.settings}
          <Icon name="next" size={16} />
        </a>
      </section>
    </Show>
  );
};
