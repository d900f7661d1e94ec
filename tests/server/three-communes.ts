/** A real province with a district of three communes, one officer in each, as they were before July 2025. */
import { addAgency, addPerson, addUnit, COMMAND_LINE, type NewAccount } from '#server/actions/administration.ts';
import type { Result } from '#domain/result.ts';
import type { TestServer } from './test-server.ts';

export const done = <T>(result: Result<T>): T => {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.problem)}`);
};
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.problem.code);

export interface Commune {
  readonly id: string;
  readonly agency: string;
  readonly officer: NewAccount;
}

export interface Province {
  readonly province: string;
  readonly district: string;
  readonly communes: readonly [Commune, Commune, Commune];
  readonly supervisor: NewAccount;
  readonly administrator: NewAccount;
}

export const addProvince = async ({ deps }: Pick<TestServer, 'deps'>): Promise<Province> => {
  const unit = async (name: string, kind: string, parent?: string): Promise<string> =>
    done(await addUnit(deps, COMMAND_LINE, { name, kind, parent })).id;
  const person = async (at: string, role: NewAccount['role'], signIn: string, agency = ''): Promise<NewAccount> =>
    done(await addPerson(deps, COMMAND_LINE, { unit: at, agency, name: `${signIn} Mẫu`, title: '', role, signIn }));
  const province = await unit('Tỉnh Mẫu', 'tỉnh');
  const district = await unit('Huyện Mẫu', 'huyện', province);
  const commune = async (name: string, signIn: string): Promise<Commune> => {
    const id = await unit(name, 'xã', district);
    const office = { unit: id, name: `UBND ${name}`, kind: 'peoples-committee' };
    const { id: agency } = done(await addAgency(deps, COMMAND_LINE, office));
    return { id, agency, officer: await person(id, 'officer', signIn, agency) };
  };
  return {
    province,
    district,
    communes: [await commune('Xã Thượng', 'an'), await commune('Xã Trung', 'bao'), await commune('Xã Hạ', 'chi')],
    supervisor: await person(province, 'supervisor', 'duc'),
    administrator: await person(province, 'administrator', 'em'),
  };
};
