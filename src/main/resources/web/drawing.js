/*
 * What all charts share: reading the table that stands below a chart in the page (the table has all, the chart is a second look at it),
 * and showing the figures once the views are there. Each view is a function of figure, table and label in `drawing.views`; it returns how
 * many rows it left out, or 'none' when the table does not suit it.
 */
'use strict';

const drawing = (() => {
  const views = {};

  /* The table as columns (name, kind, head) and rows of cells (text, value, href). */
  function read(table) {
    const columns = [...table.querySelectorAll('thead th[data-column]')].map((head) =>
      ({ name: head.dataset.column, kind: head.dataset.kind, head: head.textContent.trim() }));
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => columns.map((column, place) => {
      const cell = row.cells[place];
      const exact = cell.querySelector('data, time');
      const link = cell.querySelector('a[href]:not([href^="#"])');
      const text = (exact || link || cell).textContent.trim();
      return { text, value: exact ? exact.getAttribute('value') || exact.getAttribute('datetime') : text, href: link && link.href };
    }));
    return { columns, rows };
  }

  const first = (columns, kinds, not = []) => columns.findIndex((column, place) => kinds.includes(column.kind) && !not.includes(place));
  const cut = (text, most) => (text.length > most ? text.slice(0, most - 1) + '…' : text);
  /* As wide as there is room, so that letters keep their size on a phone. */
  const room = (parent) => Math.max(260, Math.floor(parent.getBoundingClientRect().width - (parent.matches('.view') ? 28 : 0)));

  function svg(parent, width, height, label) {
    return d3.select(parent).append('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('role', 'group').attr('aria-label', label);
  }

  /* Names beside their marks, as many as do not cover each other; the first ones first, each where it first finds room: below its mark, above, or beside. */
  function names(parent, wanted, taken, width) {
    const wide = (text) => d3.sum(text, (letter) => (letter > '\u1100' ? 12.5 : 6.8));
    const shown = wanted.filter((one) => {
      const half = wide(one.text) / 2;
      const up = one.size === undefined ? [] : [[0, -2 * one.size - 17], [half + one.size + 5, -one.size - 9], [-half - one.size - 5, -one.size - 9]];
      return [[0, 0], ...up].some(([right, down]) => {
        const x = Math.max(half + 2, Math.min(width - half - 2, one.x + right));
        const y = one.y + down;
        const box = [x - half - 2, y - 11, x + half + 2, y + 4];
        const free = taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
        if (free) {
          taken.push(box);
          Object.assign(one, { x, y });
        }
        return free;
      });
    });
    parent.append('g').selectAll('a').data(shown).join('a').attr('href', (one) => one.href).attr('tabindex', -1)
      .append('text').attr('class', 'halo').attr('text-anchor', 'middle').attr('x', (one) => one.x).attr('y', (one) => one.y).text((one) => one.text);
  }

  const around = ([x, y], radius) => [x - radius, y - radius, x + radius, y + radius];

  const zoom = (chart, all, extent) => chart.call(d3.zoom().scaleExtent(extent)
    .filter((event) => !event.button && (event.type !== 'wheel' || event.ctrlKey)).on('zoom', (event) => all.attr('transform', event.transform)));

  async function show(figure) {
    const table = document.getElementById(figure.dataset.table);
    const draw = views[figure.dataset.view];
    if (!table || !draw) return;
    figure.replaceChildren();
    figure.hidden = false;
    const named = figure.closest('section, .small-charts > div')?.querySelector('h2, h3');
    try {
      const left = await draw(figure, read(table), (figure.hasAttribute('data-small') && named || document.querySelector('h1')).textContent.trim());
      if (left === 'none' || !figure.querySelector('svg')) figure.hidden = true;
      else if (left > 0 && figure.dataset.note) {
        const note = document.createElement('figcaption');
        note.className = 'soft';
        note.textContent = figure.dataset.note.replace('{0}', left);
        figure.append(note);
      }
    } catch (broken) {
      figure.hidden = true; // the table stands
      console.error(broken);
    }
  }

  /* The views are in scripts that come after this one. */
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('figure.view').forEach((figure) => {
    let width = 0;
    let timer = 0;
    show(figure).then(() => {
      width = figure.clientWidth;
      new ResizeObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (figure.clientWidth && Math.abs(figure.clientWidth - width) > 24) {
            width = figure.clientWidth;
            show(figure);
          }
        }, 120);
      }).observe(figure);
    });
  }));

  return { views, first, cut, room, svg, names, around, zoom };
})();
