/**
 * One sentence a problem, which says what to do. Here are those that the first screens may have to say; the others come
 * with the screens that say them (problems-later-vi.ts). A code without a sentence in either does not compile.
 */
import { formatCount } from '#domain/numbers.ts';
import type { Problem, ProblemCode } from '#domain/problem.ts';

type ByCode = { readonly [Code in ProblemCode]: Extract<Problem, { readonly code: Code }> };
export type ProblemTexts = { readonly [Code in ProblemCode]: (problem: ByCode[Code]) => string };

/** Those that are at hand. */
export type KnownProblemTexts = { readonly [Code in ProblemCode]?: (problem: ByCode[Code]) => string };

/** A server ahead of this app may tell of problems that have no sentence here: they are told by their code. */
export const sentenceOf = <Code extends ProblemCode>(
  texts: KnownProblemTexts,
  problem: ByCode[Code] & { readonly code: Code },
): string =>
  texts[problem.code]?.(problem) ??
  texts['problem/unknown']?.({ code: 'problem/unknown', was: problem.code }) ??
  problem.code;

/** A field's own word; one that no screen shows is called by its name on the wire. */
export const wordOfField = (names: Readonly<Record<string, string>>, field: string): string =>
  names[field.split('/')[0] ?? ''] ?? field;

export const problemsFirstVi = {
  'field/not-a-date': () => 'Nhập ngày có thật theo dạng ngày/tháng/năm, ví dụ 15/11/2024.',
  'field/required': () => 'Chưa điền. Hãy điền ô này.',
  'rights/forbidden': () => 'Anh, chị không có quyền làm việc này. Hỏi công chức phụ trách.',
  'rights/not-found': () => 'Không có bản ghi này, hoặc nó không thuộc đơn vị của anh, chị.',
  'sync/too-old': () =>
    'Ứng dụng trên máy cũ hơn máy chủ. Cập nhật ứng dụng rồi gửi lại; những gì chưa gửi vẫn còn trên máy.',
  'sync/server-too-old': () =>
    'Máy chủ cũ hơn ứng dụng trên máy. Báo người quản trị cập nhật máy chủ; những gì chưa gửi vẫn còn trên máy.',
  'sync/unreadable-answer': () =>
    'Không đọc được câu trả lời của máy chủ. Những gì chưa gửi vẫn còn trên máy; thử lại sau.',
  'sync/digest-differs': () => 'Bản trên máy khác bản trên máy chủ. Giữ nguyên máy và báo người quản trị.',
  'request/malformed': () => 'Máy chủ không đọc được yêu cầu. Kiểm tra lại rồi thử lại.',
  'request/foreign-origin': () => 'Trang này mở từ địa chỉ lạ. Mở lại bằng địa chỉ chính thức.',
  'request/not-found': () => 'Máy chủ không có mục này. Cập nhật ứng dụng rồi thử lại.',
  'session/required': () => 'Phiên đăng nhập đã hết. Đăng nhập lại để gửi; bản ghi trên máy vẫn còn.',
  'session/other-person': () => 'Phiên trên máy là của người khác. Đăng nhập lại bằng tên của anh, chị.',
  'session/wrong-sign-in': () => 'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra rồi nhập lại.',
  'session/slow-down': (p) => `Thử quá nhiều lần. Đợi ${formatCount(p.seconds)} giây rồi thử lại.`,
  'server/failed': () => 'Máy chủ gặp lỗi. Bản ghi vẫn còn trên máy; thử lại sau.',
  'server/busy': () => 'Máy chủ đang bận. Những gì chưa gửi vẫn còn trên máy; chờ một chút rồi thử lại.',
  'server/full': () => 'Máy chủ hết chỗ chứa. Những gì chưa gửi vẫn còn trên máy; hãy báo người quản trị máy chủ.',
  'vault/wrong-secret': (p) =>
    p.waitSeconds > 0
      ? `Mã mở khoá không đúng. Đợi ${formatCount(p.waitSeconds)} giây rồi nhập lại.`
      : 'Mã mở khoá không đúng. Nhập lại.',
  // Digits alone may be shorter than a secret with letters.
  'vault/secret-too-short': (p) =>
    p.min > 6
      ? `Mã ngắn quá. Dùng ít nhất ${formatCount(p.min)} ký tự.`
      : `Mã ngắn quá. Dùng ít nhất ${formatCount(p.min)} chữ số.`,
  'vault/secret-too-plain': () => 'Mã này dễ đoán quá. Tránh dãy liền nhau hoặc một số lặp lại.',
  'vault/slow-down': (p) => `Nhập sai nhiều lần. Đợi ${formatCount(p.seconds)} giây rồi thử lại.`,
  'vault/damaged': () => 'Khoá của sổ tay trên máy này bị hỏng. Đăng nhập lại khi có mạng để khôi phục.',
  'store/full': () => 'Máy đã đầy, chưa lưu được. Xoá bớt ảnh, video trong máy rồi lưu lại.',
  'store/closed': () => 'Sổ tay đã khoá. Mở khoá rồi lưu lại.',
  'store/unavailable': () => 'Trình duyệt không cho lưu trên máy. Tắt chế độ ẩn danh rồi mở lại.',
  'store/silent': () => 'Trình duyệt không trả lời. Đóng hết các thẻ của sổ tay rồi mở lại.',
  'store/lost': (p) =>
    p.how === 'damaged' ? 'Dữ liệu trên máy bị hỏng, trình duyệt đã bỏ đi.' : 'Dữ liệu trên máy đã bị xoá.',
  'store/unreachable': () =>
    'Trình duyệt đã ngắt kho dữ liệu, có thể vì máy đầy. Dọn bớt nếu máy đầy, rồi tải lại trang; nháp đã giữ vẫn còn.',
  'store/newer': () => 'Sổ tay đã được cập nhật ở thẻ khác. Tải lại trang để dùng bản mới; nháp đã giữ vẫn còn.',
  'store/not-upgraded': () =>
    'Chưa chuyển được sổ tay sang bản mới; dữ liệu trên máy vẫn nguyên. Tải lại trang; nếu vẫn thế, lấy tệp dự phòng ở trang khôi phục và báo người quản trị.',
  'device/not-secure': () => 'Trang này cần địa chỉ https. Mở lại bằng địa chỉ bắt đầu bằng https://.',
  'courier/offline': () => 'Không có mạng. Bản ghi sẽ tự gửi khi có mạng.',
  'courier/unreachable': () => 'Có mạng nhưng chưa gặp được máy chủ. Sẽ tự thử lại.',
  'problem/unknown': (p) => `Có lỗi mà ứng dụng này chưa biết (mã ${p.was || '?'}). Cập nhật ứng dụng rồi thử lại.`,
} satisfies Partial<ProblemTexts>;
