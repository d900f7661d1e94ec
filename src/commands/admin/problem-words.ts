/** The problems that an administrator's command can meet, in words for the console. */
import type { Problem } from '#domain/problem.ts';

export const wordsOfProblem = (problem: Problem): string => {
  switch (problem.code) {
    case 'rights/not-found':
      return 'Không tìm thấy đơn vị hoặc cơ quan với mã này; xem "npm run admin -- list". / No unit or agency has this id; see "npm run admin -- list".';
    case 'account/name-taken':
      return 'Tên đăng nhập này đã có người dùng. / This sign-in name is taken.';
    case 'account/password-too-short':
      return `Mật khẩu phải có ít nhất ${String(problem.min)} ký tự. / The password needs at least ${String(problem.min)} characters.`;
    case 'account/password-too-common':
      return 'Mật khẩu này quá dễ đoán; hãy chọn câu khác. / This password is too easy to guess; choose another one.';
    case 'field/not-a-date':
      return 'Ngày phải có thật và viết như 2025-07-01. / A day must exist and be written like 2025-07-01.';
    case 'unit/ended':
      return 'Đơn vị này đã kết thúc. / This unit has ended.';
    case 'unit/later-change':
      return 'Sau ngày này đơn vị còn một thay đổi khác; hãy chọn ngày muộn hơn. / The unit has another change after this day; choose a later one.';
    case 'unit/circle':
      return 'Một đơn vị không thể kế thừa hoặc trực thuộc chính mình hay đơn vị ở dưới mình. / A unit cannot be carried on by, or report to, itself or a unit below it.';
    case 'unit/has-units-below':
      return 'Còn đơn vị cấp dưới: thêm --below-to <id>. / There are units below it: add --below-to <id>.';
    case 'unit/parent-needed':
      return 'Các đơn vị này thuộc nhiều nơi khác nhau: thêm --parent <id>. / These units report to different ones: add --parent <id>.';
    case 'sync/bad-value':
      return `--${problem.field}: để trống, quá dài hoặc không đúng. / empty, too long or not right.`;
    case 'request/malformed':
      return 'Tên đăng nhập chỉ gồm chữ, số và dấu chấm, nhiều nhất 60 ký tự. / A sign-in name has letters, digits and dots only, at most 60.';
    default:
      return `Không thực hiện được: ${problem.code}. / Not done: ${problem.code}.`;
  }
};
