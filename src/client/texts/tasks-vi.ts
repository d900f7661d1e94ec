/** The sentences of tasks, how far they are, and who must do them, in Vietnamese. */
import { formatCount } from '#domain/numbers.ts';

const many = (n: number) => formatCount(n);

export const tasksVi = {
  tasks: {
    eachTurn: (amount: string) => `mỗi kỳ ${amount}`,
    inAll: (amount: string) => `cả kế hoạch ${amount}`,
    ofNeed: (amount: string, need: string, turn: string) => `đã làm ${amount}, cần ${need} · ${turn}`,
    ofGoal: (amount: string, need: string) => `cả kế hoạch đã làm ${amount}, cần ${need}`,
    running: (n: number) => `${many(n)} đang làm`,
    planned: (n: number) => `${many(n)} dự kiến`,
    states: {
      dropped: 'Không làm nữa',
      done: 'Đã xong',
      coming: 'Chưa đến kỳ',
      nothing: 'Chưa có hoạt động',
      planned: 'Đã có dự kiến',
      open: 'Đang làm',
      met: 'Đạt',
      late: 'Quá hạn',
    },
    turnStates: { coming: 'chưa đến', open: 'đang trong kỳ', met: 'đủ', short: 'thiếu' },
    turns: 'Từng kỳ',
    turn: 'Kỳ',
    amount: 'Đã làm',
    state: 'Tình trạng',
    plannedMark: 'dự kiến',
    runningMark: 'đang làm',
    filter: 'Lọc nhiệm vụ',
    filters: { all: 'Tất cả', late: 'Quá hạn', nothing: 'Chưa có hoạt động', planned: 'Có dự kiến' },
    noneLeft: 'Không có nhiệm vụ nào như vậy.',
    counts: (late: number, nothing: number) => `${many(late)} quá hạn · ${many(nothing)} chưa có hoạt động`,
    agencies: 'Ai làm gì',
    agenciesLead: 'Mỗi cơ quan một trang, để in hoặc gửi.',
    agencyTasks: (n: number) => `${many(n)} nhiệm vụ`,
    agencyIndicators: (n: number) => `${many(n)} chỉ tiêu`,
    agencyReports: (n: number) => `${many(n)} báo cáo`,
    noAgencies: 'Kế hoạch này không nêu cơ quan nào.',
    sheet: 'Phân công nhiệm vụ',
    byRole: { lead: 'Chủ trì', coordinate: 'Phối hợp', requested: 'Được đề nghị', data: 'Cung cấp số liệu' },
    indicators: 'Chỉ tiêu',
    reports: 'Báo cáo phải gửi',
    print: 'In trang này',
    share: 'Gửi cho cơ quan',
    copy: 'Chép thành chữ',
    copied: 'Đã chép, dán vào tin nhắn hoặc thư.',
    failed: 'Máy này không cho chép. Hãy in trang này.',
    asOf: (day: string) => `Tình hình đến ngày ${day}`,
  },
};

export type TaskTexts = typeof tasksVi;
