/** Document 002, part II.2.3.1: telling people about violence and equality at home (objective 3). */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { inActionMonth } from './campaigns.ts';
import { committee } from './responsible.ts';

const telling = {
  section: 'II.2.3.1',
  sectionTitle: 'Tuyên truyền, thay đổi hành vi (mục tiêu 3)',
  agencies: [committee],
  indicators: ['3.1', '3.2', '3.3', '3.4'],
};

const violence = { indicators: ['3.2'] };

export const familyMediaTasks: readonly TaskItem[] = tasksUnder(telling, [
  ['1', 139, 'Xây dựng, phát hành sản phẩm truyền thông về phòng ngừa bạo lực, bình đẳng trong gia đình'],
  ['2a', 141, 'Phổ biến kiến thức, pháp luật tới cán bộ, người lao động, người dân bằng hình thức đa dạng'],
  ['2b', 141, 'Truyền thông trực tiếp và qua ứng dụng công nghệ số'],
  ['2c', 141, 'Lắp pa nô, áp phích nơi đông người, trụ sở tiếp dân, trường học, nhà cộng đồng, cơ sở bảo trợ'],
  ['2d', 141, 'Sân khấu hóa nội dung tuyên truyền trong trường học, ở xã, phường, thôn, bản'],
  ['2e', 141, 'Tuyên truyền cho phụ nữ yếu thế, trẻ em, nam giới, vùng dân tộc thiểu số, miền núi, hải đảo'],
  ['2f', 141, 'Thí điểm mô hình truyền thông trong trường học, cơ quan, doanh nghiệp, cộng đồng'],
  ['3', 143, 'Xây dựng đội ngũ báo cáo viên tuyên truyền trực tiếp tới người dân', violence],
  ['4a', 145, 'Soạn tài liệu phòng ngừa bạo lực cho cộng đồng, trường học, doanh nghiệp', violence],
  ['4b', 145, 'Soạn tài liệu bình đẳng giới trong gia đình, chia sẻ việc nhà', { indicators: ['3.1'] }],
  [
    '5a',
    147,
    'Phát động Tháng hành động hằng năm, từ 15/11 đến 15/12, hợp với địa phương, đơn vị, doanh nghiệp',
    inActionMonth,
  ],
  ['5b', 147, 'Chiến dịch truyền thông về bình đẳng giới ở các cấp', { recurrence: 'year' }],
  ['6a', 149, 'Nâng hiệu quả truyền thông trên phương tiện thông tin đại chúng để đẩy lùi bạo lực'],
  ['6b', 149, 'Mở chuyên trang, chuyên mục trên báo, tạp chí, trang điện tử, phát thanh, truyền hình'],
]);
