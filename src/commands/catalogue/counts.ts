/** How much a ready-made plan holds, list by list. */
import { dutiesOf } from '#catalogue/plans/duties.ts';
import type { BasisItem, PlanDocument } from '#catalogue/plans/plan-document.ts';

/** What the opening of the plan names: on what it rests, what it carries out, who proposed it. All else is a reference. */
export const isLegalBasis = ({ relation }: BasisItem): boolean =>
  relation === 'basis' || relation === 'carries-out' || relation === 'proposes';

export const countsOf = (document: PlanDocument) => {
  const indicators = document.objectives.flatMap((objective) => objective.indicators);
  const measures = indicators.flatMap((indicator) => indicator.measures);
  const rests = document.bases.filter(isLegalBasis);
  return {
    legalBases: rests.length,
    references: document.bases.length - rests.length,
    purposes: document.purposes.length,
    objectives: document.objectives.length,
    indicators: indicators.length,
    measures: measures.length,
    targets: measures.flatMap((measure) => measure.targets).length,
    lists: document.lists?.length ?? 0,
    tasks: document.tasks.length,
    campaigns: document.campaigns.length,
    reportRules: document.rules.length,
    otherDuties: dutiesOf(document).length,
    funding: document.plan.funding?.length ?? 0,
    models: document.models.length,
    services: document.services.length,
    addressees: document.addressees.length,
    attachments: document.attachments.length,
    recipients: document.recipients.length,
    anomalies: document.plan.anomalies?.length ?? 0,
    sources: document.sources?.length ?? 0,
  };
};

export type Counts = ReturnType<typeof countsOf>;

/** In the order of the table; the console's words, Vietnamese first. */
export const countWords: Readonly<Record<keyof Counts, string>> = {
  legalBases: 'Căn cứ / legal bases',
  references: 'Viện dẫn / references',
  purposes: 'Mục đích, yêu cầu / purposes',
  objectives: 'Mục tiêu / objectives',
  indicators: 'Chỉ tiêu / indicators',
  measures: 'Số đo / measures',
  targets: 'Mức cần đạt / targets',
  lists: 'Danh sách / lists',
  tasks: 'Nhiệm vụ / tasks',
  campaigns: 'Ngày, tháng hành động / campaigns',
  reportRules: 'Chế độ báo cáo / report rules',
  otherDuties: 'Việc thường trực / other duties',
  funding: 'Kinh phí / funding',
  models: 'Mô hình / models',
  services: 'Dịch vụ / services',
  addressees: 'Kính gửi / addressees',
  attachments: 'Tài liệu kèm theo / attachments',
  recipients: 'Nơi nhận / recipients',
  anomalies: 'Điểm cần lưu ý / points to note',
  sources: 'Nơi đọc / where it was read',
};
