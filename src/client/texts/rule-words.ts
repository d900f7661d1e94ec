/** A report rule in words: how its day is printed, the last valid day, and what it is called beside others. */
import { formatDate } from '#domain/dates.ts';
import type { Contradiction, Standing } from '#domain/contradictions.ts';
import { lastValidDay, type Deadline } from '#domain/deadlines.ts';
import { reportDays } from '#domain/report-days.ts';
import type { Rule } from '#domain/records/plan.ts';
import { ahead } from './ahead.ts';
import { t } from './current.ts';
import { daysWords, monthDayWords, weekdayWord } from './words.ts';

/** "trước 10/11", "vào tháng 7"; `undefined` where no day is set. */
export const printedDay = ({ rule, month, monthDay }: Rule): string | undefined => {
  const inMonth = month === undefined ? undefined : t().monthShort(month);
  const day = monthDay === undefined ? inMonth : monthDayWords(monthDay);
  if (rule === 'none' || day === undefined) return undefined;
  return rule === 'before' ? t().today.before(day) : t().today.on(day);
};

/** "Báo cáo năm · gửi lên". */
export const ruleName = ({ kind, what, reach }: Rule): string =>
  `${kind === 'duty' ? (what ?? t().ruleKinds[kind]) : t().ruleKinds[kind]} · ${t().reaches[reach]}`;

/** "trước 10/11 · hạn cuối thứ Bảy 09/11/2024". */
export const ruleDays = (rule: Rule, year: number): string => {
  const lastDay = lastValidDay(rule, rule.year ?? year);
  const last = lastDay && ahead().deadline.lastDay(weekdayWord(lastDay), formatDate(lastDay));
  return [printedDay(rule), last].filter(Boolean).join(' · ');
};

const printedWords = ({ printed, line }: Rule): string | undefined => {
  if (printed === undefined) return undefined;
  return line === undefined ? ahead().deadline.printed(printed) : ahead().deadline.printedAt(printed, line);
};

export interface RuleWords {
  readonly label: string;
  readonly notes: readonly string[];
}

/** A rule as it stands beside another that contradicts it. */
export const ruleBeside = (rule: Rule, year: number): RuleWords => ({
  label: ruleDays(rule, year) || t().ruleKinds[rule.kind],
  notes: [ruleName(rule), t().ruleLine(rule.from, rule.to), printedWords(rule)].filter((words) => words !== undefined),
});

/** What the report is about where the level above set its days, and what can only be estimated when it is due. */
export const reportDaysWords = (rule: Rule, year: number): readonly string[] => {
  const { cutOffFrom, cutOffTo } = rule;
  const days = reportDays(rule, rule.year ?? year);
  if (days === undefined || cutOffFrom === undefined || cutOffTo === undefined) return [];
  const { window, estimated } = days;
  return [
    ahead().deadline.cutOff(daysWords(window.from, window.to)),
    ...(estimated ? [ahead().deadline.estimated(daysWords(estimated.from, estimated.to))] : []),
  ];
};

/** "Các quy định khác nhau: Báo cáo năm". */
export const contradictionTitle = ({ rules }: Pick<Contradiction, 'rules'>): string => {
  const kinds = [...new Set(rules.map(({ fields }) => t().ruleKinds[fields.kind]))];
  return ahead().contradiction.title(kinds.join(', '));
};

/** What the form of a choice says. */
export const chooseWords = () => {
  const { reason, choose, change, pick, governs, yields, open } = ahead().contradiction;
  return { reason, submit: choose, change, pick, chosen: governs, notChosen: yields, open };
};

/** What to beware of with a deadline, most pressing first. */
export const deadlineWarnings = (deadline: Deadline, standing: Standing | undefined): readonly string[] => {
  const { weekend, daysLeft, innerLaterThanOuter: inner, laterThanAbove: above } = deadline;
  const words = ahead().deadline;
  return [
    ...(standing === 'open' ? [words.open] : []),
    ...(weekend ? [daysLeft >= 0 ? words.weekend : words.weekendPast] : []),
    ...(inner ? [words.innerLater(formatDate(inner.outerLastDay), inner.days)] : []),
    ...(above ? [words.laterThanAbove(formatDate(above.lastDay), above.days)] : []),
  ];
};
