/** Document 004: the days and months that it keeps, the duties in its last words, and the models and services it names. */
import { actionMonthNames } from '../action-month.ts';
import type { CampaignItem, DutyItem, ModelItem, ServiceItem } from '../plan-document.ts';
import { culture, departments, districts, labour } from './responsible.ts';

export const campaigns: readonly CampaignItem[] = [
  {
    key: 'action-month',
    name: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    observance: 'action-month',
    from: '11-15',
    to: '12-15',
    kind: 'action-month',
    aliases: actionMonthNames,
    checklist: [
      'Kế hoạch hưởng ứng của đơn vị',
      'Tuyên truyền chủ đề, thông điệp theo hướng dẫn của Bộ',
      'Sự kiện: hội thảo, tọa đàm, diễn đàn, lớp tập huấn, chiến dịch, cuộc thi',
      'Sản phẩm truyền thông',
      'Thăm hỏi, hỗ trợ nạn nhân bạo lực',
      'Kiểm tra trong Tháng hành động',
    ],
    line: 70,
  },
  {
    key: 'domestic-violence-month',
    name: 'Tháng hành động quốc gia về phòng, chống bạo lực gia đình',
    observance: 'domestic-violence-month',
    from: '06-01',
    to: '06-30',
    undated: true,
    kind: 'month',
    aliases: [
      'Tháng hành động quốc gia về phòng, chống bạo lực gia đình',
      'Tháng hành động quốc gia phòng chống bạo lực gia đình',
    ],
    line: 140,
  },
  {
    key: 'violence-day',
    name: 'Ngày quốc tế xóa bỏ mọi hình thức bạo lực đối với phụ nữ và trẻ em gái',
    observance: 'violence-day',
    from: '11-25',
    to: '11-25',
    undated: true,
    kind: 'day',
    line: 140,
  },
];

export const duties: readonly DutyItem[] = [
  {
    key: 'own-plans',
    kind: 'other',
    text: 'Xây dựng kế hoạch, triển khai công tác bình đẳng giới năm 2024 của đơn vị',
    agencies: [departments, districts],
    line: 236,
  },
  {
    key: 'commend',
    kind: 'commendation',
    text: 'Chủ động khen thưởng tập thể, cá nhân xuất sắc theo thẩm quyền',
    agencies: [departments, districts],
    line: 236,
  },
];

export const models: readonly ModelItem[] = [
  { name: 'Mô hình phòng ngừa, ứng phó bạo lực trên cơ sở giới', line: 52 },
  { name: 'Mô hình điểm về bình đẳng giới và vì sự tiến bộ của phụ nữ', agencies: [labour], line: 120 },
  { name: 'Mô hình phòng, chống bạo lực gia đình', agencies: [culture], line: 144 },
  { name: 'Mô hình gia đình hạnh phúc', agencies: [culture], line: 144 },
];

/** No telephone number is printed. */
export const services: readonly ServiceItem[] = [
  { name: 'Tư vấn, tham vấn, hỗ trợ nạn nhân bạo lực trên cơ sở giới', kind: 'help', line: 76 },
  { name: 'Trợ giúp pháp lý, tư vấn pháp luật cho phụ nữ', kind: 'help', line: 180 },
  { name: 'Dịch vụ pháp lý miễn phí cho người được trợ giúp pháp lý', kind: 'help', line: 182 },
];
