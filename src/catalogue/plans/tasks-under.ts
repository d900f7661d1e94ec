/** Tasks that stand under one heading of a document: they share its path, its title and, mostly, who does them. */
import type { TaskItem } from './plan-document.ts';

type Heading = Omit<TaskItem, 'key' | 'line' | 'text' | 'recurrence'> & Partial<Pick<TaskItem, 'recurrence'>>;

/**
 * The bullet's number under its heading (with a letter where it asks for several things), its line, what it asks for,
 * and in what it differs from the heading.
 */
type Asked = readonly [bullet: string, line: number, text: string, differing?: Partial<TaskItem>];

/** A key is the heading's path and the bullet ("II.2.1-1a"; đ is written dd). Work goes on all the time unless something else is said. */
export const tasksUnder = (heading: Heading, asked: readonly Asked[]): readonly TaskItem[] =>
  asked.map(([bullet, line, text, differing]) => ({
    recurrence: 'ongoing',
    ...heading,
    ...differing,
    key: `${heading.section.replaceAll('đ', 'dd')}-${bullet}`,
    line,
    text,
  }));
