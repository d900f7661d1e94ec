/** Document 002, parts III.2, III.3 and IV.1 to IV.5: money, and the departments that steer. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { inActionMonth } from './campaigns.ts';
import {
  committee,
  communes,
  cultureDepartment,
  departments,
  departmentsAndLocalities,
  financeDepartment,
  healthDepartment,
  helping,
  homeAffairs,
  investigators,
  labourDepartment,
  localities,
  planningDepartment,
} from './responsible.ts';

const everyYear = { recurrence: 'year' } as const;

export const labourAndFinanceTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'III.2', sectionTitle: 'Lập dự toán hằng năm', agencies: [departments], ...everyYear }, [
    [
      '1a',
      227,
      'Đơn vị chủ trì lập dự toán tháng 7, gửi Sở LĐTBXH',
      { windowFrom: '07-01', windowTo: '07-31', duty: 'budget-estimate' },
    ],
    ['1b', 227, 'Tổng hợp dự toán, gửi Sở Tài chính', { agencies: [labourDepartment], duty: 'budget-estimate' }],
    [
      '1c',
      227,
      'Thẩm định dự toán cấp tỉnh, báo cáo UBND tỉnh phê duyệt',
      { agencies: [financeDepartment, helping(committee)], duty: 'budget-estimate' },
    ],
  ]),
  ...tasksUnder(
    { section: 'III.3', sectionTitle: 'Kinh phí cấp huyện, cấp xã', agencies: [localities, communes], ...everyYear },
    [['1', 229, 'Cân đối, bố trí kinh phí của địa phương theo phân cấp ngân sách']],
  ),
  ...tasksUnder({ section: 'IV.1', sectionTitle: 'Sở LĐTBXH', agencies: [labourDepartment] }, [
    [
      '1a',
      235,
      'Đầu mối phối hợp, tham mưu thực hiện mục tiêu, chỉ tiêu của tỉnh',
      { agencies: [labourDepartment, ...departmentsAndLocalities] },
    ],
    [
      '1b',
      235,
      'Tổng hợp dự toán, kế hoạch ngân sách cấp tỉnh gửi Sở Tài chính thẩm định',
      { recurrence: 'year', duty: 'budget-estimate' },
    ],
    ['2a', 237, 'Hướng dẫn chuyên môn và mẫu báo cáo số liệu', { duty: 'guidance' }],
    ['2b', 237, 'Hướng dẫn truyền thông, nâng năng lực, nghiên cứu, điều tra, khảo sát về bình đẳng giới'],
    ['2c', 237, 'Chủ trì kiểm tra, giám sát liên ngành, chuyên đề việc thực hiện kế hoạch', { duty: 'monitoring' }],
    [
      '2d',
      237,
      'Tổng hợp, đánh giá kết quả chung của tỉnh, báo cáo theo quy định',
      { recurrence: 'year', deliverable: 'report' },
    ],
    ['2e', 237, 'Tham mưu sơ kết 5 năm thực hiện kế hoạch', { recurrence: 'once', duty: 'review' }],
    ['2f', 237, 'Tham mưu tổng kết 10 năm thực hiện kế hoạch', { recurrence: 'once', duty: 'review' }],
    ['3a', 239, 'Rà soát, đề nghị sửa đổi, bổ sung chính sách, pháp luật bình đẳng giới'],
    ['3b', 239, 'Tham mưu lồng ghép bình đẳng giới vào chương trình an sinh xã hội'],
    ['3c', 239, 'Phát triển hệ thống dịch vụ phòng ngừa, trợ giúp nạn nhân bạo lực', { indicators: ['3.2', '3.4'] }],
    ['4a', 241, 'Hướng dẫn, tổ chức Tháng hành động hằng năm', inActionMonth],
    ['4b', 241, 'Chiến dịch truyền thông thay đổi hành vi về bình đẳng giới'],
    ['4c', 241, 'Xây dựng tài liệu, sản phẩm truyền thông, mô hình thí điểm'],
    [
      '5a',
      243,
      'Chủ trì chỉ tiêu 1, 2 mục tiêu 2; 3, 4 mục tiêu 3; 3 mục tiêu 5; 1, 2 mục tiêu 6',
      { indicators: ['2.1', '2.2', '3.3', '3.4', '5.3', '6.1', '6.2'] },
    ],
    [
      '5b',
      243,
      'Phối hợp Sở Văn hóa và Thể thao theo dõi chỉ tiêu 2 mục tiêu 3',
      { agencies: [helping(labourDepartment), cultureDepartment], indicators: ['3.2'] },
    ],
  ]),
  ...tasksUnder({ section: 'IV.2', sectionTitle: 'Sở Kế hoạch và Đầu tư', agencies: [planningDepartment] }, [
    ['1a', 247, 'Lồng ghép mục tiêu bình đẳng giới của Chương trình nghị sự 2030 vào kế hoạch hằng năm, 5 năm'],
    ['1b', 247, 'Hướng dẫn lồng ghép bình đẳng giới khi lập, đánh giá mục tiêu, chỉ tiêu của ngành, địa phương'],
    ['1c', 247, 'Huy động, bố trí nguồn lực cho mục tiêu bình đẳng giới'],
    ['2', 249, 'Chủ trì chỉ tiêu 3 mục tiêu 2', { indicators: ['2.3'] }],
  ]),
  ...tasksUnder({ section: 'IV.3', sectionTitle: 'Sở Tài chính', agencies: [financeDepartment] }, [
    [
      '1',
      253,
      'Hằng năm thẩm định dự toán do Sở LĐTBXH tổng hợp, trình UBND tỉnh',
      { recurrence: 'year', duty: 'budget-estimate' },
    ],
    [
      '2a',
      255,
      'Hướng dẫn lập dự toán, thanh quyết toán',
      { agencies: [financeDepartment, ...departmentsAndLocalities], duty: 'guidance' },
    ],
    ['2b', 255, 'Hướng dẫn địa phương bố trí kinh phí ở huyện, xã', { duty: 'guidance' }],
    ['2c', 255, 'Kiểm tra, thanh tra việc sử dụng kinh phí', { duty: 'inspection' }],
  ]),
  ...tasksUnder({ section: 'IV.4', sectionTitle: 'Sở Nội vụ', agencies: [homeAffairs] }, [
    ['1a', 259, 'Rà soát chính sách; đề xuất quy định về nguồn cán bộ nữ, tỷ lệ nữ khi bổ nhiệm'],
    ['1b', 259, 'Kiến nghị quy định về tuổi bổ nhiệm, đào tạo, bồi dưỡng bảo đảm yếu tố giới'],
    [
      '2a',
      261,
      'Phối hợp giám sát Đề án vị trí việc làm, bố trí đủ biên chế làm bình đẳng giới',
      { agencies: [helping(homeAffairs), ...departmentsAndLocalities], duty: 'monitoring' },
    ],
    ['2b', 261, 'Lồng ghép kiến thức giới vào đào tạo, bồi dưỡng cán bộ, công chức, viên chức'],
    [
      '2c',
      261,
      'Hằng năm lập kế hoạch bồi dưỡng nữ lãnh đạo, quản lý và nữ trong quy hoạch',
      { recurrence: 'year', deliverable: 'plan' },
    ],
    ['2d', 261, 'Nghiên cứu đề án, mô hình với nữ cán bộ, công chức theo Quyết định 178/QĐ-TTg'],
    [
      '2e',
      261,
      'Đề xuất khen thưởng kịp thời tập thể, cá nhân có đóng góp',
      { recurrence: 'ad-hoc', duty: 'commendation' },
    ],
    [
      '3',
      263,
      'Chủ trì, lập kế hoạch thực hiện chỉ tiêu 1 mục tiêu 1',
      { agencies: [homeAffairs, ...departmentsAndLocalities], indicators: ['1.1'], deliverable: 'plan' },
    ],
  ]),
  ...tasksUnder({ section: 'IV.5', sectionTitle: 'Sở Y tế', agencies: [healthDepartment] }, [
    ['1a', 267, 'Lồng ghép bình đẳng giới vào chương trình, kế hoạch của ngành'],
    ['1b', 267, 'Thực hiện đề án kiểm soát mất cân bằng giới tính khi sinh 2021-2025', { indicators: ['4.1'] }],
    ['1c', 267, 'Nâng nhận thức về sức khỏe sinh sản, kế hoạch hóa gia đình', { indicators: ['4.3'] }],
    [
      '1d',
      267,
      'Phối hợp quản lý, cảnh báo mất cân bằng giới tính, nạo phá thai, tử vong mẹ, lây HIV mẹ con',
      { agencies: [healthDepartment, ...departmentsAndLocalities], indicators: ['4.1', '4.2'] },
    ],
    [
      '1e',
      267,
      'Ký chương trình phối hợp với Sở LĐTBXH giảm mất cân bằng giới tính khi sinh hằng năm',
      { agencies: [healthDepartment, helping(labourDepartment)], indicators: ['4.1'], recurrence: 'year' },
    ],
    ['2a', 269, 'Hướng dẫn, kiểm tra tiếp nhận, chăm sóc nạn nhân bạo lực, trẻ em bị xâm hại', { duty: 'inspection' }],
    [
      '2b',
      271,
      'Phát hiện sớm, cung cấp thông tin, giám định chứng thương cho cơ quan điều tra',
      { agencies: [healthDepartment, investigators] },
    ],
    ['3', 273, 'Chủ trì chỉ tiêu 1, 2, 3, 4 mục tiêu 4', { indicators: ['4.1', '4.2', '4.3', '4.4'] }],
  ]),
];
