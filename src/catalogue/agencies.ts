/** Kinds of agencies. The printed name stands in the record; the kind says which one is meant when names differ. */
export interface AgencyKind {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const agencyKinds: readonly AgencyKind[] = [
  { code: 'peoples-committee', vi: 'Ủy ban nhân dân', en: "People's Committee" },
  { code: 'womens-union', vi: 'Hội Liên hiệp Phụ nữ', en: "Women's Union" },
  { code: 'culture', vi: 'Văn hóa – Lao động, TBXH', en: 'Culture and social affairs' },
  { code: 'finance', vi: 'Tài chính – Kế hoạch', en: 'Finance and planning' },
  { code: 'justice', vi: 'Tư pháp – Hộ tịch', en: 'Justice and civil status' },
  { code: 'police', vi: 'Công an', en: 'Police' },
  { code: 'health', vi: 'Y tế', en: 'Health' },
  { code: 'school', vi: 'Trường học, giáo dục', en: 'Schools and education' },
  { code: 'womens-board', vi: 'Ban Vì sự tiến bộ của phụ nữ', en: 'Board for the advancement of women' },
  { code: 'labour', vi: 'Lao động – TBXH (cấp trên)', en: 'Labour and social affairs (superior)' },
  { code: 'party', vi: 'Đảng ủy, ban Đảng', en: 'Party committee' },
  { code: 'council', vi: 'Hội đồng nhân dân', en: "People's Council" },
  { code: 'front', vi: 'Mặt trận, đoàn thể', en: 'Fatherland Front and unions' },
  { code: 'home-affairs', vi: 'Nội vụ', en: 'Home affairs' },
  { code: 'media', vi: 'Thông tin, truyền thông', en: 'Information and media' },
  { code: 'statistics', vi: 'Thống kê', en: 'Statistics' },
  { code: 'other', vi: 'Cơ quan khác', en: 'Other agency' },
];
