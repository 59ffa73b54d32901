// Loaded before the page is drawn, so that it never flashes in the other theme. A file, as nothing inline may run.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = localStorage.getItem('assent-theme');
    const theme = chosen === 'dark' || chosen === 'light' ? chosen : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = theme;
  };
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
  addEventListener('assent-theme', apply);
  apply();
})();
