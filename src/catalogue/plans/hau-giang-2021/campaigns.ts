/** Document 000: the days and months that it keeps, and the models and services that it names. */
import type { CampaignItem, DutyItem, ModelItem, ServiceItem } from '../plan-document.ts';
import { actionMonthNames } from '../action-month.ts';
import { everyone } from './responsible.ts';

export const campaigns: readonly CampaignItem[] = [
  {
    key: 'action-month',
    observance: 'action-month',
    name: 'Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới',
    from: '11-15',
    to: '12-15',
    undated: true,
    kind: 'action-month',
    aliases: actionMonthNames,
    line: 92,
  },
  {
    key: 'womens-day',
    observance: 'womens-day',
    name: 'Ngày Quốc tế phụ nữ 8/3',
    from: '03-08',
    to: '03-08',
    kind: 'day',
    line: 118,
  },
  {
    key: 'happiness-day',
    observance: 'happiness-day',
    name: 'Ngày Quốc tế hạnh phúc 20/3',
    from: '03-20',
    to: '03-20',
    kind: 'day',
    line: 118,
  },
  {
    key: 'domestic-violence-month',
    observance: 'domestic-violence-month',
    name: 'Tháng hành động quốc gia phòng chống bạo lực gia đình',
    from: '06-01',
    to: '06-30',
    undated: true,
    kind: 'month',
    aliases: [
      'Tháng hành động quốc gia phòng chống bạo lực gia đình',
      'Tháng hành động quốc gia về phòng, chống bạo lực gia đình',
    ],
    line: 118,
  },
  {
    key: 'family-day',
    observance: 'family-day',
    name: 'Ngày Gia đình Việt Nam 28/6',
    from: '06-28',
    to: '06-28',
    kind: 'day',
    line: 118,
  },
  {
    key: 'vietnamese-womens-day',
    observance: 'vietnamese-womens-day',
    name: 'Ngày Phụ nữ Việt Nam 20/10',
    from: '10-20',
    to: '10-20',
    kind: 'day',
    line: 118,
  },
];

export const duties: readonly DutyItem[] = [
  { key: 'carry-out', kind: 'other', text: 'Triển khai theo nhiệm vụ được phân công', agencies: [everyone], line: 214 },
];

export const models: readonly ModelItem[] = [
  { name: 'Địa chỉ tin cậy - Nhà tạm lánh tại cộng đồng', line: 106 },
  { name: 'Câu lạc bộ hỗ trợ phụ nữ có nguy cơ bị ép kết hôn với người nước ngoài', line: 106 },
  { name: 'Ngăn ngừa và giảm thiểu tác hại của bạo lực trên cơ sở giới', line: 106 },
  { name: 'Bình đẳng giới và hôn nhân gia đình', line: 106 },
  { name: 'Xây dựng gia đình an toàn cho phụ nữ và trẻ em gái', line: 106 },
  { name: 'Phong trào xây dựng gia đình văn hóa', line: 110 },
];

/** No telephone number is printed. */
export const services: readonly ServiceItem[] = [
  { name: 'Cơ sở trợ giúp xã hội công lập', kind: 'centre', line: 47 },
  { name: 'Địa chỉ tin cậy - Nhà tạm lánh tại cộng đồng', kind: 'shelter', line: 106 },
  { name: 'Trợ giúp pháp lý', kind: 'help', line: 160 },
];
