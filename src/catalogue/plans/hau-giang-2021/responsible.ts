/**
 * Who does what in document 000. Part II names hardly anybody: what it asks for is the issuing committee's.
 * Parts IV.11 to IV.13 ask bodies of the Party, the council and the unions ("Đề nghị"), which the committee cannot order.
 * An indicator, beside which nobody is printed, has the agencies that part IV names for its subject.
 */
import type { Responsible } from '#domain/records/plan.ts';

export const committee: Responsible = { agency: 'UBND tỉnh', kind: 'peoples-committee', role: 'lead' };
export const departments: Responsible = { agency: 'Các sở, ban, ngành tỉnh', role: 'lead' };
export const districts: Responsible = {
  agency: 'UBND huyện, thị xã, thành phố',
  kind: 'peoples-committee',
  role: 'lead',
};
export const localities: Responsible = { agency: 'Các địa phương', kind: 'peoples-committee', role: 'lead' };
export const everyone: Responsible = { agency: 'Các cơ quan, đơn vị, địa phương', role: 'lead' };
export const inspectingUnits: Responsible = { agency: 'Các đơn vị chức năng', role: 'lead' };
export const board: Responsible = { agency: 'Ban VSTBPN tỉnh', kind: 'womens-board', role: 'lead' };

export const labour: Responsible = { agency: 'Sở LĐTBXH', kind: 'labour', role: 'lead' };
export const planning: Responsible = { agency: 'Sở Kế hoạch và Đầu tư', kind: 'finance', role: 'lead' };
export const justice: Responsible = { agency: 'Sở Tư pháp', kind: 'justice', role: 'lead' };
export const education: Responsible = { agency: 'Sở Giáo dục và Đào tạo', kind: 'school', role: 'lead' };
export const health: Responsible = { agency: 'Sở Y tế', kind: 'health', role: 'lead' };
export const culture: Responsible = { agency: 'Sở Văn hóa, Thể thao và Du lịch', kind: 'culture', role: 'lead' };
export const information: Responsible = { agency: 'Sở Thông tin và Truyền thông', kind: 'media', role: 'lead' };
export const newspaper: Responsible = { agency: 'Báo Hậu Giang', kind: 'media', role: 'lead' };
export const broadcaster: Responsible = { agency: 'Đài Phát thanh và Truyền hình tỉnh', kind: 'media', role: 'lead' };
export const science: Responsible = { agency: 'Sở Khoa học và Công nghệ', kind: 'other', role: 'lead' };
export const minorities: Responsible = { agency: 'Ban Dân tộc tỉnh', kind: 'other', role: 'lead' };
export const police: Responsible = { agency: 'Công an tỉnh', kind: 'police', role: 'lead' };
export const homeAffairs: Responsible = { agency: 'Sở Nội vụ', kind: 'home-affairs', role: 'lead' };

export const partyOrganisation: Responsible = { agency: 'Ban Tổ chức Tỉnh ủy', kind: 'party', role: 'requested' };
export const councilBoards: Responsible = { agency: 'Các Ban của HĐND tỉnh', kind: 'council', role: 'requested' };
export const front: Responsible = { agency: 'Ủy ban MTTQ Việt Nam tỉnh', kind: 'front', role: 'requested' };
export const womensUnion: Responsible = { agency: 'Hội LHPN tỉnh', kind: 'womens-union', role: 'requested' };
export const massOrganisations: Responsible = { agency: 'Các đoàn thể tỉnh', kind: 'front', role: 'coordinate' };
export const unions: Responsible = {
  agency: 'Các tổ chức chính trị, tổ chức chính trị - xã hội',
  kind: 'front',
  role: 'requested',
};

export const helping = (agency: Responsible): Responsible => ({ ...agency, role: 'coordinate' });
