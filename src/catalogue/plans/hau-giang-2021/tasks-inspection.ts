/** Document 000, part II.2.đ: inspections, reports and statistics split by sex. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee, everyone, inspectingUnits } from './responsible.ts';

const inspecting = {
  section: 'II.2.đ',
  sectionTitle: 'Kiểm tra, giám sát, báo cáo, thống kê tách biệt giới',
  agencies: [committee],
};

export const inspectionTasks: readonly TaskItem[] = tasksUnder(inspecting, [
  [
    '1',
    126,
    'Kiểm tra, giám sát bảo đảm bình đẳng giới trong bầu cử',
    { agencies: [inspectingUnits], recurrence: 'once', duty: 'inspection' },
  ],
  ['2a', 128, 'Kiểm tra, giám sát chính sách, pháp luật theo lĩnh vực tại địa phương', { duty: 'inspection' }],
  ['2b', 128, 'Kiểm tra việc thực hiện văn bản hướng dẫn của Chính phủ, bộ, ngành', { duty: 'inspection' }],
  [
    '3a',
    130,
    'Thu thập số liệu thống kê tách biệt giới của ngành, đơn vị, địa phương',
    { agencies: [everyone], duty: 'statistics', deliverable: 'statistics' },
  ],
  [
    '3b',
    130,
    'Báo cáo kết quả chỉ tiêu quốc gia về Sở LĐTBXH mỗi năm hai lần',
    { agencies: [everyone], recurrence: 'half-year', deliverable: 'report' },
  ],
]);
