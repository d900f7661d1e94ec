/**
 * Days, months and windows that return every year; both ends are inclusive.
 * `sure` is false where no source document prints the date: the screen says so, and the officer decides.
 */
import { actionMonthNames } from './plans/action-month.ts';

export interface Observance {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** `MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'action-month' | 'month' | 'day' | 'other';
  readonly sure: boolean;
  /** Other names by which the papers call it. */
  readonly aliases?: readonly string[];
}

type Names = Pick<Observance, 'vi' | 'en' | 'aliases'>;

const day = (code: string, on: string, sure: boolean, names: Names): Observance => ({
  code,
  ...names,
  from: on,
  to: on,
  kind: 'day',
  sure,
});
const days = (
  code: string,
  [from, to]: readonly [string, string],
  kind: Observance['kind'],
  sure: boolean,
  names: Names,
): Observance => ({ code, ...names, from, to, kind, sure });

export const observances: readonly Observance[] = [
  days('ao-dai-week', ['03-01', '03-08'], 'other', false, {
    vi: 'Tuần lễ Áo dài',
    en: 'Áo dài week',
    aliases: ['Tuần lễ Áo dài Việt Nam'],
  }),
  day('womens-day', '03-08', true, {
    vi: 'Ngày Quốc tế Phụ nữ',
    en: "International Women's Day",
    aliases: ['Mùng 8 tháng 3', 'Kỷ niệm khởi nghĩa Hai Bà Trưng'],
  }),
  day('happiness-day', '03-20', true, { vi: 'Ngày Quốc tế Hạnh phúc', en: 'International Day of Happiness' }),
  day('families-day', '05-15', false, { vi: 'Ngày Quốc tế Gia đình', en: 'International Day of Families' }),
  day('childrens-day', '06-01', false, { vi: 'Ngày Quốc tế Thiếu nhi', en: "International Children's Day" }),
  days('childrens-month', ['06-01', '06-30'], 'month', false, {
    vi: 'Tháng hành động vì trẻ em',
    en: 'Month of action for children',
  }),
  days('domestic-violence-month', ['06-01', '06-30'], 'month', false, {
    vi: 'Tháng hành động quốc gia phòng, chống bạo lực gia đình',
    en: 'Month of action against domestic violence',
    aliases: ['Tháng hành động quốc gia về phòng, chống bạo lực gia đình'],
  }),
  day('family-day', '06-28', true, { vi: 'Ngày Gia đình Việt Nam', en: 'Vietnamese Family Day' }),
  day('population-day', '07-11', false, { vi: 'Ngày Dân số thế giới', en: 'World Population Day' }),
  day('trafficking-day', '07-30', false, {
    vi: 'Ngày toàn dân phòng, chống mua bán người',
    en: 'Day against trafficking',
    aliases: ['Ngày toàn dân phòng, chống buôn bán người', 'Ngày Thế giới phòng, chống mua bán người'],
  }),
  day('girls-day', '10-11', false, { vi: 'Ngày Quốc tế Trẻ em gái', en: 'International Day of the Girl' }),
  day('rural-womens-day', '10-15', false, {
    vi: 'Ngày Quốc tế Phụ nữ nông thôn',
    en: 'International Day of Rural Women',
  }),
  day('vietnamese-womens-day', '10-20', true, {
    vi: 'Ngày Phụ nữ Việt Nam',
    en: "Vietnamese Women's Day",
    aliases: ['Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam'],
  }),
  day('law-day', '11-09', false, {
    vi: 'Ngày Pháp luật Việt Nam',
    en: 'Vietnamese Law Day',
    aliases: ['Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam'],
  }),
  days('action-month', ['11-15', '12-15'], 'action-month', true, {
    vi: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    en: 'Action month for gender equality',
    aliases: actionMonthNames,
  }),
  day('solidarity-day', '11-18', false, {
    vi: 'Ngày hội Đại đoàn kết toàn dân tộc',
    en: 'Day of national unity',
  }),
  day('mens-day', '11-19', false, { vi: 'Ngày Quốc tế Nam giới', en: "International Men's Day" }),
  day('world-childrens-day', '11-20', false, { vi: 'Ngày Thế giới trẻ em', en: "World Children's Day" }),
  day('violence-day', '11-25', false, {
    vi: 'Ngày Quốc tế xóa bỏ bạo lực với phụ nữ',
    en: 'Day against violence against women',
    aliases: ['Ngày quốc tế xóa bỏ mọi hình thức bạo lực đối với phụ nữ và trẻ em gái'],
  }),
  day('aids-day', '12-01', false, { vi: 'Ngày Thế giới phòng, chống AIDS', en: 'World AIDS Day' }),
  day('human-rights-day', '12-10', false, { vi: 'Ngày Nhân quyền', en: 'Human Rights Day' }),
  day('vietnam-population-day', '12-26', false, { vi: 'Ngày Dân số Việt Nam', en: 'Vietnamese Population Day' }),
];
