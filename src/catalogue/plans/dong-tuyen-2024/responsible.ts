/** Who does what in document 001. Part II names nobody: its tasks are the issuing committee's. */
import type { Responsible } from '#domain/records/plan.ts';

export const committee: Responsible = { agency: 'UBND xã', kind: 'peoples-committee', role: 'lead' };
export const everyone: Responsible = { agency: 'Các cơ quan, đơn vị của xã', role: 'lead' };
export const board: Responsible = { agency: 'Thành viên Ban VSTBPN xã', kind: 'womens-board', role: 'lead' };
export const cultureOfficer: Responsible = { agency: 'Công chức Văn hóa - LĐTBXH', kind: 'culture', role: 'lead' };
export const womensUnion: Responsible = { agency: 'Hội Liên hiệp Phụ nữ xã', kind: 'womens-union', role: 'lead' };
export const financeOfficer: Responsible = { agency: 'Công chức Tài chính - Kế hoạch', kind: 'finance', role: 'lead' };
export const justiceOfficer: Responsible = { agency: 'Công chức Tư pháp - Hộ tịch', kind: 'justice', role: 'lead' };
export const schools: Responsible = { agency: 'Các trường học trên địa bàn xã', kind: 'school', role: 'lead' };
export const police: Responsible = { agency: 'Công an xã', kind: 'police', role: 'lead' };
export const healthStation: Responsible = { agency: 'Trạm Y tế xã', kind: 'health', role: 'lead' };
