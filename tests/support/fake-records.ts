/** A commune's year so far, invented: enough activities and readings that every state can be seen. */
import type { Change } from '#domain/change.ts';
import type { Activity } from '#domain/records/activity.ts';
import { readingId } from '#domain/records/measure.ts';
import type { RecordState } from '#client/state/workbook.ts';
import { changedValues } from '#domain/values.ts';

type Entry = Pick<Activity, 'title' | 'type' | 'from'> & Partial<Activity>;

const none = { outputs: {}, topics: {}, partners: {}, tasks: {}, measures: {}, campaigns: {}, attachments: {} };
const OFFICE = 'sample-agency-commune';
const UNION = 'sample-agency-womens-union';

const activity = (entry: Entry, index: number, state: RecordState): Change & { readonly state: RecordState } => ({
  table: 'activity',
  id: `sample-activity-${String(index)}`,
  values: changedValues('activity', undefined, { ...none, to: entry.from, agency: OFFICE, ...entry }),
  state,
});

const news = (from: string, n: number, amount = 1): Entry => ({
  title: `Tin truyền thanh số ${String(n)}`,
  type: 'radio',
  from,
  place: 'Loa truyền thanh xã',
  outputs: { 'news-item': amount, broadcast: 3 },
});

const entries: readonly (readonly [Entry, RecordState])[] = [
  [news('2024-01-12', 1), 'sent'],
  [news('2024-02-20', 2), 'sent'],
  [
    {
      title: 'Tọa đàm Ngày Quốc tế Phụ nữ 8/3',
      type: 'seminar',
      from: '2024-03-07',
      place: 'Hội trường UBND xã',
      female: 64,
      male: 9,
      minority: 41,
      agency: UNION,
      outputs: { session: 1, gift: 12 },
    },
    'sent',
  ],
  [news('2024-03-08', 3), 'sent'],
  [news('2024-04-15', 4, 2), 'sent'],
  [news('2024-06-28', 5), 'sent'],
  [news('2024-07-18', 6), 'sent'],
  [news('2024-08-20', 7), 'sent'],
  [news('2024-09-12', 8, 2), 'sent'],
  [news('2024-10-18', 9), 'sent'],
  [
    {
      title: 'Gặp mặt kỷ niệm Ngày Phụ nữ Việt Nam 20/10',
      type: 'gathering',
      from: '2024-10-18',
      place: 'Nhà văn hóa xã',
      female: 88,
      male: 12,
      minority: 52,
      agency: UNION,
      outputs: { session: 1 },
      campaigns: { '001.campaign.womens-union-day': true },
    },
    'sent',
  ],
  [
    {
      title: 'Lễ phát động Tháng hành động',
      type: 'launch',
      from: '2024-11-15',
      place: 'Nhà văn hóa xã',
      female: 74,
      male: 46,
      minority: 81,
      cost: 3_500_000,
      costSource: 'Ngân sách thành phố giao',
      audience: 'Cán bộ, hội viên, nhân dân các thôn',
      narrative: 'Phát động Tháng hành động; ký cam kết giữa các thôn; treo băng rôn tại trụ sở và nhà văn hóa.',
      outputs: { session: 1, banner: 2, leaflet: 300, 'news-item': 1 },
      topics: { 'gender-equality': true, 'gender-based-violence': true },
      partners: { [UNION]: true },
    },
    'sent',
  ],
  [
    {
      title: 'Truyền thông nhóm thôn 3',
      type: 'outreach',
      from: '2024-11-17',
      place: 'Nhà văn hóa thôn 3',
      female: 38,
      male: 24,
      minority: 30,
      agency: UNION,
      outputs: { session: 1, leaflet: 60 },
    },
    'on-device',
  ],
  [{ ...news('2024-11-18', 11), outputs: { broadcast: 3 }, title: 'Phát lại chuyên mục Gia đình hạnh phúc' }, 'to-fix'],
  [
    {
      title: 'Thăm, tặng quà 05 hội viên có hoàn cảnh khó khăn',
      type: 'gathering',
      from: '2024-11-20',
      place: 'Thôn 1, thôn 4',
      female: 5,
      male: 0,
      agency: UNION,
      outputs: { gift: 5 },
    },
    'sending',
  ],
  [
    {
      title: 'Hội nghị phổ biến Luật Phòng, chống bạo lực gia đình',
      type: 'conference',
      from: '2024-11-21',
      place: 'Hội trường UBND xã',
      female: 31,
      male: 42,
      unrecorded: 4,
      outputs: { session: 1 },
    },
    'on-device',
  ],
  [{ title: 'Hội thi tiểu phẩm tuyên truyền', type: 'contest', from: '2024-12-05', place: 'Trường THCS' }, 'sent'],
];

export const sampleActivities = entries.map(([entry, state], index) => activity(entry, index + 1, state));

const reading = (measure: string, period: string, fields: Record<string, number | boolean | string>): Change => {
  const key = { measure: `parent.measure.${measure}`, unit: 'sample-commune', agency: OFFICE, period };
  return { table: 'reading', id: readingId(key), values: { $c: true, ...key, ...fields } };
};

export const sampleReadings: readonly Change[] = [
  reading('002.6.2', '2024', { numerator: 9, denominator: 10, source: 'Sổ theo dõi ký cam kết' }),
  reading('002.2.1', '2024', { numerator: 412, denominator: 905 }),
  reading('002.6.1', '2024', { numerator: 2_310, denominator: 3_480, note: 'Ước tính' }),
  reading('002.3.3', '2024', { nothing: true }),
];
