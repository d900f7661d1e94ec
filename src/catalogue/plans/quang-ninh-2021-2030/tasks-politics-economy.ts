/** Document 002, parts II.2.1 and II.2.2: what serves objectives 1 and 2, as their headings say. */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee } from './responsible.ts';

const politics = {
  section: 'II.2.1',
  sectionTitle: 'Phụ nữ tham gia quản lý, lãnh đạo (mục tiêu 1)',
  agencies: [committee],
  indicators: ['1.1', '1.2'],
};

const economy = {
  section: 'II.2.2',
  sectionTitle: 'Kinh tế, lao động, việc làm (mục tiêu 2)',
  agencies: [committee],
  indicators: ['2.1', '2.2', '2.3'],
};

const jobs = { indicators: ['2.1', '2.2'] };
const business = { indicators: ['2.3'] };

export const politicsAndEconomyTasks: readonly TaskItem[] = [
  ...tasksUnder(politics, [
    ['1a', 113, 'Rà soát, bổ sung cán bộ nữ vào lãnh đạo và quy hoạch 2021-2025, 2025-2030', { recurrence: 'year' }],
    ['1b', 113, 'Đào tạo, bồi dưỡng, sử dụng cán bộ theo lộ trình của từng cơ quan, địa phương'],
    ['1c', 115, 'Phát hiện cán bộ nữ trẻ cho quy hoạch 2025-2030 và ứng cử HĐND nhiệm kỳ 2026-2031'],
    ['2a', 117, 'Đề xuất cơ chế đặc thù cho phụ nữ: quy hoạch, thi tuyển chức danh, luân chuyển, đào tạo'],
    ['2b', 117, 'Trao quyền lãnh đạo, luân chuyển cán bộ nữ trẻ có năng lực'],
    [
      '3a',
      119,
      'Tham mưu cấp ủy, chính quyền rà soát, thống kê, kiểm tra tỷ lệ cơ quan có nữ lãnh đạo',
      { duty: 'statistics' },
    ],
    ['3b', 119, 'Cụ thể hóa nhiệm vụ trong kế hoạch phát triển nguồn nhân lực chất lượng cao của tỉnh'],
    [
      '3c',
      119,
      'Lập danh sách cơ quan có từ 30% nữ mà chưa có nữ lãnh đạo chủ chốt, lên kế hoạch bổ nhiệm',
      { indicators: ['1.1'] },
    ],
    ['4a', 121, 'Tuyên truyền về vai trò, vị thế phụ nữ trong chính trị và xã hội, xóa định kiến giới'],
    ['4b', 121, 'Đánh giá đúng năng lực phụ nữ trong các chức vụ lãnh đạo, quản lý'],
    ['4c', 121, 'Đa dạng hóa hình ảnh phụ nữ với nhiều vai trò, nghề nghiệp'],
    [
      '5a',
      123,
      'Thanh tra, kiểm tra thực hiện pháp luật bình đẳng giới, vì sự tiến bộ của phụ nữ, phòng bạo lực',
      { duty: 'inspection' },
    ],
    ['5b', 123, 'Thanh tra, kiểm tra quy định về quy hoạch, đào tạo, đề bạt, bổ nhiệm', { duty: 'inspection' }],
  ]),
  ...tasksUnder(economy, [
    ['1a', 127, 'Thu hút đầu tư, phát triển ngành nghề, xuất khẩu lao động, ưu tiên nơi dùng nhiều lao động nữ', jobs],
    ['1b', 127, 'Nâng chất lượng sàn giao dịch việc làm, tư vấn, thông tin thị trường lao động', jobs],
    ['1c', 127, 'Kết nối doanh nghiệp, cơ sở dạy nghề, người lao động theo nguyên tắc bình đẳng giới', jobs],
    ['1d', 127, 'Thống kê thị trường lao động, đào tạo nghề có tách biệt giới', { ...jobs, duty: 'statistics' }],
    ['2a', 129, 'Lãnh đạo tỉnh, địa phương đối thoại với doanh nghiệp, nhất là doanh nghiệp do nữ làm chủ', business],
    ['2b', 129, 'Tăng cường Câu lạc bộ doanh nhân nữ, mô hình nữ phát triển kinh tế', business],
    ['2c', 129, 'Liên kết vùng, miền trong sản xuất, kinh doanh, tiêu thụ sản phẩm', business],
    ['2d', 129, 'Phối hợp mô hình đào tạo, hỗ trợ phụ nữ khởi sự doanh nghiệp', business],
    ['3', 131, 'Tư vấn phụ nữ nghèo, nông thôn, miền núi, dân tộc thiểu số vay vốn làm kinh tế hộ'],
    [
      '4',
      133,
      'Kiểm tra chính sách với lao động nữ: đào tạo nghề, bảo hộ lao động, bảo hiểm xã hội',
      { ...jobs, duty: 'inspection' },
    ],
  ]),
];
