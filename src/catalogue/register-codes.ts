/** What the registers' fields can say by a code. Codes are for ever, and none means two things: records hold them bare. */
export interface Coded {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export const modelKinds: readonly Coded[] = [
  { code: 'club', vi: 'Câu lạc bộ', en: 'Club' },
  { code: 'media-team', vi: 'Tổ truyền thông cộng đồng', en: 'Community communication team' },
  { code: 'leaders-of-change', vi: 'CLB Thủ lĩnh của sự thay đổi', en: 'Leaders of Change club' },
  { code: 'happy-family', vi: 'CLB gia đình hạnh phúc, 5 không 3 sạch', en: 'Happy families club' },
  { code: 'violence-prevention', vi: 'Nhóm phòng, chống bạo lực gia đình', en: 'Group against domestic violence' },
  { code: 'livelihood', vi: 'Tổ, nhóm sinh kế', en: 'Livelihood group' },
  { code: 'task-force', vi: 'Tổ công tác liên ngành', en: 'Inter-agency team' },
  { code: 'other-model', vi: 'Mô hình khác', en: 'Another model' },
];

export const refugeKinds: readonly Coded[] = [
  { code: 'trusted-address', vi: 'Địa chỉ tin cậy', en: 'Trusted address' },
  { code: 'shelter', vi: 'Nhà tạm lánh', en: 'Shelter' },
  { code: 'trusted-shelter', vi: 'Địa chỉ tin cậy – nhà tạm lánh', en: 'Trusted address and shelter' },
  { code: 'counselling-room', vi: 'Văn phòng, phòng tham vấn', en: 'Counselling room' },
  { code: 'one-stop-house', vi: 'Ngôi nhà Ánh Dương, Ngôi nhà Bình yên', en: 'One-stop centre' },
  { code: 'social-work-centre', vi: 'Trung tâm công tác xã hội', en: 'Social work centre' },
  { code: 'health-facility', vi: 'Cơ sở y tế', en: 'Health facility' },
];

export const hotlineKinds: readonly Coded[] = [
  { code: 'commune-line', vi: 'Của xã', en: 'Of the commune' },
  { code: 'province-line', vi: 'Của tỉnh, thành phố', en: 'Of the province' },
  { code: 'national-line', vi: 'Quốc gia', en: 'National' },
];

export const services: readonly Coded[] = [
  { code: 'reception', vi: 'Tiếp nhận tin báo', en: 'Taking reports' },
  { code: 'stay', vi: 'Tạm lánh', en: 'A place to stay' },
  { code: 'counselling', vi: 'Tư vấn, tham vấn', en: 'Counselling' },
  { code: 'first-aid', vi: 'Chăm sóc y tế', en: 'Medical care' },
  { code: 'legal-aid', vi: 'Trợ giúp pháp lý', en: 'Legal aid' },
  { code: 'essentials', vi: 'Nhu cầu thiết yếu', en: 'Essentials' },
  { code: 'referral', vi: 'Chuyển gửi', en: 'Referral' },
  { code: 'reintegration', vi: 'Tái hòa nhập', en: 'Reintegration' },
];

export const inspectionKinds: readonly Coded[] = [
  { code: 'check', vi: 'Kiểm tra', en: 'Check' },
  { code: 'self-check', vi: 'Tự kiểm tra', en: 'Self-check' },
  { code: 'oversight', vi: 'Giám sát', en: 'Oversight' },
  { code: 'inspection', vi: 'Thanh tra', en: 'Inspection' },
];

export const trainingKinds: readonly Coded[] = [
  { code: 'held', vi: 'Tổ chức tại xã', en: 'Held here' },
  { code: 'attended', vi: 'Dự lớp cấp trên', en: 'Attended' },
];

export const commendationKinds: readonly Coded[] = [
  { code: 'collective', vi: 'Tập thể', en: 'Collective' },
  { code: 'individual', vi: 'Cá nhân', en: 'Individual' },
  { code: 'household', vi: 'Hộ gia đình', en: 'Household' },
];

export const awards: readonly Coded[] = [
  { code: 'certificate-of-merit', vi: 'Giấy khen', en: 'Certificate of merit (commune)' },
  { code: 'high-certificate', vi: 'Bằng khen', en: 'Certificate of merit (province, ministry)' },
  { code: 'praise', vi: 'Biểu dương, tôn vinh', en: 'Public praise' },
  { code: 'medal', vi: 'Kỷ niệm chương, huân chương', en: 'Medal' },
  { code: 'other-award', vi: 'Hình thức khác', en: 'Another form' },
];

export const sexes: readonly Coded[] = [
  { code: 'woman', vi: 'Nữ', en: 'Woman' },
  { code: 'man', vi: 'Nam', en: 'Man' },
];

export const documentKinds: readonly Coded[] = [
  { code: 'plan-paper', vi: 'Kế hoạch', en: 'Plan' },
  { code: 'ruling', vi: 'Quyết định', en: 'Decision' },
  { code: 'letter-paper', vi: 'Công văn', en: 'Letter' },
  { code: 'report-paper', vi: 'Báo cáo', en: 'Report' },
  { code: 'notice', vi: 'Thông báo', en: 'Notice' },
  { code: 'submission', vi: 'Tờ trình', en: 'Submission' },
  { code: 'guidance', vi: 'Hướng dẫn', en: 'Guidance' },
  { code: 'programme', vi: 'Chương trình', en: 'Programme' },
  { code: 'resolution', vi: 'Nghị quyết', en: 'Resolution' },
  { code: 'invitation', vi: 'Giấy mời', en: 'Invitation' },
  { code: 'minutes', vi: 'Biên bản', en: 'Minutes' },
  { code: 'other-paper', vi: 'Loại khác', en: 'Another kind' },
];

export const committeeRoles: readonly Coded[] = [
  { code: 'head', vi: 'Trưởng ban', en: 'Head' },
  { code: 'deputy', vi: 'Phó trưởng ban', en: 'Deputy head' },
  { code: 'standing', vi: 'Ủy viên thường trực', en: 'Standing member' },
  { code: 'ordinary-member', vi: 'Ủy viên', en: 'Member' },
  { code: 'secretary', vi: 'Thư ký', en: 'Secretary' },
];

export const funds: readonly Coded[] = [
  { code: 'commune-budget', vi: 'Ngân sách xã', en: 'Commune budget' },
  { code: 'from-above-budget', vi: 'Ngân sách cấp trên giao', en: 'Budget given from above' },
  { code: 'central-budget', vi: 'Ngân sách trung ương', en: 'Central budget' },
  { code: 'target-programme', vi: 'Chương trình mục tiêu quốc gia', en: 'National target programme' },
  { code: 'community', vi: 'Xã hội hóa', en: 'Raised from the community' },
  { code: 'international', vi: 'Quốc tế, dự án', en: 'International, projects' },
  { code: 'other-fund', vi: 'Nguồn khác', en: 'Another source' },
];

export const registerCodes: readonly Coded[] = [
  ...modelKinds,
  ...refugeKinds,
  ...hotlineKinds,
  ...services,
  ...inspectionKinds,
  ...trainingKinds,
  ...commendationKinds,
  ...awards,
  ...sexes,
  ...documentKinds,
  ...committeeRoles,
  ...funds,
];
