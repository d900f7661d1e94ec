/** The chip on every screen says the most pressing thing first. */
import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '#client/state/workbook.ts';
import { statusWords } from '#client/app/StatusChip.tsx';

const NOW = Date.UTC(2024, 10, 21, 9, 0);
const quiet: SyncStatus = {
  waiting: 0,
  refused: 0,
  conflicts: 0,
  busy: false,
  online: true,
  lastAt: Date.UTC(2024, 10, 21, 7, 32),
  problem: undefined,
};
const said = (status: Partial<SyncStatus>) => {
  const { words, rest } = statusWords({ ...quiet, ...status }, NOW);
  return [words, rest].filter(Boolean).join(' · ');
};

describe('the status chip', () => {
  test('says that all is sent, and when', () => {
    expect(said({})).toBe('Đã gửi hết · 14:32');
  });

  test('says offline what waits and since when', () => {
    expect(said({ online: false, waiting: 3 })).toBe('Ngoại tuyến · 3 chờ gửi · 1 giờ trước');
  });

  test('never claims a link that the last exchange did not find', () => {
    expect(said({ problem: { code: 'courier/unreachable' } })).toBe('Không gặp máy chủ · 1 giờ trước');
    expect(said({ problem: { code: 'courier/offline' }, waiting: 1 })).toBe('Ngoại tuyến · 1 chờ gửi · 1 giờ trước');
  });

  test('puts what needs a person before what waits', () => {
    expect(said({ refused: 1, waiting: 2 })).toBe('1 thay đổi cần sửa · 2 chờ gửi · 1 giờ trước');
    expect(said({ waiting: 2, problem: { code: 'session/other-person' } })).toBe('Cần đăng nhập lại để gửi');
    expect(said({ refused: 1, problem: { code: 'session/required' } })).toBe('Cần đăng nhập lại để gửi');
  });

  test('counts what has to be chosen beside what has to be fixed', () => {
    expect(said({ conflicts: 2 })).toBe('2 chỗ cần chọn · 1 giờ trước');
    expect(said({ conflicts: 2, refused: 1, waiting: 3 })).toBe(
      '1 thay đổi cần sửa · 2 chỗ cần chọn · 3 chờ gửi · 1 giờ trước',
    );
  });

  test('never claims that something was sent when nothing was', () => {
    expect(said({ lastAt: undefined })).toBe('chưa gửi lần nào');
  });
});
