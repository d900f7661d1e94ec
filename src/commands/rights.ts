/**
 * `npm run rights [-- --json]`: who may do what, as the tables of src/README.md, or all of it as JSON with the number of
 * cases that are made of it. Needs no server and no database. Exit codes: 0 done, 2 asked wrongly.
 */
import { rightsAsData, rightsAsText } from './rights/printed.ts';

interface Console {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const usage = [
  'npm run rights [-- --json]',
  '',
  'Ai được làm gì: bảng quyền, hoặc toàn bộ dưới dạng JSON. / Who may do what: the tables, or all of it as JSON.',
].join('\n');

export const rights = (args: readonly string[], { print, complain }: Console): number => {
  const [option, ...more] = args;
  if (option === '--help') {
    print(usage);
    return 0;
  }
  if ((option !== undefined && option !== '--json') || more.length > 0) {
    complain(usage);
    return 2;
  }
  print(option === '--json' ? JSON.stringify(rightsAsData()) : rightsAsText());
  return 0;
};
