/** What the sync centre says and writes: what waits, why nothing goes on, how long it takes, receipts, history. */
import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { activityTypes } from '#catalogue/activity-types.ts';
import { outputs } from '#catalogue/outputs.ts';
import { registerCodes } from '#catalogue/register-codes.ts';
import { topics } from '#catalogue/topics.ts';
import type { Problem } from '#domain/problem.ts';
import { scopeOf } from '#domain/scope.ts';
import { blocksOf } from '#client/features/history/history-blocks.ts';
import { byRecord } from '#client/features/sync/by-record.ts';
import { receiptWords } from '#client/features/sync/receipt-words.ts';
import { createRecordTitle } from '#client/features/sync/record-title.ts';
import { sizeWords } from '#client/texts/size-words.ts';
import { wayOn } from '#client/features/sync/way-on.ts';
import { mergeKindOf } from '#client/features/sync/merged-value.ts';
import { standstillOf } from '#client/features/sync/standstill.ts';
import { nextTimeLeft, timeLeftWords } from '#client/features/sync/time-left.ts';
import { splitOf, splitOfCounted } from '#client/state/split.ts';
import type { Progress, SyncStatus, Waiting } from '#client/state/workbook.ts';
import { wrongField } from '#client/state/wrong-field.ts';
import { wrongClock } from '#client/state/wrong-clock.ts';
import { clockErrorWords } from '#client/texts/clock-error.ts';
import { fieldName, valueWords, type RecordWords } from '#client/texts/record-words.ts';
import { splitWords } from '#client/texts/split-words.ts';
import { sampleHistory } from '#tests/support/fake-exchange.ts';
import { createFakeWorkbook } from '#tests/support/fake-workbook.ts';

const WORK = scopeOf('sample-commune', 'work');
const DAY_MS = 86_400_000;
const words: RecordWords = { types: activityTypes, outputs, topics, codes: registerCodes, nameOf: () => undefined };

const quiet: SyncStatus = {
  waiting: 0,
  refused: 0,
  conflicts: 0,
  busy: false,
  online: true,
  lastAt: 1,
  problem: undefined,
};

