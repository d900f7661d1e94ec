/** What stands ahead on the first page, in English. */
import { formatCount } from '#domain/numbers.ts';
import type { AheadTexts } from './ahead-vi.ts';

export const aheadEn: AheadTexts = {
  deadline: {
    nothingDue: 'No report is due in the time ahead.',
    dueOn: (weekday, day) => `Last day ${weekday} ${day}`,
    daysLeft: (n) => (n === 0 ? 'due today' : n === 1 ? '1 day left' : `${String(n)} days left`),
    overdue: (n) => (n === 1 ? '1 day overdue' : `${String(n)} days overdue`),
    weekendPast: 'The last day was on a weekend',
    weekend: 'The last day is on a weekend; send earlier',
    innerLater: (day: string, days: number) =>
      days === 0
        ? `The commune's own deadline is the same as the one above (${day}); collect earlier`
        : `The commune's own deadline is ${formatCount(days)} days later than the one above (${day}); collect earlier`,
    laterThanAbove: (day: string, days: number) =>
      days === 0
        ? `On the same day as the plan above asks (${day}); better collect earlier`
        : `${formatCount(days)} days later than the plan above asks (${day})`,
    cutOff: (days: string) => `Figures of ${days}`,
    estimated: (days: string) => `The period is not over when it is due: estimate ${days}, supplement later`,
    open: 'Contradicts another rule, nothing chosen yet',
    governs: 'Chosen to govern',
    lastDay: (weekday: string, day: string) => `last day ${weekday} ${day}`,
    printed: (words: string) => `Printed: “${words}”`,
    printedAt: (words: string, line: number) => `Printed: “${words}” (line ${String(line)})`,
  },
  contradiction: {
    title: (what: string) => `Different rules: ${what}`,
    lead: 'The document states different deadlines for one obligation. Choose which governs; the other is kept and marked.',
    leadRead: 'The document states different deadlines for one obligation.',
    reason: 'Why this one (optional)',
    reasonWas: (reason: string) => `Reason: ${reason}`,
    choose: 'Let the chosen rule govern',
    change: 'Change the choice',
    pick: 'Choose a rule.',
    chosen: 'The governing rule was chosen',
    undone: 'Put back as it was',
    governs: 'Governs',
    yields: 'Does not govern, kept for comparison',
    open: 'Not chosen yet',
    history: 'History of changes',
    likely: 'May contradict each other',
    likelyLead:
      'The same report, from and to the same, by different days. If they do contradict, mark them and choose.',
    mark: 'Mark as contradicting',
    marked: 'Marked; now choose which governs.',
  },
  reminder: {
    title: 'Reminders',
    deadlineEnds: 'last day',
    campaignBegins: 'begins',
    taskEnds: 'its time ends, without any activity',
    today: 'today',
    tomorrow: 'tomorrow',
    inDays: (n: number) => `in ${formatCount(n)} days`,
    past: (n: number) => `${formatCount(n)} days over`,
    later: 'Tomorrow',
    laterFor: (what: string) => `Remind me tomorrow: ${what}`,
    putOff: 'You will be reminded tomorrow',
    settings: 'Notifications and calendar',
    notice: (n: number) => `${formatCount(n)} due soon`,
    noticeBody: (day: string) => `The nearest: ${day}. Open the workbook to see.`,
  },
};
