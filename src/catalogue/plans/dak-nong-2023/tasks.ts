/** Document 003, parts 1 to 5 and the closing line: what the letter asks of departments and districts. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { addressed, everyone, labourDepartment } from './responsible.ts';

const part = (section: string, sectionTitle: string) => ({ section, sectionTitle, agencies: everyone });

export const tasks: readonly TaskItem[] = [
  ...tasksUnder(part('1', 'Chiến lược, chương trình, kế hoạch về bình đẳng giới'), [
    ['1a', 25, 'Đẩy mạnh năm kế hoạch bình đẳng giới của tỉnh, bám sát nhiệm vụ, giải pháp'],
    ['1b', 25, 'Bố trí nguồn lực triển khai các kế hoạch'],
    ['1c', 25, 'Rà soát, đánh giá kết quả đến năm 2025, có giải pháp đạt mục tiêu, chỉ tiêu', { duty: 'review' }],
    ['2', 27, 'Triển khai nội dung bình đẳng giới trong ba chương trình mục tiêu quốc gia 2021-2025'],
    ['3a', 31, 'Rà soát, đánh giá, nâng hiệu quả mô hình bình đẳng giới, phòng ngừa bạo lực', { duty: 'review' }],
    ['3b', 31, 'Nhân rộng mô hình ở nơi có bất bình đẳng giới và bạo lực'],
  ]),
  ...tasksUnder(part('2', 'Lồng ghép vấn đề bình đẳng giới'), [
    ['1a', 33, 'Lồng ghép bình đẳng giới khi xây dựng, thực hiện văn bản quy phạm pháp luật'],
    ['1b', 33, 'Lồng ghép bình đẳng giới vào chiến lược, kế hoạch kinh tế - xã hội của ngành, địa phương'],
  ]),
  ...tasksUnder(part('3', 'Tuyên truyền, phổ biến, giáo dục pháp luật'), [
    ['1a', 37, 'Truyền thông chủ trương, pháp luật về bình đẳng giới, vì sự tiến bộ của phụ nữ, phòng ngừa bạo lực'],
    ['1b', 37, 'Truyền thông mục tiêu, chỉ tiêu của tỉnh, huyện trong các kế hoạch'],
    ['2a', 39, 'Giới thiệu mô hình, dịch vụ hỗ trợ bình đẳng giới, phòng ngừa bạo lực'],
    ['2b', 39, 'Đấu tranh, phản bác thông tin sai lệch về bình đẳng giới'],
    [
      '3',
      41,
      'Lập kế hoạch, tổ chức Tháng hành động năm 2023 hiệu quả, sáng tạo, hợp với địa phương',
      { recurrence: 'year', campaigns: ['action-month'] },
    ],
    ['4a', 43, 'Xây dựng, phổ biến chính sách, pháp luật hợp với từng địa bàn, đối tượng'],
    ['4b', 43, 'Thu hút nam giới, trẻ em trai tham gia hoạt động truyền thông'],
    ['4c', 43, 'Tăng cường công nghệ thông tin, truyền thông trên nền tảng số'],
  ]),
  ...tasksUnder(part('4', 'Bố trí kinh phí'), [
    [
      '1',
      47,
      'Lập kế hoạch, bố trí ngân sách cho bình đẳng giới, nhất là từ chương trình mục tiêu quốc gia',
      { recurrence: 'year', duty: 'budget-estimate' },
    ],
    ['2', 49, 'Xã hội hóa, huy động nguồn lực của tổ chức, cá nhân'],
  ]),
  ...tasksUnder(part('5', 'Năng lực, hiệu quả quản lý nhà nước'), [
    ['1a', 53, 'Đề cao trách nhiệm cấp ủy, chính quyền trong chỉ đạo công tác bình đẳng giới'],
    ['1b', 53, 'Phối hợp liên ngành trong triển khai, kiểm tra, giám sát pháp luật', { duty: 'monitoring' }],
    ['2a', 55, 'Tập huấn kỹ năng lồng ghép giới cho cán bộ pháp chế, xây dựng chính sách', { agencies: addressed }],
    [
      '2b',
      55,
      'Tập huấn kiến thức giới cho thanh tra, tư pháp, cán bộ bình đẳng giới, thành viên Ban VSTBPN',
      { agencies: addressed },
    ],
    ['3a', 57, 'Kiểm tra, thanh tra, xử lý vi phạm về bình đẳng giới', { duty: 'inspection' }],
    ['3b', 57, 'Kịp thời xác minh, báo cáo vụ việc cho cơ quan có thẩm quyền', { recurrence: 'ad-hoc' }],
    [
      '4a',
      59,
      'Báo cáo 6 tháng và năm về Sở LĐTBXH, kết hợp báo cáo vì sự tiến bộ của phụ nữ',
      { agencies: addressed, recurrence: 'half-year' },
    ],
    [
      '4b',
      59,
      'Tổng hợp, đánh giá, báo cáo UBND tỉnh và Bộ LĐTBXH',
      { agencies: [labourDepartment], recurrence: 'half-year' },
    ],
    ['5', 61, 'Phản ánh vướng mắc về Sở LĐTBXH để phối hợp', { agencies: addressed, recurrence: 'ad-hoc' }],
  ]),
];
