/* Small comforts: the choice of the look, names to choose from while typing. Everything works without. */
'use strict';

document.querySelectorAll('.themes').forEach((box) => {
  box.hidden = false;
  const show = () => box.querySelectorAll('[data-theme-choice]').forEach((button) =>
    button.setAttribute('aria-pressed', String((document.documentElement.dataset.theme || 'auto') === button.dataset.themeChoice)));
  box.addEventListener('click', (event) => {
    const choice = event.target.dataset && event.target.dataset.themeChoice;
    if (!choice) return;
    if (choice === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
    try {
      if (choice === 'auto') localStorage.removeItem('theme');
      else localStorage.setItem('theme', choice);
    } catch (noStorage) { /* the choice holds for this page */ }
    show();
  });
  show();
});

document.querySelectorAll('details.menu').forEach((menu) => {
  document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener('keydown', (event) => { if (event.key === 'Escape') { menu.open = false; menu.querySelector('summary').focus(); } });
});

/* A list of names under a field, from the search of this server. */
document.querySelectorAll('input[data-complete]').forEach((input, place) => {
  const list = document.createElement('datalist');
  list.id = 'names-' + place;
  input.after(list);
  input.setAttribute('list', list.id);
  let asked = '';
  let timer = 0;
  const fill = async (text) => {
    const answer = await fetch(input.dataset.complete + '?format=json&page_size=8&q=' + encodeURIComponent(text));
    if (!answer.ok || text !== asked) return;
    const seen = new Set();
    list.replaceChildren(...(await answer.json()).rows.map((row) => row.entityLabel || row.name).filter((name) => name && !seen.has(name) && seen.add(name))
      .map((name) => Object.assign(document.createElement('option'), { value: name })));
  };
  input.addEventListener('input', () => {
    const text = input.value.trim();
    clearTimeout(timer);
    asked = text;
    if (text.length > 1) timer = setTimeout(() => fill(text).catch(() => {}), 150);
  });
});

/* A note that is jumped to lights up; the way back is the browser's own. */
document.querySelectorAll('.scroll').forEach((box) => {
  if (box.scrollWidth <= box.clientWidth && box.tagName !== 'PRE') box.removeAttribute('tabindex');
});
