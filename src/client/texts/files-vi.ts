/** The sentences about exchange files in Vietnamese; the shape that every other language must fill. */
import { formatCount } from '#domain/numbers.ts';
import type { FileFault } from '#domain/problem.ts';

const changes = (n: number) => `${formatCount(n)} thay đổi`;

export const filesVi = {
  files: {
    title: 'Trao đổi bằng tệp',
    lead: 'Không có mạng vẫn gửi và nhận được, bằng tệp qua USB hoặc Zalo.',
    sealed: 'Tệp được niêm phong: người mang không đọc được, không sửa được, không biết của ai.',
    back: 'Về trang Chờ gửi',
    here: 'Máy này',
    carrier: 'Người mang',
    server: 'Máy chủ',
    backHere: 'Về máy này',

    make: '1. Tạo tệp gửi đi',
    makeWaiting: (n: number) => `Trong tệp sẽ có ${changes(n)} chưa gửi.`,
    makeNothing: 'Không có gì chờ gửi. Tệp vẫn hỏi được bản mới từ máy chủ.',
    makeButton: 'Tạo tệp',
    makeAgain: 'Tạo tệp mới',
    making: 'Đang tạo tệp…',
    made: (n: number, size: string) => `${n === 0 ? 'Xin bản mới' : changes(n)} · ${size}`,
    madeNote: 'Bản ghi vẫn ở trên máy và vẫn là “Trên máy” cho đến khi nhận tệp trả lời.',
    inOrder: (n: number) => `Nhiều quá nên chia thành ${formatCount(n)} tệp. Giao lần lượt từ tệp 1.`,
    notYet: (n: number) =>
      `${changes(n)} chưa đi được lần này, vì máy chủ chưa biết phần đó. Nhận tệp trả lời rồi tạo tệp nữa.`,
    save: 'Lưu tệp',
    share: 'Chia sẻ',
    shareNote: 'Khi chia sẻ, tệp mang thêm đuôi .txt để Zalo chịu gửi. Cứ giữ nguyên tên.',
    shareFailed: 'Máy này không chia sẻ được tệp. Bấm “Lưu tệp” rồi gửi từ thư mục Tải xuống.',

    give: '2. Đưa tệp cho người có mạng',
    giveBody:
      'Chép vào USB hoặc gửi Zalo cho bất kỳ ai dùng Sổ tay trên cùng máy chủ. Họ mở trang này, mục “Mang hộ”, và chọn tệp.',
    giveServer: 'Cũng có thể đưa cho người quản trị máy chủ.',
    giveTwice: 'Giao hai lần, hoặc sau đó máy có mạng và tự gửi, đều không sao: máy chủ chỉ nhận một lần.',

    take: '3. Nhận tệp trả lời',
    takeBody: 'Người mang hộ đưa lại một tệp. Mở tệp đó trên đúng máy này.',
    takeButton: 'Chọn tệp trả lời',
    taking: 'Đang nhận…',
    acknowledged: (taken: number, all: number) =>
      taken === all
        ? `Máy chủ đã nhận đủ ${changes(all)}.`
        : `Máy chủ đã nhận ${formatCount(taken)} trong ${changes(all)} của tệp này.`,
    missing: 'Phần còn lại cần tệp trước nó: giao tệp trước, rồi giao lại tệp này.',
    received: (n: number) =>
      n === 0 ? 'Trên máy đã là bản mới nhất lúc đó.' : `Đã nhận về ${formatCount(n)} bản ghi mới.`,
    more: 'Máy chủ còn bản ghi chưa kịp gửi về. Tạo tệp nữa để lấy nốt.',
    stale: 'Một phần trả lời đã cũ hơn những gì trên máy nên được bỏ qua. Không mất gì.',
    refusedSome: 'Có bản ghi cần sửa. Xem ở trang Chờ gửi.',

    madeBefore: 'Tệp đã tạo',
    noteLine: (n: number) => (n === 0 ? 'xin bản mới' : changes(n)),
    answered: 'Đã có trả lời',
    unanswered: 'Chưa có trả lời',

    carry: 'Mang hộ người khác',
    carryBody: 'Có người không có mạng đưa tệp gửi đi? Chọn tệp ở đây, máy này sẽ giao cho máy chủ.',
    carryNote: 'Anh, chị không thấy nội dung. Công việc được ghi tên người tạo tệp, không phải tên anh, chị.',
    carryButton: 'Chọn tệp cần giao',
    carrying: 'Đang giao…',
    carried: 'Đã giao cho máy chủ. Lưu tệp trả lời rồi đưa lại cho người nhờ.',
    carryOffline: 'Máy này đang không có mạng. Giữ tệp lại, có mạng thì mở trang này và giao.',
    faults: {
      empty: 'Tệp này trống. Nhờ người gửi đưa lại.',
      'too-large': 'Tệp này lớn hơn mọi tệp của Sổ tay. Chọn lại tệp có đuôi .stbg.',
      'not-ours': 'Đây không phải tệp của Sổ tay. Chọn lại tệp có đuôi .stbg.',
      damaged: 'Tệp bị hỏng trên đường đi. Nhờ đưa lại bản gốc, hoặc tạo tệp mới.',
      newer: 'Tệp do ứng dụng mới hơn tạo ra. Cập nhật ứng dụng rồi chọn lại.',
      'is-reply': 'Đây là tệp trả lời. Mở ở bước 3, trên máy đã tạo tệp gửi đi.',
      'is-request': 'Đây là tệp gửi đi. Muốn giao giúp thì chọn ở mục “Mang hộ người khác”.',
      'other-server': 'Tệp này dành cho máy chủ khác. Đưa cho người dùng đúng máy chủ của người tạo tệp.',
      'unknown-device':
        'Máy chủ không biết máy đã tạo tệp này. Người tạo tệp đăng nhập lại khi có mạng rồi tạo tệp mới.',
      'author-closed': 'Tài khoản của người tạo tệp đã đóng. Người đó cần hỏi người quản trị.',
      'other-workbook': 'Tệp trả lời này là của sổ tay khác. Mở trên đúng máy, đúng sổ tay đã tạo tệp gửi đi.',
      'no-key': 'Máy này chưa có khoá để niêm phong. Mở sổ tay một lần khi có mạng là có.',
    } satisfies Record<FileFault, string>,
  },
};

export type FilesTexts = typeof filesVi;
