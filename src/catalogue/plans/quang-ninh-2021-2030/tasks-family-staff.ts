/** Document 002, parts II.2.3.4 and II.2.3.5: those who work against violence, and how they work together (objective 3). */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee } from './responsible.ts';

const staff = {
  section: 'II.2.3.4',
  sectionTitle: 'Nâng cao năng lực cán bộ (mục tiêu 3)',
  agencies: [committee],
  indicators: ['3.2', '3.4'],
};

const together = {
  section: 'II.2.3.5',
  sectionTitle: 'Phối hợp liên ngành phòng, chống bạo lực (mục tiêu 3)',
  agencies: [committee],
  indicators: ['3.2', '3.3', '3.4'],
};

const everyYear = { recurrence: 'year' } as const;

export const familyStaffTasks: readonly TaskItem[] = [
  ...tasksUnder(staff, [
    ['1a', 181, 'Tập huấn cán bộ bình đẳng giới, vì sự tiến bộ của phụ nữ, phòng chống bạo lực', everyYear],
    ['1b', 181, 'Dạy kỹ năng truyền thông, tâm lý, pháp lý, kết nối dịch vụ, tiếp xúc người gây bạo lực', everyYear],
    ['2', 183, 'Soạn tài liệu kỹ năng ứng phó tình huống, nhận biết nguy cơ bạo lực ở cộng đồng'],
  ]),
  ...tasksUnder(together, [
    ['1a', 187, 'Thực hiện đồng bộ quy định pháp luật liên quan đến bạo lực trên cơ sở giới'],
    ['1b', 187, 'Đề xuất hướng dẫn, xây dựng cơ chế phối hợp liên ngành'],
    ['1c', 187, 'Đề xuất bổ sung xử phạt hành chính: quấy rối, bạo lực học đường, gia đình, mua bán người…'],
    [
      '2',
      189,
      'Khuyến khích dịch vụ giúp việc nhà, nhà sạch ở đô thị để giảm việc nhà cho phụ nữ',
      { indicators: ['3.1'] },
    ],
    ['3', 191, 'Kiểm tra, giám sát, tổng hợp, báo cáo dữ liệu về bạo lực trên cơ sở giới', { duty: 'monitoring' }],
  ]),
];
