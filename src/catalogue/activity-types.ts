/** What an activity can be. Codes are for ever: records hold them. `outputs` are the codes that the form offers first. */
export interface ActivityType {
  readonly code: string;
  readonly group: string;
  readonly vi: string;
  readonly en: string;
  readonly outputs?: readonly string[];
}

export const activityGroups = [
  { code: 'event', vi: 'Sự kiện, hội họp', en: 'Events and meetings' },
  { code: 'media', vi: 'Truyền thông', en: 'Media' },
  { code: 'print', vi: 'Ấn phẩm, cổ động', en: 'Print and display' },
  { code: 'law', vi: 'Pháp luật', en: 'Law' },
  { code: 'capacity', vi: 'Tập huấn', en: 'Training' },
  { code: 'support', vi: 'Hỗ trợ', en: 'Support' },
  { code: 'management', vi: 'Quản lý, kiểm tra', en: 'Management and checks' },
] as const;

export const activityTypes: readonly ActivityType[] = [
  { code: 'conference', group: 'event', vi: 'Hội nghị', en: 'Conference', outputs: ['session'] },
  { code: 'talk', group: 'event', vi: 'Nói chuyện chuyên đề', en: 'Talk on a topic', outputs: ['session'] },
  { code: 'seminar', group: 'event', vi: 'Tọa đàm, hội thảo', en: 'Seminar', outputs: ['session'] },
  { code: 'gathering', group: 'event', vi: 'Gặp mặt, giao lưu', en: 'Gathering', outputs: ['session'] },
  { code: 'dialogue', group: 'event', vi: 'Đối thoại, diễn đàn', en: 'Dialogue or forum', outputs: ['session'] },
  {
    code: 'launch',
    group: 'event',
    vi: 'Lễ phát động, mít tinh',
    en: 'Launch or rally',
    outputs: ['session', 'banner'],
  },
  { code: 'anniversary', group: 'event', vi: 'Lễ kỷ niệm', en: 'Anniversary', outputs: ['session', 'gift'] },
  { code: 'contest', group: 'event', vi: 'Hội thi, cuộc thi', en: 'Contest', outputs: ['session', 'gift'] },
  { code: 'performance', group: 'event', vi: 'Văn nghệ, sân khấu hóa', en: 'Performance', outputs: ['session'] },
  {
    code: 'club-meeting',
    group: 'event',
    vi: 'Sinh hoạt câu lạc bộ, chi hội',
    en: 'Club meeting',
    outputs: ['session'],
  },
  {
    code: 'outreach',
    group: 'event',
    vi: 'Truyền thông tại cộng đồng',
    en: 'Outreach',
    outputs: ['session', 'leaflet'],
  },
  {
    code: 'campaign',
    group: 'event',
    vi: 'Chiến dịch, diễu hành',
    en: 'Campaign or parade',
    outputs: ['session', 'banner'],
  },
  {
    code: 'radio',
    group: 'media',
    vi: 'Phát thanh trên loa',
    en: 'Loudspeaker news',
    outputs: ['news-item', 'broadcast'],
  },
  {
    code: 'web-news',
    group: 'media',
    vi: 'Tin, bài trang thông tin điện tử',
    en: 'Web news',
    outputs: ['news-item', 'article'],
  },
  { code: 'social-post', group: 'media', vi: 'Bài đăng mạng xã hội', en: 'Social media post', outputs: ['post'] },
  {
    code: 'column',
    group: 'media',
    vi: 'Chuyên mục, chuyên trang',
    en: 'Column or special page',
    outputs: ['column', 'article'],
  },
  { code: 'video', group: 'media', vi: 'Phóng sự, video', en: 'Report or video', outputs: ['clip'] },
  { code: 'banner', group: 'print', vi: 'Treo băng rôn, khẩu hiệu', en: 'Banners and slogans', outputs: ['banner'] },
  { code: 'poster', group: 'print', vi: 'Pa nô, áp phích', en: 'Panels and posters', outputs: ['poster'] },
  { code: 'leaflet', group: 'print', vi: 'Tờ rơi, tờ gấp', en: 'Leaflets', outputs: ['leaflet'] },
  { code: 'handbook', group: 'print', vi: 'Cẩm nang, tài liệu', en: 'Handbooks', outputs: ['handbook'] },
  { code: 'exhibition', group: 'print', vi: 'Trưng bày tranh ảnh', en: 'Exhibition', outputs: ['session'] },
  { code: 'law-talk', group: 'law', vi: 'Phổ biến pháp luật', en: 'Law talk', outputs: ['session', 'leaflet'] },
  {
    code: 'integrated-talk',
    group: 'law',
    vi: 'Lồng ghép trong buổi khác',
    en: 'Part of another meeting',
    outputs: ['session'],
  },
  { code: 'mock-trial', group: 'law', vi: 'Phiên tòa giả định', en: 'Mock trial', outputs: ['session'] },
  { code: 'legal-aid', group: 'law', vi: 'Trợ giúp pháp lý', en: 'Legal aid', outputs: ['session'] },
  { code: 'training', group: 'capacity', vi: 'Tập huấn, bồi dưỡng', en: 'Training', outputs: ['class'] },
  { code: 'training-attended', group: 'capacity', vi: 'Dự lớp cấp trên', en: 'Training attended', outputs: ['class'] },
  {
    code: 'exchange',
    group: 'capacity',
    vi: 'Trao đổi kinh nghiệm',
    en: 'Exchange of experience',
    outputs: ['session'],
  },
  { code: 'job-advice', group: 'support', vi: 'Tư vấn, giới thiệu việc làm', en: 'Job advice', outputs: ['session'] },
  { code: 'vocational', group: 'support', vi: 'Dạy nghề', en: 'Vocational training', outputs: ['class'] },
  { code: 'loan', group: 'support', vi: 'Hỗ trợ vay vốn, sinh kế', en: 'Loans and livelihood', outputs: ['household'] },
  { code: 'health-check', group: 'support', vi: 'Khám, chăm sóc sức khỏe', en: 'Health check', outputs: ['session'] },
  { code: 'visit', group: 'support', vi: 'Thăm hỏi, tặng quà', en: 'Visit and gifts', outputs: ['gift'] },
  { code: 'model', group: 'support', vi: 'Mô hình, câu lạc bộ', en: 'Model or club', outputs: ['model'] },
  {
    code: 'document',
    group: 'management',
    vi: 'Ban hành kế hoạch, văn bản',
    en: 'Plan or document issued',
    outputs: ['document'],
  },
  { code: 'meeting', group: 'management', vi: 'Họp, kiện toàn Ban', en: 'Board meeting', outputs: ['session'] },
  { code: 'inspection', group: 'management', vi: 'Kiểm tra, giám sát', en: 'Inspection', outputs: ['inspection'] },
  { code: 'self-check', group: 'management', vi: 'Tự kiểm tra', en: 'Self-check', outputs: ['inspection'] },
  { code: 'review', group: 'management', vi: 'Sơ kết, tổng kết', en: 'Review', outputs: ['session'] },
  { code: 'survey', group: 'management', vi: 'Khảo sát, thống kê', en: 'Survey or statistics', outputs: ['document'] },
  { code: 'commendation', group: 'management', vi: 'Khen thưởng', en: 'Commendation', outputs: ['award'] },
  { code: 'other', group: 'management', vi: 'Việc khác', en: 'Other' },
];
