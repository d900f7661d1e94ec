/** What stands on the screens in Vietnamese, wherever the app keeps it: what comes first and what comes with a screen. */
import { screensVi } from '#client/texts/screens-vi.ts';
import { vi as firstVi } from '#client/texts/vi.ts';

export const vi = { ...firstVi, ...screensVi };
