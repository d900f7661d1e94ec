/** Words and sentences as officers write them, for records that compress as real ones do. */
import type { Chance } from './chance.ts';

/** Often used first. */
const vocabulary =
  `của và các cho trong với về người phụ nữ giới bình đẳng xã hội thôn bạo lực gia đình tuyên truyền phòng chống hội viên
  cán bộ tham gia tổ chức thực hiện công tác kế hoạch trẻ em học sinh hoạt động chi hội liên hiệp ủy ban nhân dân tập huấn
  kỹ năng chăm sóc sức khỏe sinh sản phát triển kinh tế vay vốn tạo việc làm đào tạo nghề nâng cao nhận thức pháp luật hôn
  nhân cận huyết thống tảo hôn dân tộc thiểu số vùng cao khó khăn hỗ trợ giúp đỡ tư vấn hòa giải địa chỉ tin cậy nhà tạm
  lánh đường dây nóng trưởng bí thư chủ tịch phó ban chỉ đạo mặt trận tổ quốc đoàn thanh niên nông cựu chiến binh công đoàn
  trạm y trường tiểu trung mầm non giáo viên phụ huynh loa phát thanh tờ rơi băng rôn pa nô áp phích khẩu hiệu trang thông
  tin điện tử mạng nhóm zalo bài viết phóng sự chuyên mục đưa tin tháng hành động quốc gia ngày lễ kỷ niệm mít tinh diễu
  hành văn nghệ sân khấu tiểu phẩm hội thi giao lưu tọa đàm đối thoại diễn đàn sinh hoạt câu lạc bộ mô hình điểm nhân rộng
  khảo sát thống kê báo cáo đánh giá kiểm tra giám sát sơ kết tổng kết khen thưởng biểu dương gương điển hình tiên tiến
  nuôi dạy con thai kỳ khám miễn phí bảo hiểm hộ nghèo cận chính sách trợ cấp đất đai nhà ở nước sạch vệ sinh môi trường
  an toàn giao thông ma túy mua bán xâm hại tình dục quấy rối lao động di cư hợp tác vườn đồi chè quế chăn nuôi lợn gà
  dệt thổ cẩm du lịch cộng đồng homestay khởi nghiệp sản phẩm ocop chợ phiên mùa vụ lúa ngô cam quýt ao cá tiết kiệm quỹ
  xoay vòng tín chấp ngân hàng bàn giao quà bò giống cây mái ấm tình thương xây dựng nông thôn mới đô thị văn minh`
    .split(/\s+/u)
    .filter((word) => word !== '');

const openings = [
  'Phối hợp với Hội Liên hiệp Phụ nữ tổ chức',
  'Ủy ban nhân dân xã triển khai',
  'Tại nhà văn hóa thôn đã diễn ra',
  'Cán bộ phụ trách trình bày nội dung',
  'Đại biểu thảo luận và thống nhất',
  'Trưởng thôn phát biểu khai mạc, nhấn mạnh',
  'Sau phần trao đổi, mọi người cam kết',
  'Báo cáo viên giới thiệu Luật Bình đẳng giới và',
  'Thành phần tham dự gồm đại diện các ban ngành,',
  'Kết quả bước đầu cho thấy',
  'Ban tổ chức phát tài liệu về',
  'Đề nghị các chi hội tiếp tục',
];

const titles = [
  'Hội nghị tuyên truyền phòng, chống bạo lực gia đình',
  'Tập huấn kỹ năng lồng ghép giới',
  'Lễ phát động Tháng hành động vì bình đẳng giới',
  'Sinh hoạt câu lạc bộ gia đình hạnh phúc',
  'Nói chuyện chuyên đề chăm sóc sức khỏe sinh sản',
  'Treo băng rôn, cấp phát tờ rơi',
  'Tọa đàm phụ nữ tham gia phát triển kinh tế',
  'Tuyên truyền trên loa phát thanh',
];

export const villages =
  'Làng Mẫu,Tân Tiến,Cốc Xa,Bản Vượt,Nậm Rịa,Làng Chưng,Đồng Tâm,Suối Ngàn,Thác Mới,Vườn Chè'.split(',');

const phrase = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.oneOfOften(vocabulary)).join(' ');

export const titleOf = (chance: Chance): string => `${chance.one(titles)} ${phrase(chance, chance.between(2, 6))}`;

export const sentence = (chance: Chance): string => {
  const middle = phrase(chance, chance.between(5, 14));
  const number = chance.next() < 0.3 ? `, ${String(chance.between(5, 400))} lượt người` : '';
  return `${chance.one(openings)} ${middle}${number}.`;
};

/** Words until there are so many letters. */
export const lettersOf = (chance: Chance, length: number): string => {
  let text = '';
  while (text.length < length) text += `${text === '' ? '' : ' '}${chance.oneOfOften(vocabulary)}`;
  return text.slice(0, length).trimEnd();
};
