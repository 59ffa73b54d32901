export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const kept = 'assent-theme';

/** As chosen in this browser; `public/theme.js` draws by it. */
export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(kept);
  return themes.find((theme) => theme === chosen) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(kept);
  else localStorage.setItem(kept, theme);
  dispatchEvent(new Event(kept));
}
