/** The sample's commune and two invented neighbours, each with its record of November 2024, merged from the 18th on. */
import { CREATED } from '#domain/change.ts';
import { readUnitList } from '#domain/unit-list.ts';
import { scopeOf } from '#domain/scope.ts';
import { addAgency, addUnit, COMMAND_LINE } from '#server/actions/administration.ts';
import { importUnits } from '#server/actions/import-units.ts';
import { mergeUnits } from '#server/actions/merge-units.ts';
import { movePerson } from '#server/actions/move-person.ts';
import { changeUnit } from '#server/actions/rename.ts';
import { writeAsServer } from '#server/actions/write-as-server.ts';
import { openWorkshop } from '#server/main.ts';
import type { Result } from '#domain/result.ts';
import type { Workspace } from '../fixtures.ts';

const done = <T, P>(result: Result<T, P>): T => {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problem)}`);
};

/** Invented, of the size of a small province. */
const LIST = [
  'mã;tên',
  ...Array.from({ length: 60 }, (_, nth) => `${String(90_001 + nth)};Xã Mẫu Số ${String(nth + 1)}`),
  '90100;Phường Bản Lầu Mẫu',
].join('\n');

export const MERGED = 'Phường Mẫu Mới';

export interface MadeBefore {
  readonly commune: string;
  readonly title: string;
}

export const madeBefore: readonly MadeBefore[] = [
  { commune: 'Xã Đồng Tuyển', title: 'Tin truyền thanh ngày phát động' },
  { commune: 'Xã Thượng Mẫu', title: 'Tin truyền thanh ở xã trên' },
  { commune: 'Xã Hạ Mẫu', title: 'Tọa đàm ở xã dưới' },
];

/** Beside a server that stands still. */
export const mergeCommunes = async ({ dataDir }: Workspace, signIn: string): Promise<void> => {
  const workshop = done(await openWorkshop({ dataDir, databaseUrl: undefined }));
  const { storage, now } = workshop;
  const commune = async (name: string): Promise<string> =>
    done(await addUnit(workshop, COMMAND_LINE, { name, kind: 'xã', parent: 'sample-city' })).id;
  const units = ['sample-commune', await commune('Xã Thượng Mẫu'), await commune('Xã Hạ')];
  const [, , renamed = ''] = units;
  const name = { unit: renamed, change: { name: 'Xã Hạ Mẫu' }, from: '2024-01-01' };
  done(await changeUnit(workshop, COMMAND_LINE, name));
  for (const [at, { title }] of madeBefore.entries()) {
    const day = `2024-11-${String(15 + at)}`;
    const values = {
      [CREATED]: true,
      title,
      type: 'radio',
      from: day,
      to: day,
      agency: 'sample-agency-commune',
      female: 10,
      male: 10,
      'outputs/news-item': 1,
    };
    const changes = [{ table: 'activity' as const, id: `before-${String(at)}`, values }];
    await writeAsServer(storage.ledger, { scope: scopeOf(units[at] ?? '', 'work'), changes, person: '', at: now() });
  }
  const into = { name: MERGED, kind: 'phường', officialCode: '90200', parent: undefined };
  const { id } = done(await mergeUnits(workshop, COMMAND_LINE, { units, into, from: '2024-11-18' }));
  const office = { unit: id, name: `UBND ${MERGED}`, kind: 'peoples-committee' };
  const agency = done(await addAgency(workshop, COMMAND_LINE, office)).id;
  const account = await storage.accounts.bySignIn(signIn);
  if (account === undefined) throw new Error(`no account ${signIn}`);
  done(await movePerson(workshop, COMMAND_LINE, account, { unit: id, agency }));
  const listed = done(readUnitList(LIST, 'csv'));
  const list = { source: 'Danh mục mẫu', dated: '2024-11-01', from: undefined, under: 'sample-province' };
  done(await importUnits(workshop, COMMAND_LINE, { ...list, listed, mayTouch: () => true, isTrial: false }));
  await workshop.close();
};
