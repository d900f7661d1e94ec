/**
 * What stands ahead on the first page, in Vietnamese: rules that contradict each other, and reminders. Fetched once that
 * page is there, apart from the other screens, so that it does not wait for theirs.
 */
import { formatCount } from '#domain/numbers.ts';

export const aheadVi = {
  deadline: {
    nothingDue: 'Không có hạn báo cáo nào trong thời gian tới.',
    dueOn: (weekday: string, day: string) => `Hạn cuối ${weekday} ${day}`,
    daysLeft: (n: number) => (n === 0 ? 'hạn là hôm nay' : n === 1 ? 'còn 1 ngày' : `còn ${String(n)} ngày`),
    overdue: (n: number) => `Quá hạn ${String(n)} ngày`,
    weekendPast: 'Hạn rơi vào ngày nghỉ',
    weekend: 'Hạn rơi vào ngày nghỉ, nên gửi sớm hơn',
    innerLater: (day: string, days: number) =>
      days === 0
        ? `Hạn trong xã trùng với hạn gửi lên (${day}), nên thu sớm hơn`
        : `Hạn trong xã muộn hơn hạn gửi lên (${day}) ${formatCount(days)} ngày, nên thu sớm hơn`,
    laterThanAbove: (day: string, days: number) =>
      days === 0
        ? `Cùng ngày với hạn của kế hoạch cấp trên (${day}), nên thu sớm hơn`
        : `Muộn hơn hạn của kế hoạch cấp trên (${day}) ${formatCount(days)} ngày`,
    cutOff: (days: string) => `Số liệu ${days}`,
    estimated: (days: string) => `Chưa hết kỳ khi đến hạn: ước thực hiện ${days}, gửi bổ sung sau`,
    open: 'Trái với quy định khác, chưa chọn',
    governs: 'Đã chọn áp dụng',
    lastDay: (weekday: string, day: string) => `hạn cuối ${weekday} ${day}`,
    printed: (words: string) => `In: “${words}”`,
    printedAt: (words: string, line: number) => `In: “${words}” (dòng ${String(line)})`,
  },
  contradiction: {
    title: (what: string) => `Các quy định khác nhau: ${what}`,
    lead: 'Văn bản nêu các hạn khác nhau cho cùng một việc. Chọn quy định áp dụng; quy định kia vẫn được giữ và ghi rõ.',
    leadRead: 'Văn bản nêu các hạn khác nhau cho cùng một việc.',
    reason: 'Vì sao chọn (không bắt buộc)',
    reasonWas: (reason: string) => `Lý do: ${reason}`,
    choose: 'Áp dụng quy định đã chọn',
    change: 'Đổi lựa chọn',
    pick: 'Chọn một quy định.',
    chosen: 'Đã chọn quy định áp dụng',
    undone: 'Đã trả lại như trước',
    governs: 'Áp dụng',
    yields: 'Không áp dụng, giữ để đối chiếu',
    open: 'Chưa chọn',
    history: 'Lịch sử thay đổi',
    likely: 'Có thể trái nhau',
    likelyLead: 'Cùng một báo cáo, cùng người gửi và nơi nhận nhưng khác hạn. Nếu đúng là trái nhau, đánh dấu để chọn.',
    mark: 'Đánh dấu là trái nhau',
    marked: 'Đã đánh dấu; giờ chọn quy định áp dụng.',
  },
  reminder: {
    title: 'Nhắc việc',
    deadlineEnds: 'hạn cuối',
    campaignBegins: 'bắt đầu',
    taskEnds: 'hết thời gian làm, chưa có hoạt động',
    today: 'hôm nay',
    tomorrow: 'ngày mai',
    inDays: (n: number) => `còn ${formatCount(n)} ngày`,
    past: (n: number) => `quá ${formatCount(n)} ngày`,
    later: 'Để mai',
    laterFor: (what: string) => `Để mai nhắc lại: ${what}`,
    putOff: 'Mai nhắc lại',
    settings: 'Thông báo và lịch',
    notice: (n: number) => `${formatCount(n)} việc sắp đến hạn`,
    noticeBody: (day: string) => `Gần nhất: ${day}. Mở sổ tay để xem.`,
  },
};

export type AheadTexts = typeof aheadVi;
