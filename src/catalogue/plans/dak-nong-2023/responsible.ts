/**
 * Who does what in document 003. A department writes to its equals and to districts: it asks (line 21, "đề nghị") and
 * cannot order, so they are `requested`; the labour offices below and the communes work with them.
 */
import type { Responsible } from '#domain/records/plan.ts';

const departments: Responsible = { agency: 'Các sở, ban, ngành, đoàn thể tỉnh', role: 'requested' };
const districts: Responsible = { agency: 'UBND các huyện, thành phố', kind: 'peoples-committee', role: 'requested' };
const labourOffices: Responsible = { agency: 'Phòng LĐTBXH', kind: 'labour', role: 'coordinate' };
const communes: Responsible = { agency: 'UBND cấp xã', kind: 'peoples-committee', role: 'coordinate' };
export const labourDepartment: Responsible = { agency: 'Sở LĐTBXH', kind: 'labour', role: 'lead' };

export const addressed: Responsible[] = [departments, districts];
export const everyone: Responsible[] = [...addressed, labourOffices, communes];
