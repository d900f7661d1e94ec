/** The texts of what stands ahead, in the language in use. Only what is fetched itself may import this. */
import { aheadVi, type AheadTexts } from './ahead-vi.ts';
import { fetchedScreens } from './current.ts';

export const ahead = (): AheadTexts => fetchedScreens()?.ahead ?? aheadVi;
