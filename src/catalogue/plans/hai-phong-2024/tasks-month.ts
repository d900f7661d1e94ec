/** Document 004, parts II.3 to II.6: the month of action, inspections, money and reports. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee, departments, districts } from './responsible.ts';

const month: Pick<TaskItem, 'recurrence' | 'from' | 'to' | 'campaigns'> = {
  recurrence: 'window',
  from: '2024-11-15',
  to: '2024-12-15',
  campaigns: ['action-month'],
};
const everybody: Pick<TaskItem, 'agencies'> = { agencies: [departments, districts] };

export const monthTasks: readonly TaskItem[] = [
  ...tasksUnder({ ...month, section: 'II.3', sectionTitle: 'Tháng hành động năm 2024', agencies: [committee] }, [
    ['1', 70, 'Lập kế hoạch, tổ chức hưởng ứng Tháng hành động hợp với cơ quan, đơn vị', { deliverable: 'plan' }],
    ['2a', 72, 'Tuyên truyền chủ đề, thông điệp theo hướng dẫn của Bộ'],
    ['2b', 72, 'Tuyên truyền chính sách an sinh, tăng quyền năng cho phụ nữ, trẻ em gái'],
    [
      '2c',
      72,
      'Sự kiện hưởng ứng: hội thảo, tọa đàm, diễn đàn, đối thoại, lớp tập huấn, chiến dịch',
      { deliverable: 'event' },
    ],
    ['2d', 74, 'Cuộc thi về bình đẳng giới, phòng ngừa bạo lực', { deliverable: 'event' }],
    ['2e', 74, 'Phát hành sản phẩm truyền thông về phòng ngừa bạo lực, xâm hại phụ nữ, trẻ em'],
    ['3a', 76, 'Can thiệp, tư vấn, hỗ trợ nạn nhân bạo lực, xâm hại', { indicators: ['help'] }],
    ['3b', 76, 'Thăm hỏi, hỗ trợ nạn nhân bạo lực trên cơ sở giới', { indicators: ['help'] }],
    ['3c', 76, 'Xử lý nghiêm vi phạm về bình đẳng giới, bạo lực'],
    ['4', 78, 'Kiểm tra công tác bình đẳng giới trong Tháng hành động', { duty: 'inspection' }],
  ]),
  ...tasksUnder({ section: 'II.4', sectionTitle: 'Nâng cao năng lực quản lý nhà nước', agencies: [committee] }, [
    ['1a', 82, 'Đề cao trách nhiệm cấp ủy, chính quyền khi triển khai chủ trương, pháp luật'],
    ['1b', 82, 'Phối hợp liên ngành khi thanh tra, kiểm tra, giám sát', { duty: 'monitoring' }],
    ['2a', 84, 'Tổ chức lớp tập huấn về bình đẳng giới', { recurrence: 'year' }],
    ['2b', 84, 'Dự đầy đủ lớp tập huấn do cấp trên triệu tập', { recurrence: 'ad-hoc' }],
    ['3', 86, 'Khuyến khích thí điểm sáng kiến, mô hình'],
    ['4a', 88, 'Kiểm tra, thanh tra, xử lý vi phạm về bình đẳng giới', { duty: 'inspection' }],
    [
      '4b',
      88,
      'Kịp thời xác minh, báo cáo vụ việc cho cơ quan có thẩm quyền',
      { recurrence: 'ad-hoc', deliverable: 'report' },
    ],
    [
      '5',
      90,
      'Thu thập chỉ tiêu thống kê, báo cáo kết quả bình đẳng giới',
      { duty: 'statistics', deliverable: 'statistics' },
    ],
    ['6', 92, 'Khen thưởng, biểu dương kịp thời tập thể, cá nhân xuất sắc', { duty: 'commendation' }],
  ]),
  ...tasksUnder({ section: 'II.5', sectionTitle: 'Bố trí, vận động nguồn lực', ...everybody }, [
    ['1', 96, 'Chủ động bố trí kinh phí tại đơn vị, địa phương', { recurrence: 'year' }],
    ['2', 98, 'Vận động hỗ trợ kỹ thuật, nguồn lực của đối tác quốc tế', { agencies: [committee] }],
  ]),
  ...tasksUnder({ section: 'II.6', sectionTitle: 'Chế độ thông tin, báo cáo', ...everybody }, [
    [
      '1a',
      102,
      'Thu thập chỉ tiêu thống kê, báo cáo kết quả bình đẳng giới 2021 - 2030',
      { duty: 'statistics', deliverable: 'statistics' },
    ],
    ['1b', 102, 'Gửi báo cáo năm theo đề cương, phụ lục về Sở LĐTBXH', { recurrence: 'year', deliverable: 'report' }],
  ]),
];
