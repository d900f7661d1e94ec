/** What an activity leaves behind and can be counted, by its unit. Codes are for ever: records and cadences hold them. */
export interface Output {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const outputs: readonly Output[] = [
  { code: 'news-item', vi: 'tin', en: 'news items' },
  { code: 'article', vi: 'bài', en: 'articles' },
  { code: 'broadcast', vi: 'lượt phát', en: 'broadcasts' },
  { code: 'minute', vi: 'phút phát', en: 'minutes on air' },
  { code: 'post', vi: 'bài đăng', en: 'posts' },
  { code: 'column', vi: 'chuyên mục', en: 'columns' },
  { code: 'clip', vi: 'video', en: 'videos' },
  { code: 'session', vi: 'buổi', en: 'sessions' },
  { code: 'class', vi: 'lớp', en: 'classes' },
  { code: 'banner', vi: 'băng rôn', en: 'banners' },
  { code: 'poster', vi: 'pa nô, áp phích', en: 'posters' },
  { code: 'leaflet', vi: 'tờ rơi', en: 'leaflets' },
  { code: 'handbook', vi: 'cuốn tài liệu', en: 'handbooks' },
  { code: 'document', vi: 'văn bản', en: 'documents' },
  { code: 'inspection', vi: 'cuộc kiểm tra', en: 'inspections' },
  { code: 'model', vi: 'mô hình', en: 'models' },
  { code: 'household', vi: 'hộ', en: 'households' },
  { code: 'gift', vi: 'suất quà', en: 'gifts' },
  { code: 'award', vi: 'khen thưởng', en: 'awards' },
];
