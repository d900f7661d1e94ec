/**
 * Where every npm script of the program begins. Plain JavaScript, so that a Node that is too old for the rest can still say so.
 */
const MIN_MAJOR = 24;
const major = Number(process.versions.node.split('.')[0]);

if (major < MIN_MAJOR) {
  console.error(
    [
      `Cần Node.js ${MIN_MAJOR} trở lên; đang chạy bằng Node.js ${process.versions.node}.`,
      'Trên Linux x64, "npm ci" tự mang theo bản phù hợp: hãy chạy "npm ci" rồi "npm start".',
      `Trên máy khác, hãy cài Node.js ${MIN_MAJOR} từ https://nodejs.org rồi chạy lại.`,
      '',
      `Node.js ${MIN_MAJOR} or newer is needed; this is Node.js ${process.versions.node}.`,
      'On Linux x64 "npm ci" brings the right one along: run "npm ci", then "npm start".',
      `Elsewhere install Node.js ${MIN_MAJOR} from https://nodejs.org and try again.`,
    ].join('\n'),
  );
  process.exit(1);
}

const terminal = {
  /** Resolves when there is room for more. */
  print: (text) =>
    new Promise((resolve) => {
      process.stdout.write(`${text}\n`, () => resolve());
    }),
  complain: (text) => process.stderr.write(`${text}\n`),
};
/** Whoever reads along may have enough (head, less): that is no failure. */
const endWithReader = () => {
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
};
const commands = {
  start: async () => (await import('./start.ts')).start(),
  admin: async () => {
    endWithReader();
    return (await import('./admin.ts')).admin(process.argv.slice(3), {
      ...terminal,
      input: process.stdin,
      environment: process.env,
      workingDir: process.cwd(),
    });
  },
  catalogue: async () => {
    endWithReader();
    return (await import('./catalogue.ts')).catalogue(process.argv.slice(3), terminal);
  },
  rights: async () => {
    endWithReader();
    return (await import('./rights.ts')).rights(process.argv.slice(3), terminal);
  },
};

const name = process.argv[2] ?? '';
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error('node src/commands/run.mjs start | admin … | catalogue [--json] | rights [--json]');
  process.exit(2);
}
process.exitCode = await command();
