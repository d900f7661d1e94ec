/** Document 002: the month that it keeps and the one duty that has a month of its own. */
import { actionMonthNames } from '../action-month.ts';
import type { CampaignItem, DutyItem, TaskItem } from '../plan-document.ts';
import { departments } from './responsible.ts';

export const campaigns: readonly CampaignItem[] = [
  {
    key: 'action-month',
    // So named in lines 99 and 241; line 147 has another of the names.
    name: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    from: '11-15',
    to: '12-15',
    kind: 'action-month',
    aliases: actionMonthNames,
    line: 99,
  },
];

/** A task of the action month comes back every year with it. */
export const inActionMonth: Pick<TaskItem, 'recurrence' | 'campaigns' | 'windowFrom' | 'windowTo'> = {
  recurrence: 'year',
  campaigns: ['action-month'],
  windowFrom: '11-15',
  windowTo: '12-15',
};

export const duties: readonly DutyItem[] = [
  {
    key: 'budget-estimate',
    kind: 'budget-estimate',
    text: 'Lập dự toán năm sau, gửi Sở LĐTBXH tổng hợp, Sở Tài chính thẩm định',
    agencies: [departments],
    yearly: '07',
    printed: 'hàng năm (tháng 7)',
    line: 227,
  },
];
