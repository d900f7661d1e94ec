/** `npm run admin -- import-units FILE`: a published list of units, from JSON or CSV. */
import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { fail, ok, type Result } from '#domain/result.ts';
import { readUnitList, type ListFault, type ListFaultKind, type ListFormat } from '#domain/unit-list.ts';
import { COMMAND_LINE } from '#server/actions/administration.ts';
import { importUnits, type Imported } from '#server/actions/import-units.ts';
import type { AdminCommand, AdminDeps } from './commands.ts';
import type { Options, OptionShape } from './options.ts';
import { wordsOfProblem } from './problem-words.ts';

const MAX_BYTES = 8 * 1024 * 1024;
const SHOWN = 20;

const needed: OptionShape = { kind: 'text', required: true };
const optional: OptionShape = { kind: 'text' };

const faultWords: Readonly<Record<ListFaultKind, string>> = {
  unreadable: 'không phải JSON, hoặc không đúng dạng danh mục / not JSON, or not in the shape of a list',
  quote: 'ô trong dấu nháy không kết thúc / a quoted cell does not end',
  columns:
    'cột phải là code, name và tuỳ chọn kind, level, parent / the columns must be code, name and, if wanted, kind, level, parent',
  cells: 'số ô khác số cột / not as many cells as columns',
  empty: 'danh mục trống / the list is empty',
  'too-many': 'danh mục dài quá / the list is too long',
  code: 'mã phải gồm 2, 3 hoặc 5 chữ số / a code has two, three or five digits',
  'code-twice': 'mã đứng hai lần / the code stands twice',
  name: 'tên trống hoặc dài quá / the name is empty or too long',
  'name-twice': 'cùng một tên hai lần dưới một đơn vị / one name twice under one unit',
  kind: 'không rõ loại đơn vị; tên phải bắt đầu bằng loại, hoặc thêm cột kind / the kind is not clear: begin the name with it, or add a column kind',
  level: 'cấp khác với mã / not the level that the code says',
  parent:
    'cấp trên không có trong danh mục, hoặc không ở trên / the unit above is not in the list, or does not stand above',
  ended: 'đơn vị mang mã này đã kết thúc trước ngày đó / the unit of this code ended before that day',
  'later-change': 'sau ngày đó đơn vị còn một thay đổi khác / the unit has another change after that day',
  'same-name':
    'đã có đơn vị cùng tên chưa có mã: nếu là một, hãy đặt mã bằng change-unit --code / a unit of this name stands there without a code: if it is the same, give it the code with change-unit --code',
  above: 'đơn vị này ở trên đơn vị mà danh mục thuộc về / this unit is above the one under which the list goes',
  'not-yours': 'đơn vị này không do bạn quản trị / this unit is not yours to administer',
};

const wordsOfFault = ({ at, is, value }: ListFault): string =>
  `  ${at.startsWith('[') ? at : `dòng / line ${at}`}: ${faultWords[is]}${value === '' ? '' : ` (${value})`}`;

const wordsOfFaults = (faults: readonly ListFault[]): string =>
  [
    `Danh mục có ${String(faults.length)} chỗ sai; chưa nhập gì. / The list has ${String(faults.length)} faults; nothing was imported.`,
    ...faults.slice(0, SHOWN).map(wordsOfFault),
    ...(faults.length > SHOWN ? [`  … ${String(faults.length - SHOWN)} chỗ nữa / more`] : []),
  ].join('\n');

const readList = async (path: string): Promise<Result<string, string>> => {
  try {
    if ((await stat(path)).size > MAX_BYTES) return fail('Tệp lớn quá 8 MB. / The file is larger than 8 MB.');
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
  } catch {
    return fail(`Không đọc được tệp ${path} (cần UTF-8). / The file ${path} cannot be read (UTF-8 is needed).`);
  }
};

const formatOf = (path: string): ListFormat | undefined => {
  const extension = extname(path).toLowerCase();
  return extension === '.json' ? 'json' : extension === '.csv' ? 'csv' : undefined;
};

const wordsOf = ({ added, changed, unchanged, notNamed }: Imported, isTrial: boolean): string =>
  [
    `${isTrial ? 'Sẽ thêm / would add' : 'Đã thêm / added'}: ${String(added)}`,
    `${isTrial ? 'Sẽ đổi / would change' : 'Đã đổi / changed'}: ${String(changed)}`,
    `Giữ nguyên / as they were: ${String(unchanged)}`,
    `Có mã nhưng không có trong danh mục, giữ nguyên / with a code, not in the list, left alone: ${String(notNamed)}`,
  ].join('\n');

const run = async (deps: AdminDeps, options: Options): Promise<Result<string, string>> => {
  const path = resolve(options.get('file') ?? '');
  const format = formatOf(path);
  if (format === undefined) return fail('Tệp phải là .json hoặc .csv. / The file must be .json or .csv.');
  const text = await readList(path);
  if (!text.ok) return text;
  const listed = readUnitList(text.value, format);
  if (!listed.ok) return fail(wordsOfFaults(listed.problem));
  const isTrial = options.has('trial');
  const imported = await importUnits(deps, COMMAND_LINE, {
    listed: listed.value,
    source: options.get('source') ?? '',
    dated: options.get('dated') ?? '',
    from: options.get('from'),
    under: options.get('under'),
    mayTouch: () => true,
    isTrial,
  });
  if (imported.ok) return ok(options.has('json') ? JSON.stringify(imported.value) : wordsOf(imported.value, isTrial));
  const { problem } = imported;
  return fail(problem.code === 'faults' ? wordsOfFaults(problem.faults) : wordsOfProblem(problem));
};

export const importUnitsCommand: AdminCommand = {
  usage: 'FILE --source <nguồn> --dated <ngày> [--from <ngày>] [--under <id>] [--trial] [--json]',
  summary: 'Nhập đơn vị từ một danh mục JSON hoặc CSV. / Imports units from a JSON or CSV list.',
  details: [
    'FILE      [{code,name,communes:[[code,name],…]},…], [{code,name,kind?,level?,parent?},…], hoặc CSV với các cột đó / or CSV with those columns',
    '--source  ai công bố danh mục / who published the list',
    '--dated   danh mục của ngày nào, như 2026-07-25 / of which day it is, like 2026-07-25',
    '--from    từ ngày nào điều danh mục nói có hiệu lực; mặc định là ngày của danh mục / from which day on it holds; by default the day of the list',
    '--under   đơn vị đứng trên cùng danh mục / the unit above the topmost ones',
    '--trial   chỉ xem sẽ làm gì / only says what would be done',
    'Nhận ra đơn vị theo mã chính thức; nhập hai lần không đổi gì; có chỗ sai thì không nhập gì. / Units are known by their official code; importing twice changes nothing; a list with a fault imports nothing.',
  ],
  options: {
    file: { kind: 'word', required: true },
    source: needed,
    dated: needed,
    from: optional,
    under: optional,
    trial: { kind: 'flag' },
    json: { kind: 'flag' },
  },
  run,
};
