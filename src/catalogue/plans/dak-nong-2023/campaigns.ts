/** Document 003: the month that it keeps, and the models and services that it means without naming one. */
import { actionMonthNames } from '../action-month.ts';
import type { CampaignItem, ModelItem, ServiceItem } from '../plan-document.ts';

export const campaigns: readonly CampaignItem[] = [
  {
    key: 'action-month',
    name: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    from: '11-15',
    to: '12-15',
    undated: true,
    kind: 'action-month',
    aliases: actionMonthNames,
    line: 41,
  },
];

export const models: readonly ModelItem[] = [
  { name: 'Mô hình thúc đẩy bình đẳng giới', line: 31 },
  { name: 'Mô hình phòng ngừa, ứng phó với bạo lực trên cơ sở giới', line: 31 },
];

/** No telephone number is printed. */
export const services: readonly ServiceItem[] = [
  { name: 'Dịch vụ hỗ trợ bình đẳng giới, phòng ngừa, ứng phó bạo lực', kind: 'help', line: 39 },
];
