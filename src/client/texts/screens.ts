/** The texts of the screens behind the first one, in the language in use. Only screens that are fetched themselves may import this. */
import { fetchedScreens } from './current.ts';
import { screensVi, type ScreenTexts } from './screens-vi.ts';

export const s = (): ScreenTexts => fetchedScreens() ?? screensVi;
