/** Document 000, parts IV.7 to IV.14 and the closing words: what the media, police, councils, unions and all others do. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import {
  board,
  broadcaster,
  councilBoards,
  departments,
  districts,
  front,
  helping,
  homeAffairs,
  information,
  labour,
  minorities,
  newspaper,
  partyOrganisation,
  police,
  science,
  unions,
  womensUnion,
} from './responsible.ts';

const requested = { section: 'IV.13', sectionTitle: 'Đề nghị MTTQ, Hội LHPN tỉnh và các tổ chức chính trị - xã hội' };
const press = { section: 'IV.7', sectionTitle: 'Sở Thông tin và Truyền thông, Báo Hậu Giang, Đài PTTH tỉnh' };

export const otherTasks: readonly TaskItem[] = [
  ...tasksUnder({ ...press, agencies: [information, newspaper, broadcaster] }, [
    [
      '1a',
      178,
      'Phối hợp xây dựng chuyên mục, chuyên đề về chính sách, pháp luật bình đẳng giới',
      { indicators: ['6.4'] },
    ],
    ['1b', 178, 'Tuyên truyền Tháng hành động', { recurrence: 'year', campaigns: ['action-month'] }],
    [
      '1c',
      178,
      'Chỉ đạo đài truyền thanh cơ sở mỗi tháng có 1 đến 2 tin, bài, chuyên mục về bình đẳng giới',
      {
        recurrence: 'month',
        quota: { amount: 1, max: 2, unit: 'tin, bài', outputs: ['news-item', 'article', 'column'] },
        indicators: ['6.3'],
      },
    ],
    ['1d', 178, 'Nêu gương tốt, điển hình về bình đẳng giới trên phương tiện đại chúng'],
  ]),
  ...tasksUnder({ section: 'IV.8', sectionTitle: 'Sở Khoa học và Công nghệ', agencies: [science] }, [
    [
      '1',
      182,
      'Định hướng, đề xuất nhiệm vụ khoa học về bình đẳng giới',
      { agencies: [helping(science), helping(labour)] },
    ],
    ['2', 184, 'Đề xuất cơ chế, chính sách khuyến khích nhà khoa học nữ'],
  ]),
  ...tasksUnder({ section: 'IV.9', sectionTitle: 'Ban Dân tộc tỉnh', agencies: [minorities] }, [
    [
      '1a',
      188,
      'Tuyên truyền, vận động đồng bào dân tộc thiểu số thực hiện pháp luật bình đẳng giới',
      { indicators: ['6.1'] },
    ],
    ['1b', 188, 'Thực hiện chính sách đặc thù ở vùng sâu, vùng xa, vùng dân tộc thiểu số, vùng khó khăn'],
    ['1c', 188, 'Vận động phát huy phong tục tốt đẹp hợp với mục tiêu chiến lược'],
  ]),
  ...tasksUnder({ section: 'IV.10', sectionTitle: 'Công an tỉnh', agencies: [police, helping(departments)] }, [
    ['1a', 192, 'Phòng, chống tội phạm mua bán người'],
    ['1b', 192, 'Phòng, chống bạo lực gia đình, xâm hại phụ nữ, trẻ em, nhất là trẻ em gái'],
    [
      '1c',
      192,
      'Phối hợp hỗ trợ nạn nhân bị mua bán trở về tái hòa nhập',
      { agencies: [helping(police)], indicators: ['3.3'] },
    ],
  ]),
  ...tasksUnder(
    {
      section: 'IV.11',
      sectionTitle: 'Đề nghị Ban Tổ chức Tỉnh ủy',
      agencies: [partyOrganisation, helping(homeAffairs)],
      indicators: ['1'],
    },
    [
      ['1a', 196, 'Hướng dẫn chính sách hỗ trợ cán bộ nữ đi đào tạo, bồi dưỡng', { duty: 'guidance' }],
      ['1b', 196, 'Rà soát cán bộ nữ lãnh đạo; đề xuất đào tạo, quy hoạch, sử dụng theo lộ trình', { duty: 'review' }],
      ['1c', 196, 'Đề xuất ưu tiên bố trí nữ vào vị trí lãnh đạo để đạt chỉ tiêu của mục tiêu 1'],
    ],
  ),
  ...tasksUnder({ section: 'IV.12', sectionTitle: 'Đề nghị các Ban của HĐND tỉnh', agencies: [councilBoards] }, [
    ['1', 200, 'Có kế hoạch giám sát công tác bình đẳng giới', { recurrence: 'year', duty: 'monitoring' }],
  ]),
  ...tasksUnder({ ...requested, agencies: [front, womensUnion, unions] }, [
    [
      '1a',
      204,
      'Phối hợp thành viên Ban VSTBPN tỉnh triển khai kế hoạch',
      { agencies: [front, womensUnion, unions, helping(board)] },
    ],
    ['1b', 204, 'Tuyên truyền trong các cấp hội, tổ chức và nhân dân', { indicators: ['6.1'] }],
    ['1c', 204, 'Tham gia quản lý nhà nước, giám sát thực hiện pháp luật bình đẳng giới', { duty: 'monitoring' }],
    ['1d', 204, 'Kiểm tra, giám sát bình đẳng giới trong bầu cử', { recurrence: 'once', duty: 'inspection' }],
    [
      '1e',
      204,
      'Hội thảo, tọa đàm, giao lưu nhân Ngày Phụ nữ Việt Nam 20/10',
      {
        agencies: [womensUnion, helping(board)],
        recurrence: 'window',
        from: '2021-10-20',
        to: '2021-10-20',
        campaigns: ['vietnamese-womens-day'],
      },
    ],
    [
      '1f',
      204,
      'Bồi dưỡng nữ lãnh đạo, nữ trong quy hoạch, nữ ứng cử đại biểu Quốc hội, HĐND',
      { agencies: [womensUnion, helping(board)], recurrence: 'once', indicators: ['1'] },
    ],
  ]),
  ...tasksUnder(
    { section: 'IV.14', sectionTitle: 'Các sở, ban, ngành và UBND cấp huyện', agencies: [departments, districts] },
    [
      ['1a', 208, 'Phối hợp triển khai kế hoạch của tỉnh'],
      [
        '1b',
        208,
        'Xây dựng kế hoạch bình đẳng giới năm 2021 của đơn vị, thiết thực',
        { recurrence: 'once', deliverable: 'plan' },
      ],
      ['2', 210, 'Báo cáo định kỳ theo điểm đ khoản 2 mục II', { recurrence: 'half-year', deliverable: 'report' }],
      ['3a', 212, 'Bố trí kinh phí hợp lý ở cấp, ngành mình', { recurrence: 'year' }],
      ['3b', 212, 'Khen thưởng tập thể, cá nhân đóng góp tích cực', { recurrence: 'year', duty: 'commendation' }],
      ['3c', 212, 'Phối hợp đoàn thể tuyên truyền, vận động thực hiện kế hoạch'],
    ],
  ),
];
