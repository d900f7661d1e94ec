/** What a year of sending leaves behind, invented: conflicts of every kind, receipts, a history. */
import type { Value } from '#domain/change.ts';
import { readingId } from '#domain/records/measure.ts';
import type { ConflictRecord } from '#domain/records/conflict.ts';
import type { HistoryEntry, ReceiptShown } from '#client/state/workbook.ts';

const OFFICER = 'sample-officer';
const RECORDER = 'sample-recorder';
export const CONFLICT_AT = Date.UTC(2024, 10, 20, 3, 5);

const json = (value: Value): string => JSON.stringify(value);

const conflict = (
  id: string,
  fields: Partial<ConflictRecord> & Pick<ConflictRecord, 'kind' | 'table' | 'record'>,
): { readonly id: string; readonly fields: ConflictRecord } => ({
  id,
  fields: { state: 'open', at: CONFLICT_AT, winnerBy: RECORDER, loserBy: OFFICER, ...fields },
});

export const sampleConflicts = [
  conflict('c.3.7.0.place', {
    kind: 'field',
    table: 'activity',
    record: 'sample-activity-12',
    field: 'place',
    winner: json('Nhà văn hóa xã'),
    loser: json('Sân trường THCS Đồng Tuyển'),
  }),
  conflict('c.3.8.0.narrative', {
    kind: 'field',
    table: 'activity',
    record: 'sample-activity-3',
    field: 'narrative',
    winner: json(
      'Chị em các thôn dự đông đủ. Chủ tịch Hội ôn lại truyền thống; hai tiết mục văn nghệ; tặng 12 suất quà.',
    ),
    loser: json(
      'Tọa đàm có 73 người dự.\nBà con thôn 4 đề nghị mở lớp dạy nghề may; đề nghị ghi vào kế hoạch quý II.\nKết thúc lúc 11 giờ.',
    ),
    winnerBy: OFFICER,
    loserBy: RECORDER,
  }),
  conflict('c.3.9.0.$d', {
    kind: 'delete',
    table: 'activity',
    record: 'sample-activity-gone',
    field: '$d',
    winner: json(true),
    loser: json({ title: 'Họp nhóm thôn 5', female: 18, 'outputs/session': 1 }),
  }),
  conflict('c.4.2.0.', {
    kind: 'orphan',
    table: 'activity',
    record: 'sample-activity-long-gone',
    loser: json({ place: 'Nhà ông Sáu, thôn 2', narrative: 'Bổ sung biên bản' }),
    winnerBy: '',
    loserBy: RECORDER,
  }),
  conflict('c.4.3.0.', {
    kind: 'held',
    table: 'reading',
    record: readingId({
      measure: 'parent.measure.002.6.2',
      unit: 'sample-commune',
      agency: 'sample-agency-commune',
      period: '2024',
    }),
    field: 'rights/forbidden',
    winnerBy: '',
    loserBy: RECORDER,
    alias: 4,
    n: 3,
  }),
  conflict('c.2.1.0.female', {
    kind: 'field',
    table: 'activity',
    record: 'sample-activity-11',
    field: 'female',
    winner: json(88),
    loser: json(86),
    state: 'kept',
  }),
] as const;

export const sampleReceipts: readonly ReceiptShown[] = [
  { code: 'ABCD-2345', at: Date.UTC(2024, 10, 21, 3, 5), taken: 12, held: 1 },
  { code: 'KMNP-7788', at: Date.UTC(2024, 10, 20, 9, 40), taken: 3, held: 0 },
  { code: 'QRST-4567', at: Date.UTC(2024, 10, 18, 1, 12), taken: 41, held: 0 },
];

export const sampleHistory: readonly HistoryEntry[] = [
  {
    seq: 9,
    field: 'place',
    before: 'Nhà văn hóa',
    after: 'Nhà văn hóa xã',
    used: true,
    person: RECORDER,
    at: CONFLICT_AT,
  },
  { seq: 9, field: 'female', before: 70, after: 74, used: true, person: RECORDER, at: CONFLICT_AT },
  { seq: 4, field: '$c', before: null, after: true, used: true, person: OFFICER, at: CONFLICT_AT - 86_400_000 },
  {
    seq: 4,
    field: 'title',
    before: null,
    after: 'Lễ phát động Tháng hành động',
    used: true,
    person: OFFICER,
    at: CONFLICT_AT - 86_400_000,
  },
  { seq: 4, field: 'type', before: null, after: 'launch', used: true, person: OFFICER, at: CONFLICT_AT - 86_400_000 },
  {
    seq: 4,
    field: 'from',
    before: null,
    after: '2024-11-15',
    used: true,
    person: OFFICER,
    at: CONFLICT_AT - 86_400_000,
  },
];
