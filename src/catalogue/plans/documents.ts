/** Every ready-made plan, in the order of its number. Loaded when somebody asks for one, never with the first page. */
import { dakNong2023 } from './dak-nong-2023.ts';
import { dongTuyen2024 } from './dong-tuyen-2024.ts';
import { haiPhong2024 } from './hai-phong-2024.ts';
import { hauGiang2021 } from './hau-giang-2021.ts';
import { nationalStrategy } from './national-strategy.ts';
import type { PlanDocument } from './plan-document.ts';
import { quangNinh2021 } from './quang-ninh-2021-2030.ts';

export const documents: readonly PlanDocument[] = [
  hauGiang2021,
  dongTuyen2024,
  quangNinh2021,
  dakNong2023,
  haiPhong2024,
  nationalStrategy,
];
