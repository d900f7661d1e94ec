/** Document 002, parts II.2.3.2 and II.2.3.3: services and models against violence (objective 3). */
import type { TaskItem } from '../plan-document.ts';
import { tasksUnder } from '../tasks-under.ts';
import { committee } from './responsible.ts';

const services = {
  section: 'II.2.3.2',
  sectionTitle: 'Dịch vụ phát hiện, hỗ trợ, can thiệp, bảo vệ (mục tiêu 3)',
  agencies: [committee],
  indicators: ['3.2', '3.4'],
};

const models = {
  section: 'II.2.3.3',
  sectionTitle: 'Mô hình, cơ sở dịch vụ tại cộng đồng (mục tiêu 3)',
  agencies: [committee],
  indicators: ['3.2', '3.4'],
};

export const familyServiceTasks: readonly TaskItem[] = [
  ...tasksUnder(services, [
    ['1a', 153, 'Duy trì, nhân rộng, nâng hiệu quả mô hình, cơ sở dịch vụ phòng ngừa, ứng phó bạo lực'],
    ['1b', 153, 'Bảo đảm nguồn lực cho dịch vụ tư vấn, hỗ trợ tại Trung tâm công tác xã hội tỉnh'],
    ['2a', 155, 'Duy trì Văn phòng can thiệp, hỗ trợ phụ nữ, trẻ em bị bạo lực trên cơ sở giới'],
    ['2b', 155, 'Duy trì Ngôi nhà Ánh Dương tại Trung tâm công tác xã hội tỉnh'],
    ['2c', 155, 'Xây dựng mạng lưới kết nối, cung cấp dịch vụ với các địa phương'],
    ['3', 157, 'Cung cấp tư vấn, y tế, pháp lý, dạy nghề, vay vốn, tạm lánh cho nạn nhân, người gây bạo lực'],
    ['4', 159, 'Quảng bá Trung tâm công tác xã hội và địa chỉ của mạng lưới dịch vụ'],
    ['5a', 161, 'Soạn tài liệu, tập huấn, hội thảo cho cán bộ dịch vụ, cán bộ bình đẳng giới'],
    ['5b', 161, 'Thực hiện cơ chế phối hợp liên ngành, kết nối dịch vụ, xử lý vụ việc'],
    ['6a', 163, 'Rà soát khu vực công cộng có nguy cơ bạo lực, quấy rối, xâm hại'],
    ['6b', 163, 'Bổ sung thiết bị an ninh, đèn chiếu sáng, hệ thống cảnh báo nơi công cộng'],
    ['6c', 163, 'Nghiên cứu, bổ sung thiết chế bảo vệ phụ nữ, trẻ em nơi công cộng'],
  ]),
  ...tasksUnder(models, [
    ['1a', 167, 'Xây dựng đường dây nóng 18001769 của tỉnh về bạo lực trên cơ sở giới, kết nối địa phương'],
    ['1b', 167, 'Tiếp nhận, cung cấp thông tin bạo lực qua mạng xã hội, điện thoại, thiết bị nghe nhìn'],
    ['1c', 167, 'Bảo đảm cơ sở vật chất, con người cho Trung tâm, văn phòng tham vấn, Địa chỉ tin cậy, Nhà tạm lánh'],
    ['1d', 167, 'Nhân rộng dịch vụ công tác xã hội cho người bị bạo lực ở huyện, xã'],
    ['2a', 169, 'Lập Tổ công tác liên ngành phòng chống bạo lực giới ở tỉnh, huyện, xã, trực thuộc UBND'],
    ['2b', 169, 'Xây dựng cơ chế phối hợp liên ngành xử lý vụ việc'],
    ['2c', 169, 'Đề xuất chính sách trợ giúp người bị bạo lực, thúc đẩy phòng chống bạo lực'],
    [
      '3',
      171,
      'Duy trì mô hình phòng chống bạo lực gia đình, học đường, mua bán người, xâm hại, chọn giới tính nơi nguy cơ cao',
      { indicators: ['3.2', '3.3', '3.4'] },
    ],
    ['4a', 173, 'Thí điểm mô hình ứng dụng công nghệ thông tin phòng chống bạo lực giới'],
    ['4b', 173, 'Mô hình thành phố, làng quê an toàn, chống quấy rối, xâm hại phụ nữ và trẻ em'],
    ['4c', 173, 'Mô hình cho công nhân, nam giới, dân tộc thiểu số, trẻ em, phụ nữ yếu thế, người sắp, mới kết hôn'],
    ['4d', 173, 'Mô hình trợ giúp phụ nữ, trẻ em là nạn nhân bạo lực, xâm hại'],
    ['4e', 173, 'Thí điểm mô hình sinh kế, dạy nghề, vay vốn cho nhóm nguy cơ cao, hoàn cảnh khó khăn'],
    ['4f', 173, 'Mô hình hợp thực tế cho nhóm nguy cơ cao trong tình hình mới'],
    ['4g', 173, 'Lồng ghép phòng ngừa bạo lực vào câu lạc bộ, mô hình ở trường học, cộng đồng'],
    ['4h', 173, 'Học tập, trao đổi kinh nghiệm phòng ngừa, ứng phó bạo lực'],
    ['5a', 175, 'Mô hình phòng chống quấy rối tình dục nơi công cộng, nơi làm việc, nơi học tập'],
    ['5b', 175, 'Đưa phòng chống quấy rối tình dục vào nội quy, quy chế, thỏa ước lao động tập thể'],
    ['5c', 175, 'Lập hồ sơ tố giác, phát hiện, khai báo người vi phạm'],
    ['6', 177, 'Tuyên truyền về hành vi quấy rối tình dục, cách phòng, chống, giúp nạn nhân'],
  ]),
];
