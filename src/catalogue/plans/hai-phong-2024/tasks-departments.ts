/** Document 004, parts IV.1 to IV.7: what the departments do. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import {
  culture,
  departments,
  districts,
  education,
  health,
  helping,
  homeAffairs,
  information,
  justice,
  labour,
} from './responsible.ts';

const inspecting = { duty: 'inspection' } as const;
/** Said in one sentence to three bodies (lines 172, 184, 200). */
const planning = 'Phối hợp xây dựng chương trình, kế hoạch bình đẳng giới trong phạm vi nhiệm vụ';

export const departmentTasks: readonly TaskItem[] = [
  ...tasksUnder(
    {
      section: 'IV.1',
      sectionTitle: 'Sở Lao động - Thương binh và Xã hội',
      agencies: [labour, helping(departments), helping(districts)],
    },
    [
      ['1a', 116, 'Truyền thông, phổ biến pháp luật bình đẳng giới, phòng ngừa bạo lực'],
      ['1b', 116, 'Hoạt động nâng năng lực, hiệu quả quản lý nhà nước'],
      [
        '2',
        118,
        'Hưởng ứng Tháng hành động năm 2024 theo hướng dẫn của Bộ',
        { recurrence: 'window', from: '2024-11-15', to: '2024-12-15', campaigns: ['action-month'] },
      ],
      ['3', 120, 'Duy trì, hỗ trợ mô hình điểm'],
      ['4', 122, 'Thanh tra, kiểm tra bình đẳng giới trong lĩnh vực phụ trách', inspecting],
      ['5a', 124, 'Theo dõi, đôn đốc thực hiện kế hoạch', { duty: 'monitoring' }],
      ['5b', 124, 'Tổng hợp báo cáo Bộ LĐTBXH, UBND thành phố định kỳ, khi có yêu cầu', { deliverable: 'report' }],
    ],
  ),
  ...tasksUnder({ section: 'IV.2', sectionTitle: 'Sở Thông tin và Truyền thông', agencies: [information] }, [
    ['1', 130, 'Thực hiện chỉ tiêu về thông tin, truyền thông được giao chủ trì'],
    ['2a', 132, 'Chỉ đạo báo chí, Cổng thông tin, thông tin cơ sở tuyên truyền bình đẳng giới', { duty: 'guidance' }],
    [
      '2b',
      132,
      'Tăng thông tin, tuyên truyền nhân Tháng hành động',
      { recurrence: 'window', from: '2024-11-15', to: '2024-12-15', campaigns: ['action-month'] },
    ],
    ['3', 134, 'Kiểm tra, thanh tra, xử lý vi phạm trong lĩnh vực phụ trách', inspecting],
  ]),
  ...tasksUnder({ section: 'IV.3', sectionTitle: 'Sở Văn hóa và Thể thao', agencies: [culture] }, [
    ['1a', 138, 'Tuyên truyền ngăn chặn bạo lực, xâm hại tình dục phụ nữ, trẻ em'],
    ['1b', 138, 'Giáo dục đạo đức, lối sống trong gia đình'],
    [
      '2a',
      140,
      'Hưởng ứng Tháng hành động phòng, chống bạo lực gia đình và Ngày xóa bỏ bạo lực với phụ nữ',
      {
        agencies: [culture, helping(departments)],
        recurrence: 'year',
        campaigns: ['domestic-violence-month', 'violence-day'],
      },
    ],
    ['2b', 140, 'Nghệ thuật, mít tinh, trưng bày tranh ảnh, cụm cổ động, phát thanh, pano, khẩu hiệu'],
    ['3', 142, 'Chỉ đạo hỗ trợ nạn nhân bạo lực gia đình', { indicators: ['help'], duty: 'guidance' }],
    ['4a', 144, 'Rà soát, đánh giá mô hình phòng, chống bạo lực, gia đình hạnh phúc', { duty: 'review' }],
    ['4b', 144, 'Nâng hiệu quả, nhân rộng mô hình tốt'],
    ['5', 146, 'Thanh tra, xử lý vi phạm trong lĩnh vực phụ trách', inspecting],
  ]),
  ...tasksUnder({ section: 'IV.4', sectionTitle: 'Sở Giáo dục và Đào tạo', agencies: [education] }, [
    ['1', 150, 'Phòng ngừa bạo lực tại trường học; trường an toàn, thân thiện'],
    ['2', 152, 'Lồng ghép giới, bình đẳng giới vào chương trình học'],
    ['3', 154, 'Thanh tra, xử lý vi phạm trong lĩnh vực phụ trách', inspecting],
  ]),
  ...tasksUnder({ section: 'IV.5', sectionTitle: 'Sở Nội vụ', agencies: [homeAffairs] }, [
    [
      '1a',
      158,
      'Tham mưu đào tạo, bồi dưỡng cán bộ, công chức, viên chức, gồm cán bộ nữ',
      { indicators: ['1.1', '1.2'] },
    ],
    ['1b', 158, 'Lồng ghép kiến thức giới vào đào tạo, bồi dưỡng'],
    [
      '2',
      160,
      'Đề xuất giải pháp tăng phụ nữ lãnh đạo, quản lý theo Quyết định 2282/QĐ-TTg',
      { indicators: ['1.1', '1.2'] },
    ],
    [
      '3',
      162,
      'Cập nhật biến động cán bộ nữ lãnh đạo chủ chốt, gửi Sở LĐTBXH',
      { indicators: ['1.1', '1.2'], duty: 'statistics', deliverable: 'statistics' },
    ],
    ['4', 164, 'Thực hiện nhiệm vụ được giao trong chương trình, kế hoạch bình đẳng giới'],
  ]),
  ...tasksUnder({ section: 'IV.6', sectionTitle: 'Sở Y tế', agencies: [health] }, [
    ['1', 168, 'Chủ trì hoạt động bảo đảm mục tiêu bình đẳng giới trong y tế'],
    ['2a', 170, 'Tuyên truyền sức khỏe sinh sản, thay đổi định kiến giới'],
    ['2b', 170, 'Biện pháp giảm mất cân bằng giới tính khi sinh'],
    ['3', 172, planning, { agencies: [helping(health)] }],
    ['4', 174, 'Thanh tra, xử lý vi phạm trong lĩnh vực phụ trách', inspecting],
  ]),
  ...tasksUnder({ section: 'IV.7', sectionTitle: 'Sở Tư pháp', agencies: [justice] }, [
    ['1a', 178, 'Lồng ghép giới khi xây dựng văn bản pháp luật của đơn vị'],
    ['1b', 178, 'Góp ý, thẩm định dự thảo văn bản của cơ quan, địa phương'],
    ['2a', 180, 'Phổ biến pháp luật, nhất là bình đẳng giới trong chính trị'],
    ['2b', 180, 'Tư vấn luật, trợ giúp pháp lý cho phụ nữ và hòa giải viên cơ sở'],
    ['3', 182, 'Dịch vụ pháp lý miễn phí, nhất là nạn nhân bạo lực', { indicators: ['help'] }],
    ['4', 184, planning, { agencies: [helping(justice)] }],
  ]),
];
