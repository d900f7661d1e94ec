/**
 * `npm run admin -- <command>`: units, agencies, people and the sample, from the console of whoever keeps the server.
 * Works beside a running server. Exit codes: 0 done, 1 cannot start, 2 refused or asked wrongly.
 */
import { openWorkshop } from '#server/main.ts';
import { parseSettings, type Environment } from '#server/settings.ts';
import { adminCommands, type Print } from './admin/commands.ts';
import { parseOptions } from './admin/options.ts';
import { wordsOfDatabase, wordsOfSettings } from './refusals.ts';

/** What a command sees of the process that it runs in. */
export interface Terminal {
  readonly print: Print;
  readonly complain: (text: string) => void;
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly environment: Environment;
  readonly workingDir: string;
}

const overview = (): string =>
  [
    'npm run admin -- <lệnh / command> [--help]',
    '',
    ...Object.entries(adminCommands).map(([name, { summary }]) => `  ${name.padEnd(14)} ${summary}`),
  ].join('\n');

export const admin = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const { print, complain } = terminal;
  const [name = '', ...rest] = args;
  if (name === '' || name === '--help' || name === 'help') {
    await print(overview());
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(adminCommands, name) ? adminCommands[name] : undefined;
  if (command === undefined) {
    complain(`Không có lệnh "${name}". / There is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const help = [`npm run admin -- ${name} ${command.usage}`.trimEnd(), '', command.summary, ...command.details].join(
    '\n',
  );
  if (rest.includes('--help')) {
    await print(help);
    return 0;
  }
  const options = parseOptions(command.options, rest);
  if (!options.ok) {
    complain(`${options.problem}\n\n${help}`);
    return 2;
  }
  const settings = parseSettings(terminal.environment, terminal.workingDir);
  if (!settings.ok) {
    complain(wordsOfSettings(settings.problem));
    return 1;
  }
  const workshop = await openWorkshop(settings.value);
  if (!workshop.ok) {
    complain(wordsOfDatabase(workshop.problem));
    // Who asks whether something is wrong is answered.
    return name === 'verify' && workshop.problem.is === 'damaged' ? 2 : 1;
  }
  try {
    const answer = await command.run(
      { ...workshop.value, settings: settings.value, print },
      options.value,
      terminal.input,
    );
    if (!answer.ok) complain(answer.problem);
    else if (answer.value !== '') await print(answer.value);
    return answer.ok ? 0 : 2;
  } finally {
    await workshop.value.close();
  }
};