describe('what waits', () => {
  const waiting = (n: number, id: string, state: Waiting['state'] = 'on-device'): Waiting => ({
    scope: WORK,
    n,
    at: 1_000 * n,
    bytes: 100 * n,
    state,
    changes: [{ table: 'activity', id, values: { place: `nơi ${String(n)}` } }],
  });

  test('is told by record: several edits of one are one line, with all they weigh and since when the first waits', () => {
    const lines = byRecord([waiting(1, 'a'), waiting(2, 'b'), waiting(3, 'a', 'sending')]);
    expect(lines.map(({ key, edits, bytes, at, state }) => [key, edits, bytes, at, state])).toEqual([
      [`${WORK} activity a`, 2, 400, 1_000, 'sending'],
      [`${WORK} activity b`, 1, 200, 2_000, 'on-device'],
    ]);
    expect(lines[0]?.change.values).toEqual({ place: 'nơi 3' });
  });

  test('is named after the activity among what was saved at once, by its title even where the edit does not carry it', () => {
    const title = createRoot((dispose) => {
      const workbook = createFakeWorkbook();
      const conflict = { table: 'conflict', id: 'c', values: { state: 'kept' } } as const;
      const edit = { table: 'activity', id: 'sample-activity-12', values: { female: 75 } } as const;
      const [line] = byRecord([{ ...waiting(1, 'x'), changes: [conflict, edit] }]);
      const said = line && createRecordTitle(workbook, words, () => line.change);
      const seen = [said?.title(), said?.about(), said?.href()];
      dispose();
      return seen;
    });
    expect(title).toEqual(['Lễ phát động Tháng hành động', 'Hoạt động · 15/11/2024', '/hoat-dong/sample-activity-12']);
  });

  test('of a register is named after its row, also where that is not on this phone', () => {
    const told = createRoot((dispose) => {
      const workbook = createFakeWorkbook();
      void workbook.save([
        {
          table: 'difficulty',
          id: 'd1',
          values: { $c: true, difficulty: 'Thiếu loa', raisedOn: '2024-05-20', agency: 'a' },
        },
      ]);
      const titles = [
        { table: 'difficulty', id: 'd1', values: { answer: 'Đã cấp' } } as const,
        { table: 'document', id: 'gone', values: { subject: 'Kế hoạch Tháng hành động', $d: true } } as const,
        { table: 'budget-line', id: 'gone', values: { settled: 5 } } as const,
      ].map((change) => {
        const said = createRecordTitle(workbook, words, () => change);
        return [said.title(), said.about(), said.href()];
      });
      dispose();
      return titles;
    });
    expect(told).toEqual([
      ['Thiếu loa', 'Vướng mắc', '/so/vuong-mac/d1'],
      ['Kế hoạch Tháng hành động', 'Văn bản ban hành · đã xoá', undefined],
      ['Kinh phí', 'Kinh phí', undefined],
    ]);
  });

  test('of a register says its codes, its partial days and its years in words', () => {
    const said = [
      ['kind', 'trusted-address'],
      ['fund', 'community'],
      ['founded', '2022-03'],
      ['year', 2024],
      ['estimate', 5_000_000],
    ] as const;
    expect(said.map(([field, value]) => `${fieldName(field, words)}: ${valueWords(field, value, words)}`)).toEqual([
      'Loại: Địa chỉ tin cậy',
      'Nguồn kinh phí: Xã hội hóa',
      'Có từ: 03/2022',
      'Năm: 2024',
      'Dự toán: 5.000.000',
    ]);
    expect(fieldName('services/stay', words)).toBe('Hỗ trợ được: Tạm lánh');
  });

  test('of a register that was refused is put right in its own form', () => {
    const refused = { scope: WORK, n: 7, changes: [{ table: 'refuge', id: 'r1', values: { phone: 'x' } } as const] };
    expect(wayOn(refused)).toEqual({
      is: 'form',
      href: `/so/dia-chi-tin-cay/moi?sua=${encodeURIComponent(`${WORK}~7`)}`,
    });
  });

  test('may be merged by hand where it is text', () => {
    expect(mergeKindOf('followUp', 'a', 'b')).toBe('long-text');
    expect(mergeKindOf('phone', '113', '114')).toBe('text');
    expect(mergeKindOf('kind', 'club', 'livelihood')).toBeUndefined();
  });

  test.each([
    [640, '640 byte'],
    [1_434, '1,4 KB'],
    [38_912, '38 KB'],
  ])('of %i bytes weighs %s', (bytes, said) => {
    expect(sizeWords(bytes)).toBe(said);
  });
});

describe('why nothing goes on', () => {
  const why = (problem: Problem | undefined, online = true) => standstillOf({ ...quiet, problem, online })?.why;

  test('is nothing when all is well', () => {
    expect(why(undefined)).toBeUndefined();
  });

  test.each<[string, Problem | undefined, boolean]>([
    ['Không có mạng.', undefined, false],
    ['Không có mạng.', { code: 'courier/offline' }, true],
    ['Không gặp máy chủ.', { code: 'courier/unreachable' }, true],
    ['Phiên đăng nhập đã hết.', { code: 'session/required' }, true],
    ['Phiên trên máy là của người khác.', { code: 'session/other-person' }, true],
    ['Máy đã đầy, không nhận thêm được.', { code: 'store/full' }, false],
    ['Máy chủ đang bận.', { code: 'server/busy', seconds: 5 }, true],
    ['Máy chủ hết chỗ chứa.', { code: 'server/full' }, true],
    ['Máy chủ gặp lỗi.', { code: 'server/failed' }, true],
    ['Ứng dụng trên máy này cũ quá.', { code: 'sync/too-old' }, true],
    ['Máy chủ cũ hơn ứng dụng trên máy này.', { code: 'sync/server-too-old' }, true],
    ['Câu trả lời không đọc được.', { code: 'sync/unreadable-answer' }, true],
  ])('is said plainly: %s', (said, problem, online) => {
    expect(why(problem, online)).toBe(said);
  });

  test('names the phone’s clock among what keeps a server out of reach: no page is told that a certificate is not yet valid', () => {
    expect(standstillOf({ ...quiet, problem: { code: 'courier/unreachable' } })?.todo).toContain('Ngày giờ của máy');
  });

  test('is the problem’s own sentence where there is no plainer one', () => {
    expect(why({ code: 'request/foreign-origin' })).toContain('địa chỉ lạ');
  });
});

