/** Document 002: the models and clubs that it names, and where people are helped. Kinds of models without a name are kept too. */
import type { ModelItem, ServiceItem } from '../plan-document.ts';

const at = (line: number, ...names: readonly string[]): readonly ModelItem[] => names.map((name) => ({ name, line }));

export const models: readonly ModelItem[] = [
  ...at(103, 'Mô hình phòng ngừa, ứng phó với bạo lực trên cơ sở giới'),
  ...at(
    129,
    'Câu lạc bộ doanh nhân nữ',
    'Mô hình nữ phát triển kinh tế, làm kinh tế giỏi',
    'Mô hình đào tạo, hỗ trợ phụ nữ khởi sự doanh nghiệp',
  ),
  ...at(141, 'Mô hình truyền thông trong trường học, cơ quan, doanh nghiệp, cộng đồng'),
  ...at(155, 'Văn phòng Can thiệp, hỗ trợ phụ nữ và trẻ em bị bạo lực', 'Ngôi nhà Ánh Dương'),
  ...at(167, 'Mô hình dịch vụ công tác xã hội cho người bị bạo lực ở huyện, xã'),
  ...at(169, 'Tổ công tác liên ngành phòng chống bạo lực giới ở tỉnh, huyện, xã'),
  ...at(
    171,
    'Mô hình phòng, chống bạo lực gia đình',
    'Mô hình phòng, chống bạo lực học đường',
    'Mô hình phòng chống mại dâm, mua bán người',
    'Mô hình phòng chống xâm hại tình dục trẻ em',
    'Mô hình về lựa chọn giới tính thai nhi',
  ),
  ...at(
    173,
    'Mô hình ứng dụng công nghệ thông tin phòng chống bạo lực giới',
    'Mô hình thành phố, làng quê an toàn, thân thiện',
    'Mô hình cho công nhân, nam giới, dân tộc thiểu số, trẻ em, phụ nữ yếu thế, người sắp, mới kết hôn',
    'Mô hình trợ giúp phụ nữ và trẻ em là nạn nhân',
    'Mô hình hỗ trợ sinh kế, dạy nghề, vay vốn',
    'Câu lạc bộ trong trường học, cộng đồng',
  ),
  ...at(175, 'Mô hình phòng, chống quấy rối, xâm hại tình dục'),
  ...at(213, 'Mô hình sản xuất hợp với lao động nữ theo vùng'),
  ...at(241, 'Mô hình thí điểm về bình đẳng giới và phòng ngừa bạo lực'),
  ...at(261, 'Mô hình bảo đảm bình đẳng giới với nữ cán bộ, công chức, viên chức'),
  ...at(277, 'Mô hình môi trường giáo dục an toàn, phòng chống bạo lực học đường'),
  ...at(293, 'Mô hình sửa đổi quy ước, hương ước'),
];

export const services: readonly ServiceItem[] = [
  { name: 'Trung tâm công tác xã hội tỉnh Quảng Ninh', kind: 'centre', line: 49 },
  { name: 'Sàn giao dịch việc làm', kind: 'help', line: 127 },
  { name: 'Văn phòng Can thiệp, hỗ trợ phụ nữ và trẻ em bị bạo lực', kind: 'centre', line: 155 },
  { name: 'Ngôi nhà Ánh Dương', kind: 'centre', line: 155 },
  { name: 'Tư vấn, y tế, tư pháp, dạy nghề, vay vốn, hỗ trợ tạm lánh', kind: 'help', line: 157 },
  { name: 'Tổng đài đường dây nóng của tỉnh', kind: 'hotline', phone: '18001769', line: 167 },
  { name: 'Văn phòng công tác xã hội', kind: 'centre', line: 167 },
  { name: 'Văn phòng tham vấn ở huyện, xã, trường học, bệnh viện', kind: 'centre', line: 167 },
  { name: 'Cơ sở bảo trợ xã hội', kind: 'shelter', line: 167 },
  { name: 'Địa chỉ tin cậy', kind: 'shelter', line: 167 },
  { name: 'Nhà tạm lánh', kind: 'shelter', line: 167 },
  { name: 'Dịch vụ giúp việc nội trợ gia đình, nhà sạch', kind: 'help', line: 189 },
  { name: 'Kênh tiếp nhận thông tin bạo lực trên mạng', kind: 'help', line: 283 },
  { name: 'Tín dụng ưu đãi của Ngân hàng Chính sách xã hội', kind: 'help', line: 315 },
];
