/** The administrator's commands: what each asks for and does. Answers are text for the console, or JSON alone with --json. */
import { Role } from '#domain/records/unit.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import * as v from 'valibot';
import {
  addAgency,
  addPerson,
  addUnit,
  COMMAND_LINE,
  setPassword,
  setRole,
  type NewAccount,
} from '#server/actions/administration.ts';
import { createSample } from '#server/actions/create-sample.ts';
import type { Deps } from '#server/actions/ports.ts';
import type { Database } from '#server/database/dialects.ts';
import type { Settings } from '#server/settings.ts';
import { accountOf, answer } from './answers.ts';
import { auditCommand } from './audit.ts';
import { deliver } from './deliver.ts';
import { exportCommand } from './export-json.ts';
import { readFirstLine, type Input } from './first-line.ts';
import { keepingCommands } from './keeping.ts';
import { listing } from './listing.ts';
import type { OptionShape, Options } from './options.ts';
import { receipt } from './receipt.ts';
import { unitCommands } from './unit-commands.ts';
import { upkeepCommands } from './upkeep.ts';

export type Print = (text: string) => unknown;

export interface AdminCommand {
  readonly usage: string;
  readonly summary: string;
  readonly details: readonly string[];
  readonly options: Readonly<Record<string, OptionShape>>;
  readonly run: (deps: AdminDeps, options: Options, input: Input) => Promise<Result<string, string>>;
}

/** The actions' ports, and the database itself for those who keep it. */
export interface AdminDeps extends Deps {
  readonly database: Database;
  readonly settings: Settings;
  /** A line, or several, on the console; for what is long it says when there is room for more. */
  readonly print: Print;
}

const needed: OptionShape = { kind: 'text', required: true };
const optional: OptionShape = { kind: 'text' };
const flag: OptionShape = { kind: 'flag' };

const wordsOfAccount = ({ role, unit, agency, name, signIn, password }: NewAccount): string =>
  [
    `${name} (${role}), ${[agency, unit].filter((part) => part !== '').join(', ')}`,
    `  Tên đăng nhập / sign-in: ${signIn}`,
    `  Mật khẩu / password:     ${password}`,
  ].join('\n');

const roleOf = (options: Options): Result<Role, string> => {
  const role = v.safeParse(Role, options.get('role'));
  return role.success ? ok(role.output) : fail(`--role phải là một trong / must be one of: ${Role.options.join(', ')}`);
};

