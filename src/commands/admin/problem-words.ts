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
    case 'sync/bad-value':
      return `--${problem.field}: để trống, quá dài hoặc không đúng. / empty, too long or not right.`;
    case 'request/malformed':
      return 'Tên đăng nhập chỉ gồm chữ, số và dấu chấm, nhiều nhất 60 ký tự. / A sign-in name has letters, digits and dots only, at most 60.';
    default:
      return `Không thực hiện được: ${problem.code}. / Not done: ${problem.code}.`;
  }
};
