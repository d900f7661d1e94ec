/** `npm run admin -- receipt CODE`: who was given a receipt, for what, and whether all of that is still here. */
import { fail, ok, type Result } from '#domain/result.ts';
import type { Deps } from '#server/actions/ports.ts';
import { readReceipt, type CoveredNow, type ReceiptNow } from '#server/actions/read-receipt.ts';

export const receipt = async (deps: Deps, code: string, asJson: boolean): Promise<Result<string, string>> => {
  const found = await readReceipt(deps)(code);
  if (!found.ok) return fail('Không có biên nhận nào mang mã này. / There is no receipt with this code.');
  return ok(asJson ? JSON.stringify(found.value) : wordsOf(found.value));
};

const DAY = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const wordsOf = ({ code, name, signIn, device, at, taken, held, whole, covers }: ReceiptNow): string =>
  [
    `Biên nhận / receipt ${code}`,
    `  Của / given to:    ${name} (${signIn})`,
    `  Thiết bị / device: ${device}`,
    `  Lúc / at:          ${DAY.format(at)} (${new Date(at).toISOString()})`,
    `  Đã nhận / taken:   ${String(taken)}`,
    `  Đang giữ để xem xét / held: ${String(held)}`,
    ...covers.map(wordsOfCovered),
    whole
      ? 'Máy chủ còn đủ mọi thay đổi của biên nhận này. / The server still has every change of this receipt.'
      : 'Máy chủ KHÔNG còn đủ: có thể đã khôi phục từ bản sao lưu cũ hơn. Thiết bị sẽ tự gửi lại khi đồng bộ. / The server does NOT have all of them: it may have been restored from an older backup. The device sends them again by itself.',
  ].join('\n');

const wordsOfCovered = ({ scope, from, to, present, sameEpoch }: CoveredNow): string => {
  const restored = sameEpoch ? '' : ' · đã khôi phục từ bản sao lưu từ đó / restored from a backup since';
  return `  ${scope}: ${String(from)}–${String(to)}, còn / present ${String(present)}/${String(to - from + 1)}${restored}`;
};
