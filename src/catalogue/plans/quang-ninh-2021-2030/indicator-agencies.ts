/** Who leads which indicator of document 002 (lines 243–301). */
import type { Responsible } from '#domain/records/plan.ts';

export const labourDepartment: Responsible = { agency: 'Sở LĐTBXH', kind: 'labour', role: 'lead' };
export const planningDepartment: Responsible = { agency: 'Sở Kế hoạch và Đầu tư', kind: 'finance', role: 'lead' };
export const homeAffairs: Responsible = { agency: 'Sở Nội vụ', kind: 'home-affairs', role: 'lead' };
export const healthDepartment: Responsible = { agency: 'Sở Y tế', kind: 'health', role: 'lead' };
export const educationDepartment: Responsible = { agency: 'Sở Giáo dục và Đào tạo', kind: 'school', role: 'lead' };
export const mediaDepartment: Responsible = { agency: 'Sở Thông tin và Truyền thông', kind: 'media', role: 'lead' };
export const cultureDepartment: Responsible = { agency: 'Sở Văn hóa và Thể thao', kind: 'culture', role: 'lead' };
export const statisticsOffice: Responsible = { agency: 'Cục Thống kê', kind: 'statistics', role: 'data' };
