/** Document 000, parts II.2.b and II.2.c: training, the boards, and the models that go on. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee, departments, everyone, localities } from './responsible.ts';

const training = { recurrence: 'year' } as const;

export const capacityTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'II.2.b', sectionTitle: 'Nâng cao năng lực quản lý nhà nước', agencies: [committee] }, [
    ['1a', 96, 'Tập huấn, hội thảo, tọa đàm cho lãnh đạo, cán bộ làm công tác bình đẳng giới các ngành, cấp', training],
    [
      '1b',
      96,
      'Tập huấn lồng ghép giới khi soạn văn bản pháp luật, chiến lược, quy hoạch cho cán bộ pháp chế',
      training,
    ],
    ['1c', 96, 'Tập huấn giới, phòng ngừa bạo lực cho cán bộ thanh tra, tư pháp, thành viên Ban VSTBPN', training],
    [
      '2',
      98,
      'Bồi dưỡng nữ lãnh đạo, cán bộ nữ tiềm năng, nữ ứng cử và trúng cử đại biểu Quốc hội, HĐND',
      { recurrence: 'once', indicators: ['1'] },
    ],
    ['3', 100, 'Kiện toàn Ban VSTBPN, đội ngũ cán bộ các cấp; giao việc gắn trách nhiệm cá nhân, thi đua'],
    [
      '4',
      102,
      'Báo cáo định kỳ, đột xuất về Sở LĐTBXH, thường trực Ban VSTBPN tỉnh',
      { agencies: [everyone], deliverable: 'report' },
    ],
  ]),
  ...tasksUnder({ section: 'II.2.c', sectionTitle: 'Duy trì, nhân rộng mô hình', agencies: [committee] }, [
    ['1a', 106, 'Rà soát, đánh giá mô hình thúc đẩy bình đẳng giới, phòng ngừa bạo lực', { duty: 'review' }],
    ['1b', 106, 'Duy trì, nhân rộng, nâng chất lượng mô hình; thu hút nam thanh niên tham gia'],
    [
      '2',
      108,
      'Địa phương chủ động bố trí kinh phí xây dựng, nhân rộng mô hình tốt',
      { agencies: [localities], recurrence: 'year' },
    ],
    [
      '3',
      110,
      'Phong trào gia đình văn hóa gắn với bình đẳng trong gia đình, phòng bạo lực, mua bán người',
      { indicators: ['3.1', '3.2', '3.3'] },
    ],
  ]),
  ...tasksUnder({ section: 'II.2.d', sectionTitle: 'Phối hợp liên ngành', agencies: [everyone] }, [
    ['1', 114, 'Tăng trách nhiệm các cấp, ngành trong phối hợp thực hiện chiến lược, chương trình, đề án'],
    [
      '2',
      116,
      'Lồng ghép chỉ tiêu bình đẳng giới vào chương trình, đề án, kế hoạch kinh tế - xã hội của ngành, địa phương',
      { agencies: [departments, localities] },
    ],
    ['3a', 118, 'Xây dựng, thực hiện chính sách đặc thù để phụ nữ tham gia, thụ hưởng'],
    [
      '3b',
      118,
      'Hoạt động nhân Ngày Quốc tế Phụ nữ 8/3',
      { recurrence: 'window', from: '2021-03-08', to: '2021-03-08', campaigns: ['womens-day'] },
    ],
    [
      '3c',
      118,
      'Hoạt động nhân Ngày Quốc tế Hạnh phúc 20/3',
      { recurrence: 'window', from: '2021-03-20', to: '2021-03-20', campaigns: ['happiness-day'] },
    ],
    [
      '3d',
      118,
      'Hoạt động trong Tháng hành động quốc gia phòng chống bạo lực gia đình',
      { recurrence: 'year', campaigns: ['domestic-violence-month'] },
    ],
    [
      '3e',
      118,
      'Hoạt động nhân Ngày Gia đình Việt Nam 28/6',
      { recurrence: 'window', from: '2021-06-28', to: '2021-06-28', campaigns: ['family-day'] },
    ],
    [
      '3f',
      118,
      'Hoạt động nhân Ngày Phụ nữ Việt Nam 20/10',
      { recurrence: 'window', from: '2021-10-20', to: '2021-10-20', campaigns: ['vietnamese-womens-day'] },
    ],
    [
      '3g',
      118,
      'Hoạt động trong Tháng hành động vì bình đẳng giới',
      { recurrence: 'year', campaigns: ['action-month'] },
    ],
    ['4a', 120, 'Phối hợp giải quyết vụ bạo lực, xâm hại phụ nữ, trẻ em ở cơ quan, địa phương'],
    ['4b', 120, 'Bảo vệ, hỗ trợ kịp thời nạn nhân bạo lực, xâm hại', { indicators: ['3.2'] }],
    ['5', 122, 'Tạo điều kiện cho cán bộ học tập, trao đổi kinh nghiệm'],
  ]),
];
