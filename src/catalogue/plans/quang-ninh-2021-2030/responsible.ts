/**
 * Who does what in document 002 (lines 231–349). Part II names hardly anybody: what it asks for is the issuing committee's.
 * Parts IV.17 and IV.18 ask party and union bodies ("Đề nghị"), which the committee cannot order: they are `requested`.
 */
import type { Responsible } from '#domain/records/plan.ts';

export const committee: Responsible = { agency: 'UBND tỉnh Quảng Ninh', kind: 'peoples-committee', role: 'lead' };
export const localities: Responsible = {
  agency: 'UBND các huyện, thị xã, thành phố',
  kind: 'peoples-committee',
  role: 'lead',
};
export const communes: Responsible = { agency: 'UBND cấp xã', kind: 'peoples-committee', role: 'lead' };
export const departments: Responsible = { agency: 'Các sở, ban, ngành, đoàn thể tỉnh', role: 'lead' };
export const officeHeads: Responsible = { agency: 'Thủ trưởng sở, ngành, đoàn thể; Chủ tịch UBND huyện', role: 'lead' };
export const heads: Responsible = { agency: 'Người đứng đầu cơ quan, tổ chức, đơn vị', role: 'lead' };

export const labourDepartment: Responsible = { agency: 'Sở LĐTBXH', kind: 'labour', role: 'lead' };
export const planningDepartment: Responsible = { agency: 'Sở Kế hoạch và Đầu tư', kind: 'finance', role: 'lead' };
export const financeDepartment: Responsible = { agency: 'Sở Tài chính', kind: 'finance', role: 'lead' };
export const homeAffairs: Responsible = { agency: 'Sở Nội vụ', kind: 'home-affairs', role: 'lead' };
export const healthDepartment: Responsible = { agency: 'Sở Y tế', kind: 'health', role: 'lead' };
export const educationDepartment: Responsible = { agency: 'Sở Giáo dục và Đào tạo', kind: 'school', role: 'lead' };
export const mediaDepartment: Responsible = { agency: 'Sở Thông tin và Truyền thông', kind: 'media', role: 'lead' };
export const cultureDepartment: Responsible = { agency: 'Sở Văn hóa và Thể thao', kind: 'culture', role: 'lead' };
export const justiceDepartment: Responsible = { agency: 'Sở Tư pháp', kind: 'justice', role: 'lead' };
export const tourismDepartment: Responsible = { agency: 'Sở Du lịch', kind: 'other', role: 'lead' };
export const police: Responsible = { agency: 'Công an tỉnh', kind: 'police', role: 'lead' };
export const bank: Responsible = { agency: 'Ngân hàng Chính sách xã hội tỉnh', kind: 'other', role: 'lead' };
export const ethnicBoard: Responsible = { agency: 'Ban Dân tộc tỉnh', kind: 'other', role: 'lead' };
export const economicZone: Responsible = { agency: 'Ban Quản lý khu kinh tế', kind: 'other', role: 'lead' };
/** Of two indicators it only collects the figures (line 301); of its own work it is the lead. */
export const statisticsOffice: Responsible = { agency: 'Cục Thống kê', kind: 'statistics', role: 'data' };

export const partyOrganisation: Responsible = { agency: 'Ban Tổ chức Tỉnh ủy', kind: 'party', role: 'requested' };
export const partyBoards: Responsible[] = [
  partyOrganisation,
  { agency: 'Ban Dân vận Tỉnh ủy', kind: 'party', role: 'requested' },
  { agency: 'Ban Tuyên giáo Tỉnh ủy', kind: 'party', role: 'requested' },
  { agency: 'Ban Văn hóa - Xã hội HĐND tỉnh', kind: 'council', role: 'requested' },
];
export const front: Responsible = {
  agency: 'Ủy ban MTTQ và các tổ chức chính trị - xã hội tỉnh',
  kind: 'front',
  role: 'requested',
};
export const labourFederation: Responsible = { agency: 'Liên đoàn Lao động tỉnh', kind: 'front', role: 'requested' };

export const investigators: Responsible = { agency: 'Cơ quan điều tra', kind: 'police', role: 'coordinate' };

export const leading = (agency: Responsible): Responsible => ({ ...agency, role: 'lead' });
export const helping = (agency: Responsible): Responsible => ({ ...agency, role: 'coordinate' });
/** Who helps where the document says "phối hợp với các ngành, địa phương". */
export const departmentsAndLocalities: Responsible[] = [helping(departments), helping(localities)];
