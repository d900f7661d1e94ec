/** Document 002, parts IV.16 to IV.19: districts, the bodies that are asked, and what every head of an office does. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import {
  departments,
  front,
  labourDepartment,
  labourFederation,
  localities,
  officeHeads,
  partyBoards,
  partyOrganisation,
} from './responsible.ts';

const review = { recurrence: 'once', duty: 'review' } as const;

export const localityAndPartyTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'IV.16', sectionTitle: 'UBND các huyện, thị xã, thành phố', agencies: [localities] }, [
    [
      '1a',
      327,
      'Lập, thực hiện kế hoạch hành động hằng năm, hợp với kế hoạch kinh tế - xã hội',
      { recurrence: 'year', deliverable: 'plan' },
    ],
    ['1b', 327, 'Huy động, bố trí nguồn lực cho bình đẳng giới, vì sự tiến bộ của phụ nữ'],
    ['1c', 327, 'Lồng ghép kế hoạch với hoạt động khác trên địa bàn'],
    ['1d', 327, 'Bố trí cán bộ, công chức làm công tác bình đẳng giới'],
    ['1e', 327, 'Phối hợp liên ngành, lồng ghép bình đẳng giới vào chính sách kinh tế - xã hội'],
    ['1f', 327, 'Phòng, chống bạo lực trên cơ sở giới và truyền thông cho người dân'],
    ['1g', 327, 'Thường xuyên kiểm tra thực hiện pháp luật bình đẳng giới và kế hoạch', { duty: 'inspection' }],
    ['1h', 327, 'Báo cáo định kỳ hằng năm việc thực hiện kế hoạch', { recurrence: 'year', deliverable: 'report' }],
    ['1i', 327, 'Đánh giá giữa kỳ kết quả thực hiện mục tiêu', review],
    ['1j', 327, 'Tổng kết giai đoạn về kết quả thực hiện mục tiêu', review],
  ]),
  ...tasksUnder({ section: 'IV.17', sectionTitle: 'Các ban Đảng, Ban Văn hóa - Xã hội HĐND', agencies: partyBoards }, [
    ['1a', 331, 'Hướng dẫn cấp ủy ngăn bạo lực, buôn bán phụ nữ, mất cân bằng giới tính, hôn nhân không lành mạnh'],
    ['1b', 331, 'Tuyên truyền, giáo dục về giới cho cán bộ, đảng viên, nhân dân'],
    ['1c', 331, 'Lên án, khắc phục tư tưởng coi thường, hành vi phân biệt, xâm hại phụ nữ'],
    ['2a', 333, 'Đưa chủ trương của Đảng về bình đẳng giới vào thông tin nội bộ đến chi bộ, đảng bộ'],
    [
      '2b',
      333,
      'Giám sát, đánh giá thực hiện các luật liên quan và chỉ thị, nghị quyết của Đảng',
      { duty: 'monitoring' },
    ],
    ['2c', 333, 'Đề xuất chính sách hợp thực tiễn tỉnh; đặc thù cho phụ nữ vùng cao, biên giới, hải đảo, dân tộc'],
    [
      '3a',
      335,
      'Đề xuất chính sách quy hoạch, đào tạo, bổ nhiệm cán bộ nữ theo nghị quyết, chỉ thị',
      { agencies: [partyOrganisation], indicators: ['1.1', '1.2'] },
    ],
    ['3b', 335, 'Chủ trì chỉ tiêu 2 mục tiêu 1', { agencies: [partyOrganisation], indicators: ['1.2'] }],
  ]),
  ...tasksUnder({ section: 'IV.18', sectionTitle: 'Mặt trận, tổ chức chính trị - xã hội', agencies: [front] }, [
    ['1a', 339, 'Tham gia thực hiện kế hoạch; tuyên truyền trong tổ chức, đơn vị thành viên'],
    ['1b', 339, 'Tham gia xây dựng chính sách, quản lý nhà nước; giám sát, phản biện xã hội', { duty: 'monitoring' }],
    ['1c', 339, 'Báo cáo, phân tích dữ liệu giới của ngành về cơ quan thường trực của tỉnh', { duty: 'statistics' }],
    ['1d', 339, 'Xây dựng cộng tác viên, tuyên truyền viên bình đẳng giới ở cơ sở'],
    ['1e', 339, 'Phát hiện, bồi dưỡng, giới thiệu cán bộ nữ trẻ', { indicators: ['1.2'] }],
    [
      '2',
      341,
      'Khuyến khích công đoàn cơ sở có quy chế chống bạo lực, quấy rối tình dục nơi làm việc',
      { agencies: [labourFederation] },
    ],
  ]),
  ...tasksUnder(
    { section: 'IV.19', sectionTitle: 'Thủ trưởng sở, ngành; Chủ tịch UBND huyện', agencies: [officeHeads] },
    [
      [
        '1a',
        345,
        'Tách biệt giới trong cơ sở dữ liệu bình đẳng giới, vì sự tiến bộ của phụ nữ',
        { duty: 'statistics' },
      ],
      ['1b', 345, 'Rà soát, điều chỉnh hài hòa tỷ lệ nam, nữ trong từng lĩnh vực'],
      ['1c', 345, 'Lập kế hoạch thực hiện mục tiêu, chỉ tiêu, nhiệm vụ được giao', { deliverable: 'plan' }],
      [
        '2a',
        347,
        'Báo cáo 6 tháng và cả năm về Sở LĐTBXH',
        { agencies: [departments, localities], recurrence: 'half-year', deliverable: 'report' },
      ],
      [
        '2b',
        347,
        'Đánh giá từng chỉ tiêu được phân công ở một mục riêng trong báo cáo',
        { agencies: [departments], recurrence: 'half-year', deliverable: 'report' },
      ],
      ['3a', 349, 'Phản ánh vướng mắc về Sở LĐTBXH', { agencies: [departments, localities], recurrence: 'ad-hoc' }],
      [
        '3b',
        349,
        'Tổng hợp vướng mắc, báo cáo UBND tỉnh điều chỉnh',
        { agencies: [labourDepartment], recurrence: 'ad-hoc' },
      ],
    ],
  ),
];
