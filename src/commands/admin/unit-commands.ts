/** How units change in the course of time, as commands: they merge, end, are called differently, come from a list; people move. */
import { fail, type Result } from '#domain/result.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import { endUnit, mergeUnits, type Merger } from '#server/actions/merge-units.ts';
import { movePerson } from '#server/actions/move-person.ts';
import { changeAgency, changeUnit } from '#server/actions/rename.ts';
import { accountOf, answer } from './answers.ts';
import type { AdminCommand } from './commands.ts';
import { importUnitsCommand } from './import-units.ts';
import type { Options, OptionShape } from './options.ts';

const needed: OptionShape = { kind: 'text', required: true };
const optional: OptionShape = { kind: 'text' };
const flag: OptionShape = { kind: 'flag' };

const FROM = '--from  ngày đầu tiên có hiệu lực, như 2025-07-01 / the first day on which it holds, like 2025-07-01';

const idsOf = (given: string): readonly string[] =>
  given
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** Either a unit that is there, or a new one with its name and kind. */
const intoOf = (options: Options): Result<Merger['into'], string> => {
  const [into, name, kind] = ['into', 'name', 'kind'].map((option) => options.get(option));
  if (into !== undefined)
    return name === undefined && kind === undefined
      ? { ok: true, value: into }
      : fail('Chọn một: --into, hoặc --name và --kind. / Choose one: --into, or --name and --kind.');
  if (name === undefined || kind === undefined)
    return fail('Thiếu --into, hoặc --name và --kind. / --into is missing, or --name and --kind.');
  return { ok: true, value: { name, kind, officialCode: options.get('code'), parent: options.get('parent') } };
};

const merge: AdminCommand = {
  usage:
    '--units <id,id,…> (--into <id> | --name <tên> --kind <xã|phường|…> [--code <mã>] [--parent <id>]) --from <ngày> [--json]',
  summary: 'Sáp nhập đơn vị từ một ngày. / Merges units from a day on.',
  details: [
    '--units   các đơn vị kết thúc / the units that end',
    '--into    đơn vị đã có nhận việc của họ / a unit that is there and carries on their work',
    '--name    hoặc tên đơn vị mới / or the name of a new one',
    '--parent  cấp trên của đơn vị mới; mặc định là cấp trên chung / the one above it; by default that of the old ones',
    FROM,
    'Bản ghi giữ đơn vị nơi chúng được ghi; đơn vị mới đọc được cả. Chuyển người bằng move-person. / Records keep the unit they were made in; the new unit reads them all. Move people with move-person.',
  ],
  options: {
    units: needed,
    into: optional,
    name: optional,
    kind: optional,
    code: optional,
    parent: optional,
    from: needed,
    json: flag,
  },
  run: async (deps, options) => {
    const into = intoOf(options);
    if (!into.ok) return into;
    const units = idsOf(options.get('units') ?? '');
    const merger = { units, into: into.value, from: options.get('from') ?? '' };
    return answer(
      await mergeUnits(deps, COMMAND_LINE, merger),
      options,
      ({ id }) =>
        `Từ ${merger.from}, ${String(units.length)} đơn vị sáp nhập vào đơn vị có id ${id}. / From ${merger.from} on ${String(units.length)} units are carried on by the unit with id ${id}.`,
    );
  },
};

const end: AdminCommand = {
  usage: '--unit <id> --last-day <ngày> [--below-to <id>] [--json]',
  summary:
    'Kết thúc một đơn vị không ai kế thừa, như một cấp bị bỏ. / Ends a unit that nobody carries on, as of a tier that goes.',
  details: [
    '--last-day  ngày cuối cùng, như 2025-06-30 / its last day, like 2025-06-30',
    '--below-to  đơn vị mà từ hôm sau các đơn vị cấp dưới trực thuộc / the unit to which those below report from the next day on',
  ],
  options: { unit: needed, 'last-day': needed, 'below-to': optional, json: flag },
  run: async (deps, options) => {
    const ending = {
      unit: options.get('unit') ?? '',
      last: options.get('last-day') ?? '',
      belowTo: options.get('below-to'),
    };
    return answer(
      await endUnit(deps, COMMAND_LINE, ending),
      options,
      ({ moved }) =>
        `Đơn vị kết thúc ngày ${ending.last}; ${String(moved)} đơn vị cấp dưới chuyển cấp trên. / The unit ends on ${ending.last}; ${String(moved)} units below report elsewhere.`,
    );
  },
};

const changeOneUnit: AdminCommand = {
  usage: '--unit <id> [--name <tên>] [--kind <loại>] [--code <mã chính thức>] --from <ngày> [--json]',
  summary: 'Đổi tên, loại hoặc mã của một đơn vị từ một ngày. / Changes a unit’s name, kind or code from a day on.',
  details: [FROM, 'Trước ngày đó đơn vị vẫn mang tên cũ. / Before that day it keeps its old name.'],
  options: { unit: needed, name: optional, kind: optional, code: optional, from: needed, json: flag },
  run: async (deps, options) => {
    const [name, kind, officialCode] = ['name', 'kind', 'code'].map((option) => options.get(option));
    if (name === undefined && kind === undefined && officialCode === undefined)
      return fail('Chưa nói đổi gì: --name, --kind hoặc --code. / Nothing to change: --name, --kind or --code.');
    const unit = options.get('unit') ?? '';
    const from = options.get('from') ?? '';
    return answer(
      await changeUnit(deps, COMMAND_LINE, { unit, change: { name, kind, officialCode }, from }),
      options,
      () => `Đã đổi từ ${from}. / Changed from ${from} on.`,
    );
  },
};

const changeOneAgency: AdminCommand = {
  usage: '--unit <id> --agency <id> --name <tên mới> --from <ngày> [--json]',
  summary: 'Đổi tên một cơ quan, tổ chức từ một ngày. / Changes an agency’s name from a day on.',
  details: [FROM],
  options: { unit: needed, agency: needed, name: needed, from: needed, json: flag },
  run: async (deps, options) => {
    const [unit = '', agency = '', name = '', from = ''] = ['unit', 'agency', 'name', 'from'].map((option) =>
      options.get(option),
    );
    return answer(
      await changeAgency(deps, COMMAND_LINE, { unit, agency, name, from }),
      options,
      () => `Từ ${from} tên là / from ${from} on it is called: ${name}`,
    );
  },
};

const move: AdminCommand = {
  usage: '--sign-in <tên> --unit <id> [--agency <id>] [--json]',
  summary: 'Chuyển một người sang đơn vị khác. / Moves a person to another unit.',
  details: [
    'Việc chưa gửi ở đơn vị cũ vẫn được nhận nếu đơn vị mới kế thừa nó. / What is unsent for the old unit is still accepted if the new one carries it on.',
  ],
  options: { 'sign-in': needed, unit: needed, agency: optional, json: flag },
  run: async (deps, options) => {
    const account = await accountOf(deps, options);
    if (!account.ok) return account;
    const to = { unit: options.get('unit') ?? '', agency: options.get('agency') ?? '' };
    return answer(
      await movePerson(deps, COMMAND_LINE, account.value, to),
      options,
      ({ unit }) => `${account.value.name}: ${unit}`,
    );
  },
};

export const unitCommands: Readonly<Record<string, AdminCommand>> = {
  'import-units': importUnitsCommand,
  'merge-units': merge,
  'end-unit': end,
  'change-unit': changeOneUnit,
  'change-agency': changeOneAgency,
  'move-person': move,
};
