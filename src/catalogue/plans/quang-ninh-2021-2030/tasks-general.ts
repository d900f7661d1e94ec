/** Document 002, part II.1: what holds for all objectives. Each of its eight points is one paragraph. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { inActionMonth } from './campaigns.ts';
import { committee, departments, heads, helping, localities } from './responsible.ts';

const general = (point: number, sectionTitle: string) => ({
  section: `II.1.${point}`,
  sectionTitle,
  agencies: [committee],
});

export const generalTasks: readonly TaskItem[] = [
  ...tasksUnder(general(1, 'Trách nhiệm quản lý, phối hợp'), [
    ['1a', 91, 'Chính quyền tăng cường trách nhiệm quản lý công tác bình đẳng giới', { agencies: [localities] }],
    [
      '1b',
      91,
      'Sở, ngành, Mặt trận, đoàn thể phối hợp nâng nhận thức, triển khai bình đẳng giới, phòng chống bạo lực',
      { agencies: [helping(departments)] },
    ],
    ['1c', 91, 'Người đứng đầu chịu trách nhiệm thực hiện quy định về bình đẳng giới', { agencies: [heads] }],
  ]),
  ...tasksUnder(general(2, 'Cơ chế, chính sách; lồng ghép giới'), [
    ['1a', 93, 'Đề xuất cơ chế, chính sách bình đẳng giới theo lĩnh vực và cho người yếu thế'],
    ['1b', 93, 'Lồng ghép bình đẳng giới vào chính sách, kế hoạch kinh tế - xã hội của tỉnh, ngành, địa phương'],
  ]),
  ...tasksUnder(general(3, 'Chương trình, kế hoạch thực hiện chiến lược'), [
    ['1a', 95, 'Xây dựng, triển khai chương trình, kế hoạch thực hiện chiến lược và chương trình phòng ngừa bạo lực'],
    ['1b', 95, 'Truyền thông thay đổi hành vi bằng hoạt động thường xuyên và chiến dịch theo nhóm đối tượng'],
    ['1c', 97, 'Thu hút người có uy tín, nam giới, trẻ em trai, thanh niên tham gia truyền thông'],
    ['1d', 97, 'Đưa nội dung giới, phòng ngừa bạo lực vào bài giảng chính thức các cấp học', { indicators: ['5.1'] }],
    ['1e', 97, 'Lồng ghép nội dung giới vào hoạt động của cơ sở giáo dục nghề nghiệp'],
    ['1f', 97, 'Nâng năng lực về bình đẳng giới cho cán bộ pháp chế, cán bộ quản lý nhà nước'],
    ['1g', 97, 'Tăng cường lồng ghép giới khi xây dựng văn bản quy phạm pháp luật'],
    ['1h', 97, 'Tăng phụ nữ ở vị trí lãnh đạo, quản lý các cấp', { indicators: ['1.1', '1.2'] }],
  ]),
  ...tasksUnder(general(4, 'Thông tin, tuyên truyền, Tháng hành động'), [
    ['1a', 99, 'Tuyên truyền, ứng dụng công nghệ thông tin để nâng nhận thức của nhân dân', { indicators: ['6.1'] }],
    ['1b', 99, 'Triển khai Tháng hành động hằng năm, từ 15/11 đến 15/12', inActionMonth],
    ['1c', 99, 'Chiến dịch truyền thông về bình đẳng giới hằng năm, từ 15/11 đến 15/12', inActionMonth],
  ]),
  ...tasksUnder(general(5, 'Năng lực cán bộ; thanh tra; thống kê giới'), [
    ['1a', 101, 'Nâng năng lực cán bộ bình đẳng giới, vì sự tiến bộ của phụ nữ các cấp'],
    ['1b', 101, 'Nâng năng lực cơ sở dịch vụ cho người bị bạo lực và các lực lượng phối hợp'],
    ['1c', 101, 'Nâng kỹ năng phòng, ứng phó bạo lực cho phụ nữ, trẻ em, nhóm nguy cơ cao'],
    [
      '1d',
      101,
      'Thanh tra, kiểm tra liên ngành, giám sát pháp luật, chính sách, mục tiêu bình đẳng giới',
      { duty: 'inspection' },
    ],
    ['1e', 101, 'Thống kê số liệu giới theo yêu cầu thống kê quốc gia', { duty: 'statistics' }],
  ]),
  ...tasksUnder(general(6, 'Mô hình, dịch vụ, cơ chế phối hợp'), [
    ['1a', 103, 'Duy trì, nhân rộng mô hình phòng ngừa, ứng phó bạo lực trên cơ sở giới'],
    ['1b', 103, 'Thí điểm mô hình mới hợp với nhóm đối tượng và thực tế'],
    ['1c', 103, 'Phát triển, nâng chất lượng cơ sở dịch vụ phòng ngừa, ứng phó bạo lực'],
    ['1d', 103, 'Xây dựng cơ chế phối hợp phòng ngừa, ứng phó bạo lực trên cơ sở giới, xâm hại trẻ em'],
  ]),
  ...tasksUnder(general(7, 'Kiểm tra, giám sát, xử lý'), [
    [
      '1a',
      105,
      'Kiểm tra, giám sát, đánh giá cơ quan, địa phương về bình đẳng giới, phòng ngừa bạo lực',
      { duty: 'monitoring' },
    ],
    ['1b', 105, 'Xử lý nghiêm các trường hợp bạo lực trên cơ sở giới'],
  ]),
  ...tasksUnder(general(8, 'Hợp tác quốc tế'), [
    ['1a', 107, 'Hợp tác quốc tế về bình đẳng giới, vì sự tiến bộ của phụ nữ, phòng ngừa bạo lực'],
    ['1b', 107, 'Tranh thủ hỗ trợ kỹ thuật, tài chính, chuyên môn của nước ngoài'],
  ]),
];
