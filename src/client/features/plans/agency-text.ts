/** What an agency must do as lines of text, for a message or a letter. */
import { formatDate } from '#domain/dates.ts';
import { lastValidDay } from '#domain/deadlines.ts';
import { roles, type AgencyDuties } from '#domain/agency-duties.ts';
import type { TaskProgress } from '#domain/task-progress.ts';
import { yearInPlan } from '#client/state/plan-kinship.ts';
import type { Saved } from '#client/state/workbook.ts';
import { t } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';
import { weekdayWord } from '#client/texts/words.ts';
import { progressLine, stateMark, whenWords } from './progress-words.ts';

export type SavedDuties = AgencyDuties<Saved<'task'>, Saved<'indicator'>, Saved<'rule'>>;

/** "Báo cáo 6 tháng · trong xã …: hạn cuối thứ Ba 04/06/2024". */
export const reportLine = ({ fields }: Saved<'rule'>, plan: Saved<'plan'>, today: string): string => {
  const day = lastValidDay(fields, fields.year ?? yearInPlan(plan.fields, today));
  const when = day === undefined ? s().plan.noDate : s().plan.lastDay(weekdayWord(day), formatDate(day));
  return `${t().ruleKinds[fields.kind]}, ${t().ruleLine(fields.from, fields.to)}: ${when}`;
};

export const progressWords = (progress: TaskProgress): string =>
  [stateMark(progress.state).word, ...progressLine(progress)].join(' · ');

export const agencyText = (
  duties: SavedDuties,
  plan: Saved<'plan'>,
  today: string,
  progressOf: (task: Saved<'task'>) => TaskProgress | undefined,
): string => {
  const byRole = roles.flatMap((role) => {
    const own = duties.tasks.filter((duty) => duty.role === role);
    if (own.length === 0) return [];
    const lines = own.flatMap(({ of }) => {
      const progress = progressOf(of);
      return [
        `- [${of.fields.section}] ${of.fields.text} (${whenWords(of.fields)})`,
        ...(progress === undefined ? [] : [`  ${progressWords(progress)}`]),
      ];
    });
    return ['', `${s().tasks.byRole[role]}:`, ...lines];
  });
  const indicators = duties.indicators.map(({ of, role }) => `- ${of.fields.text} (${s().agencyRoles[role]})`);
  const reports = duties.rules.map((rule) => `- ${reportLine(rule, plan, today)}`);
  return [
    `${s().tasks.sheet}: ${duties.name}`,
    plan.fields.title,
    s().tasks.asOf(formatDate(today)),
    ...byRole,
    ...(indicators.length > 0 ? ['', `${s().tasks.indicators}:`, ...indicators] : []),
    ...(reports.length > 0 ? ['', `${s().tasks.reports}:`, ...reports] : []),
  ].join('\n');
};
