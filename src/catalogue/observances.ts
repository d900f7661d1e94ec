/**
 * Days, months and windows that return every year; both ends are inclusive.
 * `sure` is false where no source document prints the date: the screen says so, and the officer decides.
 */
export interface Observance {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** `MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly kind: 'action-month' | 'month' | 'day';
  readonly sure: boolean;
}

const day = (code: string, on: string, sure: boolean, vi: string, en: string): Observance => ({
  code,
  vi,
  en,
  from: on,
  to: on,
  kind: 'day',
  sure,
});

export const observances: readonly Observance[] = [
  day('womens-day', '03-08', true, 'Ngày Quốc tế Phụ nữ', "International Women's Day"),
  day('happiness-day', '03-20', true, 'Ngày Quốc tế Hạnh phúc', 'International Day of Happiness'),
  day('families-day', '05-15', false, 'Ngày Quốc tế Gia đình', 'International Day of Families'),
  {
    code: 'domestic-violence-month',
    vi: 'Tháng hành động quốc gia phòng, chống bạo lực gia đình',
    en: 'Month of action against domestic violence',
    from: '06-01',
    to: '06-30',
    kind: 'month',
    sure: false,
  },
  day('family-day', '06-28', true, 'Ngày Gia đình Việt Nam', 'Vietnamese Family Day'),
  day('population-day', '07-11', false, 'Ngày Dân số thế giới', 'World Population Day'),
  day('trafficking-day', '07-30', false, 'Ngày toàn dân phòng, chống mua bán người', 'Day against trafficking'),
  day('girls-day', '10-11', false, 'Ngày Quốc tế Trẻ em gái', 'International Day of the Girl'),
  day('rural-womens-day', '10-15', false, 'Ngày Quốc tế Phụ nữ nông thôn', 'International Day of Rural Women'),
  day('vietnamese-womens-day', '10-20', true, 'Ngày Phụ nữ Việt Nam', "Vietnamese Women's Day"),
  day('law-day', '11-09', false, 'Ngày Pháp luật Việt Nam', 'Vietnamese Law Day'),
  {
    code: 'action-month',
    vi: 'Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới',
    en: 'Action month for gender equality',
    from: '11-15',
    to: '12-15',
    kind: 'action-month',
    sure: true,
  },
  day('solidarity-day', '11-18', false, 'Ngày hội Đại đoàn kết toàn dân tộc', 'Day of national unity'),
  day('violence-day', '11-25', false, 'Ngày Quốc tế xóa bỏ bạo lực với phụ nữ', 'Day against violence against women'),
  day('aids-day', '12-01', false, 'Ngày Thế giới phòng, chống AIDS', 'World AIDS Day'),
  day('human-rights-day', '12-10', false, 'Ngày Nhân quyền', 'Human Rights Day'),
  day('vietnam-population-day', '12-26', false, 'Ngày Dân số Việt Nam', 'Vietnamese Population Day'),
];
