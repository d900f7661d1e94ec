/** Names of files and the words for what can be wrong with one. */
import type { Problem } from '#domain/problem.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';

/** Nothing in a name says whose a file is. */
export const requestName = (day: string, place: number, count: number): string =>
  `so-tay-gui-${day}${count > 1 ? `-${String(place)}-${String(count)}` : ''}.stbg`;
export const replyName = (day: string): string => `so-tay-tra-loi-${day}.stbg`;

export const fileProblemText = (problem: Problem): string => {
  const faults: Readonly<Record<string, string>> = s().files.faults;
  if (problem.code === 'file/unfit') return faults[problem.why] ?? problemText(problem);
  if (problem.code === 'request/too-large') return s().files.faults['too-large'];
  return problemText(problem);
};
