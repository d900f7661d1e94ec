/** Document 004, parts IV.8 to IV.17: the police, statistics, unions, media, all others and the districts. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import {
  broadcaster,
  departments,
  districts,
  farming,
  foreignAffairs,
  helping,
  labourUnion,
  newspaper,
  police,
  portal,
  statistics,
  womensUnion,
  youthUnion,
} from './responsible.ts';

const month: Pick<TaskItem, 'recurrence' | 'from' | 'to' | 'campaigns'> = {
  recurrence: 'window',
  from: '2024-11-15',
  to: '2024-12-15',
  campaigns: ['action-month'],
};
const press = { section: 'IV.15', sectionTitle: 'Đài PTTH, Báo Hải Phòng, Cổng TTĐT thành phố' };

export const otherTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'IV.8', sectionTitle: 'Sở Ngoại vụ', agencies: [foreignAffairs, helping(departments)] }, [
    ['1', 188, 'Vận động tổ chức quốc tế, phi chính phủ nước ngoài làm dự án bình đẳng giới'],
  ]),
  ...tasksUnder(
    {
      section: 'IV.9',
      sectionTitle: 'Sở Nông nghiệp và Phát triển nông thôn',
      agencies: [farming, helping(departments)],
    },
    [
      ['1a', 192, 'Lồng ghép giới trong cơ cấu lại nông nghiệp, kinh tế nông thôn'],
      [
        '1b',
        192,
        'Chính sách, đề án hỗ trợ phụ nữ nông thôn làm kinh tế; ưu tiên hộ nghèo, người bị bạo lực, dễ tổn thương',
        { indicators: ['2.1', '2.2', '2.3'] },
      ],
    ],
  ),
  ...tasksUnder({ section: 'IV.10', sectionTitle: 'Công an thành phố', agencies: [police] }, [
    ['1a', 196, 'Chủ trì nhiệm vụ phòng, chống mua bán người'],
    [
      '1b',
      196,
      'Phối hợp phát hiện sớm, can thiệp, xử lý vụ bạo lực trên cơ sở giới',
      { agencies: [helping(police)], indicators: ['help'] },
    ],
    ['1c', 196, 'Giảm bạo lực, buôn bán phụ nữ và trẻ em, tệ nạn mại dâm'],
    ['2', 198, 'Phối hợp liên ngành khi xử lý vụ bạo lực, xâm hại, buôn bán phụ nữ, trẻ em'],
    [
      '3',
      200,
      'Phối hợp xây dựng chương trình, kế hoạch bình đẳng giới trong phạm vi nhiệm vụ',
      { agencies: [helping(police)] },
    ],
  ]),
  ...tasksUnder({ section: 'IV.11', sectionTitle: 'Cục Thống kê thành phố', agencies: [statistics] }, [
    [
      '1a',
      204,
      'Thu thập, công bố chỉ tiêu thống kê phát triển giới',
      { duty: 'statistics', deliverable: 'statistics' },
    ],
    [
      '1b',
      204,
      'Báo cáo số liệu theo nhiệm vụ tại kế hoạch, chương trình bình đẳng giới',
      { duty: 'statistics', deliverable: 'report' },
    ],
  ]),
  ...tasksUnder({ section: 'IV.12', sectionTitle: 'Hội Liên hiệp Phụ nữ thành phố', agencies: [womensUnion] }, [
    ['1a', 208, 'Tăng sự tham gia của phụ nữ trong chính trị', { indicators: ['1.1', '1.2'] }],
    ['1b', 208, 'Vận động cán bộ, hội viên, nhân dân thực hiện pháp luật bình đẳng giới'],
    ['1c', 208, 'Giám sát thực hiện pháp luật bình đẳng giới', { duty: 'monitoring' }],
  ]),
  ...tasksUnder({ section: 'IV.13', sectionTitle: 'Liên đoàn Lao động thành phố', agencies: [labourUnion] }, [
    ['1a', 212, 'Tuyên truyền Bộ luật Lao động 2019, chính sách lao động nữ, bình đẳng giới trong việc làm'],
    ['1b', 212, 'Phòng ngừa bạo lực, quấy rối tình dục tại nơi làm việc'],
    ['1c', 212, 'Vận động, hỗ trợ nữ công nhân nuôi con nhỏ, khó khăn'],
  ]),
  ...tasksUnder({ section: 'IV.14', sectionTitle: 'Đề nghị Đoàn Thanh niên thành phố', agencies: [youthUnion] }, [
    ['1a', 216, 'Tuyên truyền, giáo dục bình đẳng giới cho đoàn viên, thanh thiếu nhi'],
    ['1b', 216, 'Phối hợp hoạt động nhân Tháng hành động năm 2024', month],
  ]),
  ...tasksUnder({ ...press, agencies: [broadcaster, newspaper, portal] }, [
    ['1a', 220, 'Duy trì chuyên trang, chuyên mục, chuyên đề về bình đẳng giới'],
    ['1b', 220, 'Lồng ghép giới trong sản phẩm truyền thông, xóa bỏ định kiến giới'],
  ]),
  ...tasksUnder({ section: 'IV.16', sectionTitle: 'Các sở, ban, ngành, đoàn thể liên quan', agencies: [departments] }, [
    ['1a', 224, 'Thực hiện nhiệm vụ bình đẳng giới năm 2024 theo chức năng'],
    [
      '1b',
      226,
      'Báo cáo kết quả lĩnh vực phụ trách về UBND thành phố qua Sở LĐTBXH',
      { recurrence: 'year', deliverable: 'report' },
    ],
  ]),
  ...tasksUnder({ section: 'IV.17', sectionTitle: 'UBND các quận, huyện', agencies: [districts] }, [
    [
      '1a',
      230,
      'Lập kế hoạch, thực hiện nhiệm vụ bình đẳng giới trên địa bàn',
      { recurrence: 'year', deliverable: 'plan' },
    ],
    [
      '1b',
      230,
      'Thu thập thông tin, tổng hợp báo cáo, số liệu của địa phương',
      { duty: 'statistics', deliverable: 'statistics' },
    ],
    ['2', 232, 'Bố trí ngân sách địa phương, nguồn đóng góp tự nguyện, nguồn hợp pháp', { recurrence: 'year' }],
    ['3a', 234, 'Tuyên truyền, phổ biến pháp luật bình đẳng giới'],
    ['3b', 234, 'Tổ chức Tháng hành động', month],
    ['3c', 234, 'Thanh tra, kiểm tra thực hiện pháp luật bình đẳng giới', { duty: 'inspection' }],
    ['3d', 234, 'Giải quyết khiếu nại, tố cáo, xử lý vi phạm', { recurrence: 'ad-hoc' }],
  ]),
];
