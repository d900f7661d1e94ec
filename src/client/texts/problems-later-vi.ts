/** The sentences in Vietnamese that come with the screens behind the first ones: of forms, of what was refused, of files. */
import { formatDate, formatPartialDate } from '#domain/dates.ts';
import { editableNumber, formatCount, formatNumber } from '#domain/numbers.ts';
import { problemsFirstVi, sentenceOf, wordOfField, type ProblemTexts } from './problems.ts';
import { screensVi } from './screens-vi.ts';

const fieldWord = (field: string) => wordOfField(screensVi.fields, field);

export const problemsVi: ProblemTexts = {
  ...problemsFirstVi,
  'account/password-too-short': (p) => `Mật khẩu ngắn quá. Dùng ít nhất ${formatCount(p.min)} ký tự.`,
  'account/password-too-common': () => 'Mật khẩu này quá phổ biến. Chọn mật khẩu khác.',
  'store/unreadable': () =>
    'Một thay đổi trên máy không đọc được nữa nên chưa gửi. Nhớ được thì ghi lại, rồi bỏ mục này.',
  'sync/malformed': () => 'Máy chủ không đọc được bản ghi. Sửa rồi lưu lại.',
  'request/too-large': () => 'Nội dung gửi lớn quá. Chia nhỏ rồi gửi lại.',
  'store/contended': () => 'Thẻ khác đang ghi cùng lúc. Đợi một chút rồi lưu lại.',
  'store/slow': () => 'Máy lưu lâu quá, chưa rõ đã xong hay chưa. Đừng đóng trang; đợi một lúc rồi lưu lại.',
  'field/too-long': (p) => `Dài quá. Viết trong ${formatCount(p.max)} ký tự.`,
  'field/not-a-count': () => 'Nhập số nguyên từ 0 trở lên, ví dụ 38 hoặc 1.234.',
  'field/not-a-number': () => 'Nhập số, dùng dấu phẩy cho phần lẻ, ví dụ 61,3.',
  'field/ambiguous-number': (p) =>
    `Số này đọc được hai cách: ${p.readings.map((n) => formatNumber(n)).join(' hoặc ')}. Gõ lại ${p.readings.map(editableNumber).join(' hoặc ')} cho rõ.`,
  'field/negative': () => 'Ở đây không có số âm. Nhập số từ 0 trở lên.',
  'field/number-meant': (p) =>
    `Ô này chỉ nhận chữ số, viết như 1.234,5. Nếu ý là ${formatNumber(p.reading)} thì gõ ${editableNumber(p.reading)}.`,
  'field/too-precise': (p) =>
    `Số có nhiều chữ số quá, lưu thì sẽ bị làm tròn. Viết nhiều nhất ${formatCount(p.max)} chữ số.`,
  'field/date-meant': (p) =>
    `Viết đủ ngày/tháng/năm. Nếu là ${p.readings.map(formatDate).join(' hoặc ')} thì gõ đúng như vậy.`,
  'text/cleaned': (p) =>
    `Đã bỏ ${formatCount(p.count)} ký tự ẩn hoặc hỏng, màn hình không hiện; chữ nhìn thấy vẫn nguyên.`,
  'text/lines-joined': () => 'Ô này chỉ có một dòng, nên các dòng đã được nối lại bằng dấu cách.',
  'text/other-encoding': (p) =>
    `Chữ này có vẻ thuộc bảng mã cũ, đọc ra là “${p.reading}”. Nếu đúng, hãy gõ lại; chưa có gì bị đổi.`,
  'field/not-a-year': () => 'Nhập năm bằng bốn chữ số, ví dụ 2025.',
  'field/unknown-value': () => 'Giá trị này không có trong danh sách. Hãy chọn lại.',
  'field/too-large': (p) => `Số lớn quá. Nhập số không quá ${formatCount(p.max)}.`,
  'activity/ends-before-start': () => 'Ngày kết thúc trước ngày bắt đầu. Sửa một trong hai ngày.',
  'activity/date-out-of-range': (p) => `Chọn ngày trong khoảng ${formatDate(p.from)} – ${formatDate(p.to)}.`,
  'activity/minority-exceeds-total': (p) =>
    `Số người dân tộc thiểu số nhiều hơn tổng số người (${formatCount(p.total)}). Sửa một trong hai số.`,
  'reading/numerator-exceeds-denominator': () => 'Số đếm được lớn hơn tổng số. Sửa một trong hai số.',
  'reading/zero-denominator': () => 'Số dưới là 0 thì không tính được tỷ lệ. Sửa số, hoặc chọn “Không phát sinh”.',
  'reading/split-differs': (p) =>
    `Nữ cộng nam là ${formatNumber(p.found)}, khác số chung ${formatNumber(p.expected)}. Sửa cho khớp.`,
  'reading/nothing-with-figures': () => 'Đã chọn “Không phát sinh” thì để trống các ô số, hoặc bỏ chọn.',
  'reading/wrong-period': () => 'Kỳ này không hợp với chỉ tiêu. Chọn kỳ khác.',
  'reading/guarded': () => 'Số liệu này được bảo vệ, không nhập và không lưu trên máy.',
  'reading/outlier': (p) =>
    `Kỳ trước là ${formatNumber(p.previous)}, kỳ này chênh khoảng ${formatCount(p.times)} lần. Kiểm tra lại; nếu đúng, ghi lý do rồi lưu.`,
  'reading/period-not-begun': (p) => `Kỳ này đến ${formatDate(p.from)} mới bắt đầu, chưa có gì để đếm. Chọn kỳ khác.`,
  'reading/part-exceeds': (p) => `Số của một nhóm lớn hơn số chung (${formatNumber(p.total)}). Sửa một trong hai số.`,
  'reading/conditions-differ': (p) =>
    `Với các số đã ghi, số đạt cả các điều kiện phải từ ${formatNumber(p.least)} đến ${formatNumber(p.most)}. Sửa cho khớp.`,
  'reading/bodies-differ': (p) =>
    `Danh sách có ${formatCount(p.found)} tên, nhưng số ghi là ${formatNumber(p.expected)}. Sửa cho khớp.`,
  'reading/points-elsewhere': () => 'Chỉ tiêu này lấy số ở kế hoạch khác. Mở kế hoạch đó, hoặc điền chỉ tiêu trước.',
  'target/range-reversed': () => 'Mức trên của khoảng nhỏ hơn mức dưới. Đổi hai số cho nhau.',
  'target/years-reversed': () => 'Năm cuối trước năm đầu. Sửa một trong hai năm.',
  'register/too-early': (p) =>
    `Sớm hơn bước trước (${formatPartialDate(p.than)}). Sửa ngày này, hoặc sửa ngày của bước trước.`,
  'register/consent-missing': () => 'Chỉ ghi tên khi người đó đồng ý. Hỏi rồi đánh dấu vào đây, hoặc xoá tên.',
  'register/not-a-phone': () => 'Chỉ dùng chữ số, dấu cách và dấu + ( ) . - /, ít nhất ba chữ số, ví dụ 1800 1769.',
  'register/not-a-year': () => 'Nhập năm bằng bốn chữ số, ví dụ 2024.',
  'register/exceeds-step-before': (p) =>
    `Lớn hơn bước trước (${formatCount(p.before)} đồng). Sửa số, hoặc ghi lý do ở ô “${fieldWord('reason')}”.`,
  'unit/ended': () => 'Đơn vị này đã kết thúc. Chọn đơn vị khác, hoặc xem lại ngày.',
  'unit/later-change': () => 'Sau ngày này đơn vị còn một thay đổi khác. Chọn ngày muộn hơn.',
  'unit/circle': () => 'Đơn vị kế thừa không thể là đơn vị kết thúc, cũng không thể ở dưới nó. Chọn lại các đơn vị.',
  'unit/has-units-below': () => 'Còn đơn vị cấp dưới. Chọn đơn vị mà từ đó họ trực thuộc.',
  'unit/parent-needed': () => 'Các đơn vị này thuộc nhiều nơi khác nhau. Chọn cấp trên của đơn vị mới.',
  'unit/bad-list': (p) =>
    `Danh mục có ${formatCount(p.count)} chỗ sai, chỗ đầu tiên ở ${p.at} (${p.fault}). Chưa nhập gì; sửa rồi nhập lại.`,
  'plan/target-without-value': () => 'Chưa có giá trị. Nhập số, hoặc chọn “Chờ cấp trên giao”.',
  'plan/frozen': () =>
    'Bản đã ban hành không sửa được. Sửa kế hoạch rồi ban hành bản mới; số và ngày thì điền thêm được.',
  'sync/unknown-table': () => 'Máy chủ chưa biết loại bản ghi này. Cập nhật ứng dụng rồi gửi lại.',
  'sync/unknown-field': (p) => `Máy chủ chưa biết mục “${fieldWord(p.field)}”. Cập nhật ứng dụng rồi gửi lại.`,
  'sync/bad-value': (p) => `Mục “${fieldWord(p.field)}” chưa đúng. ${sentenceOf(problemsVi, p.problem)}`,
  'sync/too-large': () => 'Bản ghi lớn quá. Viết ngắn lại rồi gửi.',
  'sync/wrong-id': () => 'Mã của bản ghi không khớp. Ghi lại thành bản mới.',
  'sync/record-gone': () =>
    'Bản ghi này đã bị xoá từ lâu, máy chủ không còn giữ. Nếu vẫn cần, hãy ghi lại thành bản mới.',
  'set-up/done-already': () => 'Máy chủ đã được thiết lập. Hãy đăng nhập.',
  'set-up/wrong-code': () => 'Mã thiết lập không đúng. Xem lại mã trên màn hình máy chủ.',
  'account/wrong-code': () =>
    'Không có lời mời nào còn hạn với tên và mã này. Xem lại tên và mã; mã dùng một lần, trong 7 ngày. Nếu vẫn không được, xin quản trị viên mã mới.',
  'account/wrong-password': () => 'Mật khẩu đang dùng chưa đúng. Nhập lại.',
  'account/unsent': (p) =>
    `Còn ${formatCount(p.count)} thay đổi trên máy chưa gửi hoặc cần sửa. Vào Chờ gửi để gửi, sửa hoặc bỏ trước; rời máy bây giờ là mất hẳn.`,
  'account/own': () => 'Không tự làm việc này với tài khoản của mình. Nhờ quản trị viên khác.',
  'account/name-taken': () => 'Tên đăng nhập đã có người dùng. Chọn tên khác.',
  'file/unfit': () => 'Không dùng được tệp này. Tạo tệp mới rồi thử lại.',
  'store/broken': () =>
    'Kho dữ liệu của trình duyệt bị hỏng, không mở được. Tải lại trang; nếu vẫn vậy, làm theo các bước bên dưới.',
  'rescue/unreadable': () => 'Không đọc được tệp này. Chọn đúng tệp dự phòng của sổ tay.',
  'rescue/other-person': () => 'Bản dự phòng này là của người khác. Người đó đăng nhập thì mới khôi phục được.',
};
