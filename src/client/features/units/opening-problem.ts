/** Why a unit's work could not be opened or asked for again, and what can be done. */
import type { Problem } from '#domain/problem.ts';
import { problemText } from '#client/texts/current.ts';
import { s } from '#client/texts/screens.ts';

export const isLinkProblem = ({ code }: Problem): boolean =>
  code === 'courier/offline' || code === 'courier/unreachable' || code === 'sync/unreadable-answer';

export const openingProblem = (problem: Problem): string => {
  switch (problem.code) {
    case 'courier/offline':
      return s().units.open.offline;
    case 'courier/unreachable':
    case 'sync/unreadable-answer':
      return s().units.open.cut;
    case 'rights/forbidden':
      return s().units.open.forbidden;
    case 'rights/not-found':
      return s().units.open.notFound;
    default:
      return problemText(problem);
  }
};
