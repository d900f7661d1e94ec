/** Who issues the own unit's plans, as far as the workbook knows: its People's Committee, and on which level it stands. */
import type { Plan } from '#domain/records/plan.ts';
import { agenciesByName } from '#client/state/list-order.ts';
import type { Workbook } from '#client/state/workbook.ts';

const levels: readonly (readonly [RegExp, NonNullable<Plan['level']>])[] = [
  [/^(?:xã|phường|thị trấn|đặc khu)/iu, 'commune'],
  [/^(?:huyện|quận|thị xã|thành phố thuộc)/iu, 'district'],
  [/^tỉnh/iu, 'province'],
];

export const ownIssuer = (workbook: Pick<Workbook, 'list' | 'me' | 'today'>): Pick<Plan, 'issuer' | 'level'> => {
  const { unit } = workbook.me();
  const own = workbook
    .list('unit')()
    ?.find((one) => one.id === unit)?.fields;
  const agencies = (workbook.list('agency')() ?? []).filter((one) => one.fields.unit === unit);
  const level = levels.find(([kind]) => kind.test(own?.kind ?? ''))?.[1];
  return {
    issuer: agenciesByName(agencies, workbook.today())[0]?.fields.name ?? own?.name ?? '',
    ...(level !== undefined && { level }),
  };
};
