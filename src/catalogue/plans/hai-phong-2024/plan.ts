/** Document 004, a city's plan for 2024: its head, its foot, and where it is blank, misprinted or says two things. */
import type { HeadItem, NoteItem } from '../plan-document.ts';

export const plan = {
  kind: 'plan',
  title: 'Kế hoạch công tác bình đẳng giới năm 2024',
  issuer: 'UBND thành phố Hải Phòng',
  level: 'province',
  from: '2024-01-01',
  to: '2024-12-31',
  signingOffice: 'TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  funding: [
    { text: 'Sở, ban, ngành, đơn vị, UBND quận, huyện chủ động bố trí kinh phí tại đơn vị, địa phương', line: 96 },
    { text: 'Vận động hỗ trợ kỹ thuật, nguồn lực của đối tác quốc tế', line: 98 },
    { text: 'Sở, ban, ngành, đoàn thể, UBND quận, huyện chủ động bố trí kinh phí', line: 106 },
    { text: 'Huy động nguồn lực hợp pháp của tổ chức, cá nhân trong nước và quốc tế', line: 108 },
    { text: 'Ngân sách địa phương cấp quận, huyện; đóng góp tự nguyện; nguồn hợp pháp khác', line: 232 },
  ],
  anomalies: [
    { line: 1, what: 'Phần đầu văn bản không có: thiếu cơ quan ban hành, số, ngày; thành phố suy ra từ dòng 218.' },
    { line: 8, what: 'Ký hiệu in "LĐTĐ-BHXH-VBĐG", không khớp cơ quan ban hành (Bộ LĐTBXH).' },
    { line: 16, what: 'Ghi giai đoạn 2021-2030; hai trong ba kế hoạch dẫn ở dòng 6 chỉ đến năm 2025.' },
    { line: 28, what: 'Nghị định số "125/NĐ-CP" thiếu năm trong số hiệu; danh sách kết thúc bằng dấu ba chấm.' },
    { line: 38, what: 'Nhắc sáu chỉ tiêu của Kế hoạch 131 mà không nêu nội dung, con số; cần nhập từ kế hoạch đó.' },
    { line: 60, what: 'Câu bị ngắt trang, phần còn lại ở dòng 62.' },
    { line: 66, what: 'Ngoặc kép mở trước tên Đề án và không đóng; Quyết định 4247 đứng giữa danh sách chương trình.' },
    { line: 72, what: 'Câu bị ngắt trang, phần còn lại ở dòng 74.' },
    { line: 74, what: 'In "phòng ngừa ứng phó", các dòng khác có dấu phẩy.' },
    { line: 96, what: 'Bố trí kinh phí được ghi hai lần: mục II.5 (dòng 96) và mục III (dòng 106).' },
    { line: 102, what: 'Đề cương, phụ lục "gửi kèm" không có trong văn bản.' },
    { line: 102, what: 'Gọi là báo cáo định kỳ nhưng chỉ có một hạn trong năm; không có báo cáo 6 tháng.' },
    { line: 102, what: 'Thu thập số liệu thống kê được giao hai lần: dòng 90 và dòng 102.' },
    { line: 124, what: 'Câu bị ngắt trang, phần còn lại ở dòng 126.' },
    { line: 132, what: 'Tháng hành động gọi là "về bình đẳng giới"; dòng 68, 70, 78, 118 là "vì bình đẳng giới".' },
    {
      line: 140,
      what: 'Tháng hành động phòng, chống bạo lực gia đình và Ngày xóa bỏ bạo lực với phụ nữ không ghi ngày.',
    },
    { line: 160, what: 'Tên chương trình khác dòng 66: "trong các vị trí" và "vào vị trí" lãnh đạo.' },
    { line: 172, what: 'Cùng một câu giao cho Sở Y tế (172), Sở Tư pháp (184), Công an thành phố (200).' },
    { line: 192, what: 'Nhắc hai lần "người dễ bị tổn thương" trong một câu.' },
    { line: 196, what: 'Dùng lẫn "mua bán người" và "buôn bán phụ nữ và trẻ em"; phối hợp cả "bộ, ngành".' },
    { line: 204, what: 'Không ghi nơi nhận, hạn của số liệu thống kê.' },
    { line: 214, what: 'Chỉ mục này ghi "Đề nghị"; Hội LHPN (206), Liên đoàn Lao động (210) thì không.' },
    { line: 224, what: 'Câu bị ngắt trang, phần còn lại ở dòng 226.' },
    { line: 226, what: 'Báo cáo gửi UBND thành phố qua Sở LĐTBXH, không ghi hạn; dòng 102 gửi Sở LĐTBXH trước 10/12.' },
    { line: 241, what: 'In "Vụ BDG", đúng là "BĐG".' },
    { line: 249, what: 'Kết thúc bằng dấu phẩy thay dấu chấm phẩy.' },
    { line: 250, what: 'In "Công TTĐT", đúng là "Cổng".' },
  ],
  version: 1,
  document: '004',
} as const satisfies HeadItem;

/** The head is missing: number, date and issuer stand nowhere. */
export const headLines = { title: 4, signingOffice: 254 } as const;

export const purposes: readonly NoteItem[] = [
  { text: 'Thực hiện hiệu quả pháp luật, chương trình, kế hoạch bình đẳng giới, phòng ngừa bạo lực.', line: 16 },
  { text: 'Nâng nhận thức các cấp, ngành, tổ chức, người dân, doanh nghiệp; thay đổi hành vi.', line: 16 },
  { text: 'Hai giới có cơ hội như nhau để tham gia và thụ hưởng.', line: 16 },
  { text: 'Bám sát kế hoạch để xây dựng hoạt động thiết thực; phối hợp liên ngành; truyền thông đa dạng.', line: 20 },
  { text: 'Duy trì, nhân rộng mô hình hay ở đơn vị, địa phương.', line: 20 },
  { text: 'Lồng ghép giới vào văn bản pháp luật, đề án, kế hoạch kinh tế - xã hội.', line: 22 },
];

export const recipients: readonly NoteItem[] = [
  { text: 'Bộ LĐTBXH', line: 240 },
  { text: 'Vụ BĐG - Bộ LĐTBXH', line: 241 },
  { text: 'TTTU, TT HĐND TP', line: 242 },
  { text: 'CT, các PCT UBND TP', line: 243 },
  { text: 'UBMTTQ và các đoàn thể TP', line: 244 },
  { text: 'VPTU, Ban TGTU', line: 245 },
  { text: 'Các Sở, ban, ngành, đoàn thể TP', line: 246 },
  { text: 'UBND các quận, huyện', line: 247 },
  { text: 'CPVP', line: 248 },
  { text: 'Đài PTTH HP, Báo HP', line: 249 },
  { text: 'Cổng TTĐT TP, Chuyên đề ANHP', line: 250 },
  { text: 'Phòng: VX, TCNS, NC&KTGS', line: 251 },
  { text: 'Lưu: VT, LĐ', line: 252 },
];

/** "Gửi kèm" (line 102), and absent. */
export const attachments: readonly NoteItem[] = [
  { text: 'Đề cương báo cáo', line: 102 },
  { text: 'Phụ lục báo cáo', line: 102 },
];
