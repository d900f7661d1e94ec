/** Document 000, part II.2.a: telling people about the law and about equality. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee } from './responsible.ts';

const telling = {
  section: 'II.2.a',
  sectionTitle: 'Truyền thông, phổ biến, giáo dục pháp luật',
  agencies: [committee],
};

const knowledge = { indicators: ['6.1'] } as const;

export const communicationTasks: readonly TaskItem[] = tasksUnder(telling, [
  ['1a', 82, 'Truyền thông Chỉ thị 21-CT/TW về công tác phụ nữ bằng nhiều hình thức', knowledge],
  [
    '1b',
    82,
    'Truyền thông bình đẳng giới trong chính trị, hợp với địa phương, nhóm đối tượng',
    { indicators: ['1', '6.1'] },
  ],
  ['1c', 82, 'Phấn đấu đạt tỷ lệ nữ đại biểu Quốc hội khóa XV, HĐND các cấp 2021 - 2026', { recurrence: 'once' }],
  ['2a', 84, 'Tuyên truyền Luật Bình đẳng giới, chiến lược quốc gia, chương trình phòng ngừa bạo lực', knowledge],
  ['2b', 84, 'Nâng nhận thức, thực hành bình đẳng giới trong các tầng lớp nhân dân', knowledge],
  ['2c', 84, 'Giới thiệu mô hình, dịch vụ hỗ trợ bình đẳng giới, phòng ngừa bạo lực trên địa bàn'],
  ['2d', 84, 'Xây dựng môi trường bình đẳng trong gia đình, cơ quan, đơn vị', { indicators: ['3.1'] }],
  ['2e', 84, 'Truyền thông giảm lựa chọn giới tính thai nhi', { indicators: ['4.1'] }],
  ['2f', 84, 'Trang bị kiến thức tiền hôn nhân cho thanh niên'],
  ['2g', 84, 'Tuyên truyền về phụ nữ kết hôn với người nước ngoài vì kinh tế'],
  ['2h', 84, 'Khuyến khích nam giới tham gia hoạt động bình đẳng giới'],
  ['3a', 86, 'Đa dạng hình thức, dùng công nghệ thông tin trong tuyên truyền', knowledge],
  [
    '3b',
    86,
    'Tuyên truyền trực tiếp ở cơ sở: họp, chuyên đề, hội thi, tọa đàm, giao lưu, câu lạc bộ, chiến dịch',
    knowledge,
  ],
  ['3c', 86, 'Phát hành cẩm nang, tờ rơi, tờ gấp, pa nô, áp phích', knowledge],
  [
    '3d',
    86,
    'Nâng chất lượng chuyên trang, chuyên mục, tin, bài trên phương tiện đại chúng',
    { indicators: ['6.3', '6.4'] },
  ],
  ['3e', 86, 'Làm sản phẩm truyền thông tiếng Khmer cho nơi đông đồng bào Khmer', knowledge],
  [
    '4',
    88,
    'Đưa giới, kỹ năng sống, phòng bạo lực vào trung học, trung cấp, cao đẳng, đại học theo lứa tuổi',
    { indicators: ['5.1'] },
  ],
  ['5', 90, 'Phổ biến điểm mới về bình đẳng giới của Bộ luật Lao động, nhất là nơi đông lao động nữ'],
  [
    '6a',
    92,
    'Tổ chức Tháng hành động năm 2021 hiệu quả, sáng tạo',
    { recurrence: 'year', campaigns: ['action-month'] },
  ],
  [
    '6b',
    92,
    'Huy động nhân dân, tổ chức, báo đài tham gia, tuyên truyền Tháng hành động',
    { recurrence: 'year', campaigns: ['action-month'] },
  ],
]);
