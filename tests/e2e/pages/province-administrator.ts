/** The sample has an administrator in its commune; one of its province, who may let the communes below merge, is added here. */
import { addPerson, COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import { openWorkshop } from '#server/main.ts';
import type { Workspace } from '../fixtures.ts';

/** Beside a server that stands still. */
export const addProvinceAdministrator = async ({ dataDir }: Workspace): Promise<NewAccount> => {
  const workshop = await openWorkshop({ dataDir, databaseUrl: undefined });
  if (!workshop.ok) throw new Error(`refused: ${JSON.stringify(workshop.problem)}`);
  const added = await addPerson(workshop.value, COMMAND_LINE, {
    unit: 'sample-province',
    agency: '',
    name: 'Tỉnh Quản Mẫu',
    title: '',
    role: 'administrator',
    signIn: 'quan.tinh.mau',
  });
  await workshop.value.close();
  if (!added.ok) throw new Error(`refused: ${JSON.stringify(added.problem)}`);
  return added.value;
};
