/* Before the page is painted: the look that the reader has chosen here. */
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch (noStorage) { /* then as the system has it */ }
