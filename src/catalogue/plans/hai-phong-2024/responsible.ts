/**
 * Who does what in document 004. Part II names hardly anybody: what it asks for is the issuing committee's.
 * Part IV.14 alone asks instead of ordering ("Đề nghị").
 */
import type { Responsible } from '#domain/records/plan.ts';

export const committee: Responsible = { agency: 'UBND thành phố', kind: 'peoples-committee', role: 'lead' };
export const departments: Responsible = { agency: 'Các sở, ban, ngành, đoàn thể thành phố', role: 'lead' };
export const districts: Responsible = { agency: 'UBND các quận, huyện', kind: 'peoples-committee', role: 'lead' };

export const labour: Responsible = { agency: 'Sở LĐTBXH', kind: 'labour', role: 'lead' };
export const information: Responsible = { agency: 'Sở Thông tin và Truyền thông', kind: 'media', role: 'lead' };
export const culture: Responsible = { agency: 'Sở Văn hóa và Thể thao', kind: 'culture', role: 'lead' };
export const education: Responsible = { agency: 'Sở Giáo dục và Đào tạo', kind: 'school', role: 'lead' };
export const homeAffairs: Responsible = { agency: 'Sở Nội vụ', kind: 'home-affairs', role: 'lead' };
export const health: Responsible = { agency: 'Sở Y tế', kind: 'health', role: 'lead' };
export const justice: Responsible = { agency: 'Sở Tư pháp', kind: 'justice', role: 'lead' };
export const foreignAffairs: Responsible = { agency: 'Sở Ngoại vụ', kind: 'other', role: 'lead' };
export const farming: Responsible = { agency: 'Sở Nông nghiệp và Phát triển nông thôn', kind: 'other', role: 'lead' };
export const police: Responsible = { agency: 'Công an thành phố', kind: 'police', role: 'lead' };
export const statistics: Responsible = { agency: 'Cục Thống kê thành phố', kind: 'statistics', role: 'data' };
export const womensUnion: Responsible = { agency: 'Hội LHPN thành phố', kind: 'womens-union', role: 'lead' };
export const labourUnion: Responsible = { agency: 'Liên đoàn Lao động thành phố', kind: 'front', role: 'lead' };
export const youthUnion: Responsible = {
  agency: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh thành phố',
  kind: 'front',
  role: 'requested',
};
export const broadcaster: Responsible = {
  agency: 'Đài Phát thanh và Truyền hình Hải Phòng',
  kind: 'media',
  role: 'lead',
};
export const newspaper: Responsible = { agency: 'Báo Hải Phòng', kind: 'media', role: 'lead' };
export const portal: Responsible = { agency: 'Cổng Thông tin điện tử thành phố', kind: 'media', role: 'lead' };

export const helping = (agency: Responsible): Responsible => ({ ...agency, role: 'coordinate' });
