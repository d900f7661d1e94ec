/** The plan of Quảng Ninh province for 2021–2030 (document 002): its head, its aims and its foot. */
import type { HeadItem, NoteItem } from '../plan-document.ts';
import { anomalies } from './anomalies.ts';

export const plan: HeadItem = {
  kind: 'plan',
  title: 'Kế hoạch thực hiện chiến lược bình đẳng giới và chương trình phòng ngừa bạo lực 2021-2030 tỉnh Quảng Ninh',
  number: '82/KH-UBND',
  date: '2021-04-08',
  issuer: 'UBND tỉnh Quảng Ninh',
  level: 'province',
  from: '2021-01-01',
  to: '2030-12-31',
  signingOffice: 'TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  funding: [
    { text: 'Ngân sách nhà nước trong dự toán hằng năm của sở, ngành, địa phương, đơn vị', line: 225 },
    { text: 'Chương trình, đề án liên quan', line: 225 },
    { text: 'Tài trợ, viện trợ quốc tế', line: 225 },
    { text: 'Huy động từ xã hội, cộng đồng', line: 225 },
    { text: 'Nguồn hợp pháp khác', line: 225 },
    { text: 'Ngân sách huyện, xã theo phân cấp', line: 229 },
  ],
  anomalies: [...anomalies],
  version: 1,
  document: '002',
};

export const headLines = { number: 3, date: 5, title: 9, issuer: 11, signingOffice: 368 } as const;

/** The general aim; what each objective states stands with the objective. */
export const purposes: readonly NoteItem[] = [
  { text: 'Thu hẹp khoảng cách giới; nữ và nam có cơ hội, thụ hưởng bình đẳng trong đời sống xã hội.', line: 17 },
  { text: 'Phòng ngừa, ứng phó, ngăn bạo lực trên cơ sở giới gia tăng bằng nâng cao nhận thức.', line: 17 },
  { text: 'Tăng khả năng đáp ứng của các cơ sở dịch vụ phòng ngừa, ứng phó bạo lực.', line: 17 },
];

export const recipients: readonly NoteItem[] = [
  { text: 'Bộ LĐTBXH', line: 353 },
  { text: 'Thường trực Tỉnh ủy, Thường trực HĐND tỉnh', line: 354 },
  { text: 'Chủ tịch, các Phó Chủ tịch UBND tỉnh', line: 355 },
  { text: 'Ủy ban MTTQ, các tổ chức chính trị - xã hội tỉnh', line: 356 },
  { text: 'Các Ban thuộc Tỉnh ủy, Văn phòng Tỉnh ủy', line: 357 },
  { text: 'Ban Văn hóa - Xã hội HĐND tỉnh', line: 358 },
  { text: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh', line: 359 },
  { text: 'Các sở, ban, ngành thuộc tỉnh', line: 360 },
  { text: 'UBND huyện, thị xã, thành phố', line: 361 },
  { text: 'Các cơ quan trung ương trên địa bàn tỉnh', line: 362 },
  { text: 'V0, 1, 2, 3; chuyên viên nghiên cứu tổng hợp', line: 363 },
  { text: 'Lưu VT, VX2', line: 364 },
];
