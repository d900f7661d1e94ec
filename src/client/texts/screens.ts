/** The texts of the screens behind the first one, in the language in use. Only screens that are fetched themselves may import this. */
import { fetchedScreens, knowProblems } from './current.ts';
import { problemsVi } from './problems-later-vi.ts';
import { screensVi, type ScreenTexts } from './screens-vi.ts';

knowProblems(problemsVi);

export const s = (): ScreenTexts => fetchedScreens() ?? screensVi;
