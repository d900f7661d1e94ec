/** Document 000, parts IV.1 to IV.6: what the departments do. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import {
  board,
  culture,
  departments,
  districts,
  education,
  front,
  health,
  helping,
  justice,
  labour,
  massOrganisations,
  planning,
} from './responsible.ts';

const leading = { agencies: [labour, helping(departments), massOrganisations] };
const joining = { agencies: [helping(labour)] };

export const departmentTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'IV.1', sectionTitle: 'Sở Lao động - Thương binh và Xã hội', agencies: [labour] }, [
    [
      '1',
      144,
      'Chủ trì thực hiện mục tiêu, chỉ tiêu của kế hoạch',
      { agencies: [labour, helping(departments), helping(front), massOrganisations, helping(districts)] },
    ],
    [
      '2a',
      146,
      'Phối hợp tuyên truyền: hội thi pháp luật, tọa đàm, hội thảo, nói chuyện chuyên đề',
      { ...joining, indicators: ['6.1'] },
    ],
    ['2b', 146, 'Treo băng rôn, pa nô, phát tờ rơi, tuyên truyền trên phương tiện đại chúng', joining],
    ['3a', 148, 'Tham mưu UBND tỉnh thực hiện mục tiêu, chỉ tiêu về bình đẳng giới', leading],
    ['3b', 148, 'Tổ chức hoạt động truyền thông', leading],
    [
      '3c',
      148,
      'Tập huấn, hội nghị, hội thảo cho lãnh đạo, cán bộ pháp chế, nữ ứng cử viên',
      { ...leading, recurrence: 'year' },
    ],
    ['3d', 148, 'Kiểm tra, theo dõi, đôn đốc công tác bình đẳng giới', { ...leading, duty: 'monitoring' }],
    ['3e', 148, 'Tổng hợp, báo cáo kết quả thực hiện kế hoạch', leading],
    ['4', 150, 'Phối hợp duy trì, nhân rộng, nâng chất lượng mô hình ở địa phương', joining],
    ['5', 152, 'Tham mưu lập đoàn kiểm tra công tác bình đẳng giới', { recurrence: 'year', duty: 'inspection' }],
  ]),
  ...tasksUnder(
    { section: 'IV.2', sectionTitle: 'Sở Kế hoạch và Đầu tư', agencies: [helping(planning), helping(departments)] },
    [['1', 156, 'Tham mưu đưa nội dung bình đẳng giới vào kế hoạch kinh tế - xã hội hằng năm', { recurrence: 'year' }]],
  ),
  ...tasksUnder({ section: 'IV.3', sectionTitle: 'Sở Tư pháp', agencies: [justice] }, [
    ['1a', 160, 'Lồng ghép giới vào dự thảo văn bản pháp luật có nội dung liên quan'],
    ['1b', 160, 'Xây dựng, thực hiện chương trình, kế hoạch của đơn vị', { recurrence: 'year' }],
    ['1c', 160, 'Trợ giúp pháp lý theo Luật Trợ giúp pháp lý'],
    ['1d', 160, 'Theo dõi, định kỳ báo cáo tỷ lệ phụ nữ kết hôn với người nước ngoài', { duty: 'statistics' }],
  ]),
  ...tasksUnder({ section: 'IV.4', sectionTitle: 'Sở Giáo dục và Đào tạo', agencies: [education] }, [
    ['1a', 164, 'Lồng ghép giới vào giáo dục công dân, sinh học, hoạt động ngoại khóa', { indicators: ['5.1'] }],
    ['1b', 164, 'Quan tâm tỷ lệ trẻ dân tộc thiểu số đến trường, hoàn thành cấp học', { indicators: ['5.2'] }],
  ]),
  ...tasksUnder({ section: 'IV.5', sectionTitle: 'Sở Y tế', agencies: [health] }, [
    ['1a', 168, 'Nâng chất lượng chăm sóc bà mẹ mang thai, trẻ dưới 6 tuổi', { indicators: ['4.2'] }],
    ['1b', 168, 'Nâng khả năng tiếp cận dịch vụ y tế của phụ nữ, trẻ em'],
    ['1c', 168, 'Truyền thông sức khỏe sinh sản cho bà mẹ, trẻ vị thành niên', { indicators: ['4.2', '4.3'] }],
    [
      '2a',
      170,
      'Lập kế hoạch tuyên truyền kiểm soát mất cân bằng giới tính khi sinh',
      { agencies: [health, helping(labour)], recurrence: 'year', indicators: ['4.1'] },
    ],
    [
      '2b',
      170,
      'Rà soát tỷ suất sinh, đưa vào chỉ tiêu kế hoạch liên quan',
      { recurrence: 'year', indicators: ['4.3'], duty: 'review' },
    ],
  ]),
  ...tasksUnder({ section: 'IV.6', sectionTitle: 'Sở Văn hóa, Thể thao và Du lịch', agencies: [culture] }, [
    ['1a', 174, 'Phong trào đời sống văn hóa gắn với gia đình tiến bộ, bình đẳng, hạnh phúc', { indicators: ['3.1'] }],
    ['1b', 174, 'Truyền thông phòng, chống bạo lực gia đình, bạo lực trên cơ sở giới', { indicators: ['3.2'] }],
    [
      '1c',
      174,
      'Hưởng ứng Ngày Quốc tế Hạnh phúc, Tháng hành động phòng chống bạo lực gia đình, Ngày Gia đình Việt Nam',
      {
        agencies: [helping(culture), helping(board)],
        recurrence: 'year',
        campaigns: ['happiness-day', 'domestic-violence-month', 'family-day'],
      },
    ],
  ]),
];