export const adminCommands: Readonly<Record<string, AdminCommand>> = {
  sample: {
    usage: '[--year] [--json]',
    summary: 'Tạo không gian mẫu với người mẫu. / Makes the sample workspace with its invented people.',
    details: [
      'Mật khẩu chỉ hiện một lần. / Passwords are shown once.',
      '--year  kèm cả năm 2024 của xã: khoảng 400 hoạt động, đủ các sổ và số liệu / with the commune’s whole year 2024: some 400 activities, all registers and figures',
      '--json  chỉ in JSON / prints JSON only: {"accounts":[{role,unit,agency,name,signIn,password}]}',
    ],
    options: { year: flag, json: flag },
    run: async (deps, options) => {
      const sample = await createSample(deps, COMMAND_LINE, options.has('year') ? 'year' : 'plans');
      if (!sample.ok && sample.problem.code === 'set-up/done-already')
        return fail('Đã có không gian mẫu rồi. / There is a sample workspace already.');
      const accounts = sample.ok ? ok({ accounts: sample.value }) : sample;
      return answer(accounts, options, ({ accounts: made }) => made.map(wordsOfAccount).join('\n'));
    },
  },

  'add-unit': {
    usage: '--name <tên> --kind <xã|phường|tỉnh|…> [--parent <id>] [--json]',
    summary: 'Thêm một đơn vị. / Adds a unit.',
    details: ['--parent  mã (id) của đơn vị cấp trên; xem "list" / id of the unit above; see "list"'],
    options: { name: needed, kind: needed, parent: optional, json: flag },
    run: async (deps, options) => {
      const unit = { name: options.get('name') ?? '', kind: options.get('kind') ?? '', parent: options.get('parent') };
      const made = await addUnit(deps, COMMAND_LINE, unit);
      return answer(made, options, ({ id }) => `Đã thêm / added: ${unit.name} (id ${id})`);
    },
  },

  'add-agency': {
    usage: '--unit <id> --name <tên> [--kind <mã>] [--json]',
    summary: 'Thêm một cơ quan, tổ chức vào đơn vị. / Adds an agency to a unit.',
    details: [],
    options: { unit: needed, name: needed, kind: optional, json: flag },
    run: async (deps, options) => {
      const name = options.get('name') ?? '';
      const agency = { unit: options.get('unit') ?? '', name, kind: options.get('kind') ?? '' };
      const made = await addAgency(deps, COMMAND_LINE, agency);
      return answer(made, options, ({ id }) => `Đã thêm / added: ${name} (id ${id})`);
    },
  },

  'add-person': {
    usage: '--unit <id> [--agency <id>] --name <tên> [--title <chức danh>] --role <vai trò> --sign-in <tên> [--json]',
    summary: 'Thêm một người và tài khoản. / Adds a person and their account.',
    details: [
      `--role  ${Role.options.join(' | ')}`,
      'Mật khẩu được tạo ra và chỉ hiện một lần. / The password is generated and shown once.',
    ],
    options: {
      unit: needed,
      agency: optional,
      name: needed,
      title: optional,
      role: needed,
      'sign-in': needed,
      json: flag,
    },
    run: async (deps, options) => {
      const role = roleOf(options);
      if (!role.ok) return role;
      const person = await addPerson(deps, COMMAND_LINE, {
        unit: options.get('unit') ?? '',
        agency: options.get('agency') ?? '',
        name: options.get('name') ?? '',
        title: options.get('title') ?? '',
        role: role.value,
        signIn: options.get('sign-in') ?? '',
      });
      return answer(person, options, wordsOfAccount);
    },
  },

  'set-password': {
    usage: '--sign-in <tên> [--stdin] [--json]',
    summary: 'Đặt mật khẩu mới và kết thúc các phiên. / Sets a new password and ends the sessions.',
    details: [
      'Không có --stdin: mật khẩu được tạo ra. / Without --stdin the password is generated.',
      '--stdin  đọc mật khẩu từ dòng đầu tiên / reads the password from the first line of input',
    ],
    options: { 'sign-in': needed, stdin: flag, json: flag },
    run: async (deps, options, input) => {
      const account = await accountOf(deps, options);
      if (!account.ok) return account;
      const chosen = options.has('stdin') ? await readFirstLine(input) : undefined;
      const set = await setPassword(deps, COMMAND_LINE, account.value, chosen);
      return answer(set, options, ({ password }) =>
        chosen === undefined ? `Mật khẩu mới / new password: ${password}` : 'Đã đặt mật khẩu. / The password is set.',
      );
    },
  },

  'set-role': {
    usage: '--sign-in <tên> --role <vai trò> [--json]',
    summary: 'Đổi vai trò của một người. / Changes a person’s role.',
    details: [`--role  ${Role.options.join(' | ')}`],
    options: { 'sign-in': needed, role: needed, json: flag },
    run: async (deps, options) => {
      const role = roleOf(options);
      if (!role.ok) return role;
      const account = await accountOf(deps, options);
      if (!account.ok) return account;
      const set = await setRole(deps, COMMAND_LINE, account.value, role.value);
      return answer(set, options, () => `${account.value.name}: ${role.value}`);
    },
  },

  receipt: {
    usage: 'CODE [--json]',
    summary: 'Kiểm tra một biên nhận. / Checks a receipt.',
    details: [
      'In của ai, lúc nào, bao nhiêu thay đổi, và máy chủ còn đủ không. / Prints whose, when, how many changes, and whether the server still has all of them.',
    ],
    options: { code: { kind: 'word', required: true }, json: flag },
    run: (deps, options) => receipt(deps, options.get('code') ?? '', options.has('json')),
  },

  deliver: {
    usage: 'FILE [--reply OUT] [--json]',
    summary: 'Nhận một tệp gửi đi (.stbg) và viết tệp trả lời. / Takes an outgoing file (.stbg) and writes the reply.',
    details: [
      'Nhận hai lần, hoặc nhận cả qua mạng, không làm thay đổi gì. / Taking it twice, or by network as well, changes nothing.',
      '--reply  nơi ghi tệp trả lời; mặc định bên cạnh tệp gửi / where to write the reply; by default beside the file',
    ],
    options: { file: { kind: 'word', required: true }, reply: optional, json: flag },
    run: deliver,
  },

  list: {
    usage: '[--json]',
    summary: 'Liệt kê đơn vị, cơ quan và người. / Lists units, agencies and people.',
    details: [],
    options: { json: flag },
    run: (deps, options) => listing(deps, options.has('json')),
  },

  'export-json': exportCommand,
  audit: auditCommand,

  ...unitCommands,
  ...keepingCommands,
  ...upkeepCommands,
};
