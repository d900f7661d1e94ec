/** What an activity is about. Codes are for ever: records hold them. */
export interface Topic {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const topics: readonly Topic[] = [
  { code: 'gender-equality', vi: 'Bình đẳng giới', en: 'Gender equality' },
  { code: 'domestic-violence', vi: 'Phòng, chống bạo lực gia đình', en: 'Domestic violence' },
  { code: 'gender-based-violence', vi: 'Bạo lực trên cơ sở giới', en: 'Gender-based violence' },
  { code: 'womens-advancement', vi: 'Vì sự tiến bộ của phụ nữ', en: 'Advancement of women' },
  { code: 'trafficking', vi: 'Phòng, chống mua bán người', en: 'Human trafficking' },
  { code: 'leadership', vi: 'Phụ nữ tham gia lãnh đạo', en: 'Women in leadership' },
  { code: 'jobs', vi: 'Việc làm, dạy nghề, vay vốn', en: 'Jobs, training, loans' },
  { code: 'sex-ratio', vi: 'Cân bằng giới tính khi sinh', en: 'Sex ratio at birth' },
  { code: 'health', vi: 'Sức khỏe bà mẹ, trẻ em, dân số', en: 'Maternal and child health' },
  { code: 'education', vi: 'Giới trong trường học', en: 'Gender in schools' },
  { code: 'child-marriage', vi: 'Tảo hôn, hôn nhân cận huyết', en: 'Child marriage' },
  { code: 'ethnic-minorities', vi: 'Dân tộc thiểu số, Dự án 8', en: 'Ethnic minorities, Project 8' },
  { code: 'family', vi: 'Gia đình hạnh phúc', en: 'Family' },
];
