/** The language in use. Vietnamese is always there; English is fetched when someone asks for it, and kept by the precache. */
import { createSignal } from 'solid-js';
import type { Problem } from '#domain/problem.ts';
import { problemsFirstVi, sentenceOf, type KnownProblemTexts, type ProblemTexts } from './problems.ts';
import type { ScreenTexts } from './screens-vi.ts';
import { vi, type Texts } from './vi.ts';

export type Language = 'vi' | 'en';

interface Loaded {
  readonly language: Language;
  readonly texts: Texts;
  readonly problems: ProblemTexts | undefined;
  /** Of a language that is fetched whole; Vietnamese comes with the screens themselves. */
  readonly screens: ScreenTexts | undefined;
}

const KEY = 'language';
const vietnamese: Loaded = { language: 'vi', texts: vi, problems: undefined, screens: undefined };
const [loaded, setLoaded] = createSignal<Loaded>(vietnamese);

/** The texts of the language in use; reading them in a template follows a change of language. */
export const t = (): Texts => loaded().texts;
export const language = (): Language => loaded().language;
export const fetchedScreens = (): ScreenTexts | undefined => loaded().screens;

let vietnameseProblems: KnownProblemTexts = problemsFirstVi;
/** The screens behind the first ones bring their problems' sentences along. */
export const knowProblems = (problems: ProblemTexts): void => {
  vietnameseProblems = problems;
};
export const problemText = (problem: Problem): string => sentenceOf(loaded().problems ?? vietnameseProblems, problem);

const remember = (next: Language) => {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // A browser that refuses storage forgets the choice with the page.
  }
};

const load = async (next: Language): Promise<Loaded> => {
  if (next === 'vi') return vietnamese;
  const [{ en }, { problemsEn }, { screensEn }] = await Promise.all([
    import('./en.ts'),
    import('./problems-en.ts'),
    import('./screens-en.ts'),
  ]);
  return { language: 'en', texts: en, problems: problemsEn, screens: screensEn };
};

export const setLanguage = async (next: Language): Promise<void> => {
  setLoaded(await load(next));
  document.documentElement.lang = next;
  remember(next);
};

/** Called once when the app starts: the language chosen before on this device. */
export const restoreLanguage = async (): Promise<void> => {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    return;
  }
  if (kept === 'en') await setLanguage('en');
};
