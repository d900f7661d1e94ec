/** Document 004, parts II.1 and II.2: the law, and the city's three plans. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee, departments, districts } from './responsible.ts';

const pointed = ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1'];

export const programmeTasks: readonly TaskItem[] = [
  ...tasksUnder({ section: 'II.1', sectionTitle: 'Thi hành Luật Bình đẳng giới', agencies: [committee] }, [
    ['1', 28, 'Tiếp tục thi hành Luật Bình đẳng giới và ba nghị định hướng dẫn, xử phạt'],
    ['2', 30, 'Phối hợp quản lý nhà nước và các biện pháp bảo đảm bình đẳng giới'],
    [
      '3a',
      32,
      'Rà soát, kiến nghị hoàn thiện chính sách, pháp luật theo nguyên tắc bình đẳng giới',
      { duty: 'review' },
    ],
    [
      '3b',
      32,
      'Lồng ghép giới khi xây dựng, thực hiện văn bản pháp luật, kế hoạch kinh tế - xã hội',
      { agencies: [departments, districts] },
    ],
  ]),
  ...tasksUnder(
    { section: 'II.2.1', sectionTitle: 'Kế hoạch hành động về bình đẳng giới 2021 - 2025', agencies: [committee] },
    [
      ['1a', 38, 'Triển khai giải pháp đạt mục tiêu, chỉ tiêu của Kế hoạch 131/KH-UBND'],
      ['1b', 38, 'Chú ý sáu chỉ tiêu về chính trị, kinh tế - lao động, gia đình', { indicators: pointed }],
      [
        '2',
        40,
        'Rà soát, thống kê chỉ tiêu đã đạt, chưa đạt của Kế hoạch 131 để tăng giải pháp',
        { agencies: [departments, districts], indicators: pointed, duty: 'review' },
      ],
      ['3', 42, 'Lồng ghép bình đẳng giới vào chương trình, kế hoạch kinh tế - xã hội của ngành, địa phương'],
      ['4a', 44, 'Thanh tra, kiểm tra định kỳ, đột xuất thực hiện pháp luật bình đẳng giới', { duty: 'inspection' }],
      ['4b', 44, 'Kiểm tra, xác minh, xử lý thông tin, vụ việc bạo lực trên cơ sở giới', { recurrence: 'ad-hoc' }],
    ],
  ),
  ...tasksUnder(
    { section: 'II.2.2', sectionTitle: 'Kế hoạch phòng ngừa, ứng phó bạo lực 2021 - 2025', agencies: [committee] },
    [
      ['1a', 48, 'Tiếp tục giải pháp của Kế hoạch 117/KH-UBND'],
      ['1b', 48, 'Bảo đảm mọi trường hợp có nhu cầu được trợ giúp bằng hình thức khác nhau', { indicators: ['help'] }],
      ['2a', 50, 'Xây dựng tài liệu truyền thông, tổ chức truyền thông phòng ngừa bạo lực'],
      ['2b', 50, 'Tập huấn cán bộ quản lý, nhân viên dịch vụ phòng ngừa, ứng phó bạo lực', { recurrence: 'year' }],
      ['3a', 52, 'Duy trì mô hình phòng ngừa, ứng phó bạo lực', { indicators: ['help'] }],
      ['3b', 52, 'Giới thiệu mô hình hay, dịch vụ hỗ trợ'],
      ['3c', 52, 'Giới thiệu điển hình, người có uy tín, người nổi tiếng ủng hộ bình đẳng giới'],
      ['3d', 52, 'Cải thiện tư tưởng trọng nam khinh nữ, ngăn chặn lựa chọn giới tính khi sinh'],
      ['3e', 52, 'Đấu tranh, phản bác thông tin sai lệch về bình đẳng giới'],
      ['4', 54, 'Phối hợp liên ngành khi thực hiện chương trình'],
    ],
  ),
  ...tasksUnder({ section: 'II.2.3', sectionTitle: 'Chương trình truyền thông đến năm 2030', agencies: [committee] }, [
    ['1a', 58, 'Tiếp tục Kế hoạch 59/KH-UBND về truyền thông'],
    ['1b', 58, 'Truyền thông chủ trương, pháp luật về bình đẳng giới, phòng ngừa bạo lực'],
    ['2a', 60, 'Cung cấp tờ gấp, tờ rơi, áp phích; làm bản tin, phóng sự, phim ngắn, tài liệu'],
    ['2b', 62, 'Phổ biến chính sách trên phương tiện đại chúng, trang thông tin nhiều người truy cập'],
    ['2c', 62, 'Tuyên truyền trên trang tin thu hút thanh niên, người chưa thành niên'],
    ['2d', 62, 'Chiến dịch truyền thông ở khu dân cư, trường học; trẻ em cùng tham gia'],
    ['2e', 62, 'Xây dựng môi trường sống an toàn cho phụ nữ, trẻ em'],
  ]),
  ...tasksUnder(
    { section: 'II.2.4', sectionTitle: 'Nội dung trong các chương trình, đề án khác', agencies: [committee] },
    [
      ['1a', 66, 'Chương trình phụ nữ tham gia lãnh đạo, quản lý 2021 - 2030', { indicators: ['1.1', '1.2'] }],
      ['1b', 66, 'Chương trình giảm nghèo bền vững và nông thôn mới 2021 - 2025'],
      ['1c', 66, 'Đề án dạy về giới trong đào tạo giáo viên (Quyết định 4247/QĐ-BGDĐT)'],
      ['1d', 66, 'Chương trình phòng, chống bạo lực gia đình đến năm 2025'],
      ['1e', 66, 'Ứng dụng công nghệ thông tin, chuyển đổi số trong truyền thông, thống kê bình đẳng giới'],
    ],
  ),
];