describe('the time that an exchange still takes', () => {
  const at = (seconds: number, received: number, more: Partial<Progress> = {}) =>
    [{ sent: 0, toSend: 0, received, toReceive: 10_000, startedAt: 0, ...more }, seconds * 1_000] as const;

  test('is not guessed before anything is known of the link', () => {
    expect(nextTimeLeft(undefined, ...at(1, 500))).toBeUndefined();
    expect(nextTimeLeft(undefined, ...at(60, 100))).toBeUndefined();
    expect(nextTimeLeft(undefined, ...at(60, 5_000, { toReceive: 0 }))).toBeUndefined();
    expect(nextTimeLeft(undefined, undefined, 60_000)).toBeUndefined();
  });

  test('is what the part so far took, for the part that is left', () => {
    expect(nextTimeLeft(undefined, ...at(20, 1_240))?.leftMs).toBeCloseTo((20_000 / 1_240) * 8_760);
  });

  test('falls as it will, and rises only when it was clearly too low', () => {
    const first = nextTimeLeft(undefined, ...at(10, 1_000));
    expect(first?.leftMs).toBe(90_000);
    const slower = nextTimeLeft(first, ...at(12, 1_050));
    expect(slower).toBe(first);
    const stuck = nextTimeLeft(first, ...at(30, 1_050));
    expect(stuck?.leftMs).toBeGreaterThan(200_000);
    expect(nextTimeLeft(stuck, ...at(31, 6_000))?.leftMs).toBeLessThan(21_000);
  });

  test('begins anew with the next exchange', () => {
    const first = nextTimeLeft(undefined, ...at(10, 1_000));
    expect(nextTimeLeft(first, ...at(12, 0, { startedAt: 11_000 }))).toBeUndefined();
  });

  test.each([
    [4_000, 'còn vài giây'],
    [40_000, 'còn chưa đến 1 phút'],
    [110_000, 'còn khoảng 2 phút'],
    [3 * 3_600_000, 'còn khoảng 3 giờ'],
  ])('of %i ms is said %s', (leftMs, said) => {
    expect(timeLeftWords({ startedAt: 0, leftMs })).toBe(said);
  });
});

describe('a receipt', () => {
  const receipt = { code: 'ABCD-2345', at: Date.UTC(2026, 10, 22, 3, 5), taken: 12, held: 0 };

  test('says how much was sent, when and under which code, and nothing of what it was', () => {
    expect(receiptWords(receipt)).toBe('Đã gửi 12 thay đổi lúc 10:05 22/11/2026, mã biên nhận ABCD-2345');
  });

  test('says what is held', () => {
    expect(receiptWords({ ...receipt, held: 1 })).toMatch(/\(1 thay đổi bị giữ lại chờ xử lý\)$/u);
  });
});

describe('a total', () => {
  const items = [
    { state: 'sent', n: 40 },
    { state: 'sent', n: 2 },
    { state: 'on-device', n: 30 },
    { state: 'sending', n: 5 },
    { state: 'to-fix', n: 7 },
    { state: 'to-fix', n: 900, onlyRefused: true },
  ] as const;

  test('is split into what the server has, what is on this phone, what was refused; what was never accepted stands apart', () => {
    expect(splitOf(items)).toEqual({ sent: 2, onDevice: 2, toFix: 1, apart: 1 });
    expect(splitOf(items, ({ n }) => n)).toEqual({ sent: 42, onDevice: 35, toFix: 7, apart: 900 });
  });

  test('says all of its parts, and nothing when everything is confirmed', () => {
    expect(splitWords(splitOf(items))).toBe('2 đã gửi, 2 trên máy, 1 cần sửa · không tính 1 bị từ chối');
    expect(splitWords(splitOf(items.slice(0, 2)))).toBe('');
    expect(splitWords(splitOf(items.slice(2, 3)))).toBe('1 trên máy');
    expect(splitWords(splitOf(items.slice(5)))).toBe('không tính 1 bị từ chối');
  });

  test('of a cadence is split by the amounts that counted', () => {
    const split = createRoot((dispose) => {
      const activities =
        createFakeWorkbook().activitiesBetween(() => ({ from: '2024-01-01', to: '2024-12-31' }))() ?? [];
      dispose();
      return splitOfCounted(
        [
          { id: 'sample-activity-12', amount: 3 },
          { id: 'sample-activity-16', amount: 2 },
        ],
        activities,
      );
    });
    expect(split).toEqual({ sent: 3, onDevice: 2, toFix: 0, apart: 0 });
  });
});

