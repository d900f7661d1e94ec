/** Light, dark, or as the phone has it. The choice is kept on the device: it is no one's secret. */
import { createSignal } from 'solid-js';
import { readSetting, writeSetting } from './settings.ts';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'theme';
const isTheme = (value: string | undefined): value is Theme =>
  value === 'auto' || value === 'light' || value === 'dark';

const paint = (theme: Theme) => {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

const kept = readSetting(KEY);
const [theme, keepTheme] = createSignal<Theme>(isTheme(kept) ? kept : 'auto');
export { theme };

export const setTheme = (next: Theme): void => {
  keepTheme(next);
  writeSetting(KEY, next);
  paint(next);
};

/** Called once when the app starts. */
export const applyTheme = (): void => {
  paint(theme());
};
