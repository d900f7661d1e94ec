/** The sentences of tasks, how far they are, and who must do them, in English. */
import { formatCount } from '#domain/numbers.ts';
import type { TaskTexts } from './tasks-vi.ts';

const many = (n: number) => formatCount(n);
const things = (n: number, one: string, more: string) => `${many(n)} ${n === 1 ? one : more}`;

export const tasksEn: TaskTexts = {
  tasks: {
    eachTurn: (amount) => `${amount} each time`,
    inAll: (amount) => `${amount} in the whole plan`,
    ofNeed: (amount, need, turn) => `${amount} done, ${need} asked · ${turn}`,
    ofGoal: (amount, need) => `${amount} done, ${need} asked in the whole plan`,
    running: (n) => `${many(n)} going on`,
    planned: (n) => `${many(n)} planned`,
    states: {
      dropped: 'Dropped',
      done: 'Done',
      coming: 'Not yet due',
      nothing: 'No activity yet',
      planned: 'Planned',
      open: 'Going on',
      met: 'Met',
      late: 'Overdue',
    },
    turnStates: { coming: 'to come', open: 'running', met: 'enough', short: 'fell short' },
    turns: 'Turn by turn',
    turn: 'Turn',
    amount: 'Done',
    state: 'State',
    plannedMark: 'planned',
    runningMark: 'going on',
    filter: 'Filter tasks',
    filters: { all: 'All', late: 'Overdue', nothing: 'No activity yet', planned: 'With plans' },
    noneLeft: 'There is no such task.',
    counts: (late, nothing) => `${many(late)} overdue · ${many(nothing)} without any activity`,
    agencies: 'Who does what',
    agenciesLead: 'A page for each agency, to print or to send.',
    agencyTasks: (n) => things(n, 'task', 'tasks'),
    agencyIndicators: (n) => things(n, 'indicator', 'indicators'),
    agencyReports: (n) => things(n, 'report', 'reports'),
    noAgencies: 'This plan names no agency.',
    sheet: 'Assigned tasks',
    byRole: { lead: 'Leads', coordinate: 'Coordinates', requested: 'Is asked', data: 'Hands in figures' },
    indicators: 'Indicators',
    reports: 'Reports to send',
    print: 'Print this page',
    share: 'Send to the agency',
    copy: 'Copy as text',
    copied: 'Copied; paste it into a message or a letter.',
    failed: 'This device does not let anything be copied. Print this page instead.',
    asOf: (day) => `As of ${day}`,
  },
};