describe('the phone’s clock', () => {
  test('is wrong from ten minutes on, either way', () => {
    expect([undefined, 0, 600_000, -600_000].map(wrongClock)).toEqual([undefined, undefined, undefined, undefined]);
    expect([600_001, -600_001].map(wrongClock)).toEqual([600_001, -600_001]);
  });

  test.each([
    [12 * 60_000, '12 phút'],
    [-5 * 3_600_000, '5 giờ'],
    [3 * DAY_MS, '3 ngày'],
    [200 * DAY_MS, '7 tháng'],
    [-3 * 365 * DAY_MS, '3 năm'],
  ])('that is %i ms off is off by %s', (ms, said) => {
    expect(clockErrorWords(ms)).toBe(said);
  });
});

describe('the history of a record', () => {
  test('tells what one person did at once as one thing, newest first', () => {
    const blocks = blocksOf(sampleHistory);
    expect(blocks.map(({ person, what, fields }) => [person, what, fields.map(({ field }) => field)])).toEqual([
      ['sample-recorder', 'changed', ['place', 'female']],
      ['sample-officer', 'made', ['title', 'type', 'from']],
    ]);
  });

  test.each([
    [true, 'deleted'],
    [false, 'restored'],
  ])('tells a deletion mark of %s as %s', (after, what) => {
    const entry = { seq: 1, field: '$d', before: null, after, used: true, person: 'p', at: 1 };
    expect(blocksOf([entry]).map((block) => [block.what, block.fields.length])).toEqual([[what, 0]]);
  });

  test('tells what came late and was not used by itself, above what it lost to', () => {
    const at = { seq: 9, field: 'place', before: 'Chợ', after: 'Nhà văn hóa', person: 'p', at: 5 };
    const entries = [
      { ...at, used: true },
      { ...at, used: false, at: 7 },
      { ...at, used: false, at: 8, after: 'Trạm' },
    ];
    expect(blocksOf(entries).map(({ what, fields }) => [what, fields.map(({ after }) => after)])).toEqual([
      ['unused', ['Trạm']],
      ['unused', ['Nhà văn hóa']],
      ['changed', ['Nhà văn hóa']],
    ]);
  });

  test('names fields, elements of sets and counters, and says codes in words', () => {
    expect(fieldName('outputs/leaflet', words)).toBe('Kết quả: tờ rơi');
    expect(fieldName('+reached/3', words)).toBe('Số người tiếp cận');
    expect(valueWords('type', 'launch', words)).toBe('Lễ phát động, mít tinh');
    expect(valueWords('+reached/3', [1_200, 4], words)).toBe('1.200');
    expect(valueWords('female', { numerator: 9, denominator: 10 }, words)).toBe('9 / 10');
    expect(valueWords('agency', 'a', { ...words, nameOf: () => 'Hội Phụ nữ mẫu' })).toBe('Hội Phụ nữ mẫu');
    expect(valueWords('period', '2024-Q4', words)).toBe('quý IV/2024');
  });
});

describe('the field at which a refused record opens', () => {
  test.each<[string, Problem, string | undefined]>([
    [
      'is the one with the wrong value',
      { code: 'sync/bad-value', field: 'to', problem: { code: 'field/required' } },
      'to',
    ],
    ['is the one that the server does not know', { code: 'sync/unknown-field', field: 'mood' }, 'mood'],
    ['is none where none was named', { code: 'sync/wrong-id' }, undefined],
  ])('%s', (_which, problem, field) => {
    expect(wrongField({ problem })?.field).toBe(field);
  });
});
