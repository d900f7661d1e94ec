/** Document 002, parts II.2.4 to II.2.6: what serves objectives 4, 5 and 6, as their headings say. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee, helping, localities } from './responsible.ts';

const health = {
  section: 'II.2.4',
  sectionTitle: 'Dịch vụ y tế (mục tiêu 4)',
  agencies: [committee],
  indicators: ['4.1', '4.2', '4.3', '4.4'],
};

const education = {
  section: 'II.2.5',
  sectionTitle: 'Giáo dục, đào tạo, nhân lực nữ (mục tiêu 5)',
  agencies: [committee],
  indicators: ['5.1', '5.2', '5.3', '5.4'],
};

const media = {
  section: 'II.2.6',
  sectionTitle: 'Thông tin, truyền thông (mục tiêu 6)',
  agencies: [committee],
  indicators: ['6.1', '6.2', '6.3', '6.4'],
};

const withLocalities = { agencies: [committee, helping(localities)] };
const serving = (...indicators: readonly string[]) => ({ indicators });

export const healthEducationMediaTasks: readonly TaskItem[] = [
  ...tasksUnder(health, [
    ['1a', 195, 'Phổ biến pháp luật bình đẳng giới cho lãnh đạo, công đoàn, người lao động, người dân'],
    ['1b', 195, 'Tư vấn doanh nghiệp ký hợp đồng khám sức khỏe định kỳ, phát hiện bệnh nghề nghiệp'],
    ['2a', 197, 'Mở rộng dịch vụ chăm sóc sức khỏe, nhất là sức khỏe sinh sản'],
    ['2b', 197, 'Lập chuyên khoa ở bệnh viện tỉnh, gồm cả cho người đồng tính, song tính, chuyển giới', serving('4.4')],
    ['2c', 197, 'Đào tạo, bồi dưỡng chuyên môn cho y bác sĩ bệnh viện'],
    ['2d', 197, 'Chỉ đạo tuyến, hỗ trợ tuyến dưới về bà mẹ, trẻ em, kế hoạch hóa gia đình', serving('4.2', '4.3')],
    ['2e', 197, 'Khám chữa bệnh lưu động có cán bộ chuyên khoa Sản, Nhi', serving('4.2')],
    [
      '2f',
      197,
      'Định kỳ khám, chuyển tuyến điều trị cho người dân xã khó khăn, biên giới, hải đảo',
      { ...withLocalities, ...serving('4.2') },
    ],
    ['3a', 199, 'Kiểm soát, xử lý cơ sở chẩn đoán thai nhi để lựa chọn giới tính', serving('4.1')],
    ['3b', 199, 'Tuyên truyền xóa định kiến giới, giảm hệ lụy mất cân bằng giới tính', serving('4.1')],
    ['3c', 199, 'Kiểm tra cơ sở khám chữa bệnh về tiếp nhận, chăm sóc nạn nhân bạo lực', { duty: 'inspection' }],
    ['4', 201, 'Vận động phụ nữ mang thai vùng khó khăn khám thai, tiêm vắc xin, sinh tại cơ sở y tế', serving('4.2')],
    ['5a', 203, 'Vận động nam giới thực hiện kế hoạch hóa gia đình', serving('4.3')],
    ['5b', 203, 'Truyền thông sức khỏe sinh sản, tránh thai cho vị thành niên, các cặp vợ chồng', serving('4.3')],
    ['5c', 203, 'Dịch vụ sức khỏe sinh sản linh hoạt, miễn phí cho vùng dân tộc thiểu số', serving('4.3')],
    ['6', 205, 'Lồng ghép giới trong chính sách, kế hoạch chăm sóc sức khỏe của ngành y tế'],
  ]),
  ...tasksUnder(education, [
    ['1a', 209, 'Cùng địa phương rà soát học sinh tiểu học, trung học cơ sở', { ...withLocalities, ...serving('5.2') }],
    [
      '1b',
      209,
      'Vận động học sinh vùng sâu, dân tộc thiểu số, miền núi, hải đảo đi học',
      { ...withLocalities, ...serving('5.2') },
    ],
    ['2a', 211, 'Nghiên cứu chính sách khuyến khích cán bộ nữ học sau đại học, lý luận chính trị', serving('5.4')],
    ['2b', 211, 'Đưa nội dung giới vào bồi dưỡng quản lý nhà nước, lý luận chính trị'],
    ['2c', 211, 'Đưa nội dung giới vào bài giảng, đặc biệt ở các cấp phổ thông', serving('5.1')],
    ['3a', 213, 'Bổ sung cơ sở vật chất, nâng chất lượng giáo viên dạy nghề', serving('5.3')],
    ['3b', 213, 'Khảo sát lao động nữ nông thôn, kế hoạch đào tạo nghề theo từng vùng', serving('5.3')],
    ['3c', 213, 'Ưu tiên đào tạo nữ dân tộc thiểu số, vùng khó khăn, hộ nghèo, bảo trợ xã hội', serving('5.3')],
  ]),
  ...tasksUnder(media, [
    ['1', 217, 'Tập huấn phóng viên, biên tập viên viết bài bảo đảm yếu tố bình đẳng giới'],
    ['2a', 219, 'Kiểm soát ấn phẩm trước khi xuất bản; ngừng cấp phép, gỡ bỏ nội dung định kiến giới'],
    ['2b', 219, 'Lập biên bản, kiến nghị hủy xuất bản phẩm định kiến giới đang lưu hành'],
    ['3a', 221, 'Tuyên truyền trên phương tiện đại chúng, hợp từng nhóm, vùng miền', serving('6.1', '6.3', '6.4')],
    ['3b', 221, 'Cập nhật chủ trương, pháp luật để tuyên truyền, xóa định kiến giới', serving('6.1', '6.2')],
    ['3c', 221, 'Đề cao vai trò của nam và nữ trong gia đình, xã hội', serving('6.1')],
  ]),
];
