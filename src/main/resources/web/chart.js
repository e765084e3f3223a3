/* Draws a chart from the table that stands below it in the page: the table has all, the chart is a second look at it. */
'use strict';

(() => {
  const MOST_BARS = 40;
  const MOST_NODES = 110;
  const MOST_FACETS = 12;

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
  const isYear = (text) => /^\d{4}$/.test(text);
  /* Middle of the day, month or year that a text names. */
  function instant(text) {
    const [year, month, day] = text.split('-').map(Number);
    return day ? new Date(Date.UTC(year, month - 1, day)) : month ? new Date(Date.UTC(year, month - 1, 15)) : new Date(Date.UTC(year, 6, 1));
  }
  const lang = document.documentElement.lang;
  const figureOf = (number) => new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(number);
  const whole = (number) => (Math.abs(number) < 10000 ? String(+number.toFixed(6)) : new Intl.NumberFormat(lang).format(number));

  /* As wide as there is room, so that letters keep their size on a phone. */
  const room = (parent) => Math.max(260, Math.floor(parent.getBoundingClientRect().width - (parent.matches('.view') ? 28 : 0)));

  function svg(parent, width, height, label) {
    return d3.select(parent).append('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('role', 'group').attr('aria-label', label);
  }

  function legend(parent, names) {
    d3.select(parent).append('ul').attr('class', 'legend').selectAll('li').data(names).join('li')
      .attr('class', (name, place) => 'series' + Math.min(place + 1, 8)).text((name) => name);
  }

  /* ---- Bars --------------------------------------------------------------------------------------------------- */

  function barChart(figure, { columns, rows }, label) {
    const numbers = columns.map((column, place) => place).filter((place) => columns[place].kind === 'number');
    const x = numbers[0] === 0 && numbers.length > 1 ? 0 : columns.findIndex((column, place) => !numbers.includes(place));
    const y = numbers.find((place) => place !== x);
    if (x < 0 || y === undefined) return 'none';
    const used = rows.filter((row) => row[x].text && row[y].text);
    const repeated = new Set(used.map((row) => row[x].text)).size < used.length;
    const series = repeated ? first(columns, ['iri', 'text'], [x]) : -1;
    const totals = d3.rollup(used, (part) => d3.sum(part, (row) => +row[y].value), (row) => row[x].text);
    const names = series < 0 ? [''] : [...d3.rollup(used, (part) => d3.sum(part, (row) => +row[y].value), (row) => row[series].text)]
      .sort((one, two) => two[1] - one[1]).map(([name]) => name);
    if (names.length > 1) legend(figure, names.slice(0, 8));
    const links = new Map(used.map((row) => [row[x].text, row[x].href]));
    const stacked = new Map();
    const parts = names.flatMap((name, place) => used.filter((row) => series < 0 || row[series].text === name).map((row) => {
      const from = stacked.get(row[x].text) || 0;
      stacked.set(row[x].text, from + +row[y].value);
      return { at: row[x].text, from, to: from + +row[y].value, place, name };
    }));
    if ([...totals.keys()].every(isYear)) columnsOf(figure, parts, totals, label);
    else barsOf(figure, parts, totals, links, label);
    return rows.length - used.length;
  }

  function columnsOf(figure, parts, totals, label) {
    const width = room(figure);
    const height = 330;
    const years = [...totals.keys()].sort();
    const span = years[years.length - 1] - years[0];
    const shown = span < 60 ? d3.range(+years[0], +years[years.length - 1] + 1).map(String) : years;
    const at = d3.scaleBand(shown, [44, width - 8]).padding(.18);
    const up = d3.scaleLinear([0, d3.max(totals.values())], [height - 34, 12]).nice();
    const chart = svg(figure, width, height, label);
    const ticks = up.ticks(5).filter(Number.isInteger);
    chart.append('g').selectAll('line').data(ticks).join('line').attr('class', 'grid').attr('x1', 44).attr('x2', width - 8)
      .attr('y1', up).attr('y2', up);
    chart.append('g').attr('class', 'axis').selectAll('text').data(ticks).join('text').attr('x', 38).attr('y', (tick) => up(tick) + 4)
      .attr('text-anchor', 'end').text(figureOf);
    const every = Math.ceil(shown.length / ((width - 60) / 42));
    chart.append('g').attr('class', 'axis').selectAll('text').data(shown.filter((year, place) => place % every === 0)).join('text')
      .attr('x', (year) => at(year) + at.bandwidth() / 2).attr('y', height - 12).attr('text-anchor', 'middle').text((year) => year);
    bars(chart, parts).attr('x', (part) => at(part.at)).attr('width', at.bandwidth())
      .attr('y', (part) => up(part.to)).attr('height', (part) => Math.max(0, up(part.from) - up(part.to)));
  }

  function barsOf(figure, parts, totals, links, label) {
    const names = [...totals.keys()].slice(0, MOST_BARS);
    const width = room(figure);
    const letters = width < 560 ? 20 : 36;
    const longest = Math.min(d3.max(names, (name) => d3.sum(cut(name, letters), (letter) => (letter > '\u1100' ? 12 : 7))) + 14, width * .45);
    const height = names.length * 24 + 12;
    const at = d3.scaleBand(names, [6, height - 6]).padding(.22);
    const along = d3.scaleLinear([0, d3.max(totals.values())], [longest, width - 60]);
    const chart = svg(figure, width, height, label);
    const row = chart.append('g').selectAll('a').data(names).join('a').attr('href', (name) => links.get(name)).attr('tabindex', -1);
    row.append('text').attr('x', longest - 8).attr('y', (name) => at(name) + at.bandwidth() / 2 + 4).attr('text-anchor', 'end')
      .text((name) => cut(name, letters)).append('title').text((name) => name);
    bars(chart, parts.filter((part) => at(part.at) !== undefined)).attr('y', (part) => at(part.at)).attr('height', at.bandwidth())
      .attr('x', (part) => along(part.from)).attr('width', (part) => Math.max(1, along(part.to) - along(part.from)));
    chart.append('g').selectAll('text').data(names).join('text').attr('class', 'quiet').attr('x', (name) => along(totals.get(name)) + 6)
      .attr('y', (name) => at(name) + at.bandwidth() / 2 + 4).text((name) => whole(totals.get(name)));
  }

  function bars(chart, parts) {
    const bar = chart.append('g').selectAll('rect').data(parts).join('rect').attr('rx', 2)
      .attr('class', (part) => 'mark series' + Math.min(part.place + 1, 8));
    bar.append('title').text((part) => [part.at, part.name, whole(part.to - part.from)].filter(Boolean).join(' · '));
    return bar;
  }

  /* ---- Lines: one small chart for each series, since their units differ ----------------------------------------- */

  function lineChart(figure, { columns, rows }, label) {
    const year = columns.findIndex((column, place) => column.kind === 'number' && rows.some((row) => row[place].text) && rows.every((row) => !row[place].text || isYear(row[place].value)));
    const dated = columns.findIndex((column, place) => column.kind === 'date' || (column.kind === 'text' && rows.some((row) => /^\d{4}(-\d\d){0,2}$/.test(row[place].value))));
    const x = dated >= 0 ? dated : year;
    const y = columns.findIndex((column, place) => column.kind === 'number' && place !== x);
    if (x < 0 || y < 0) return 'none';
    const used = rows.filter((row) => /^\d{4}(-\d\d){0,2}$/.test(row[x].value) && row[y].text);
    const series = first(columns, ['iri', 'text'], [x, y]);
    const named = d3.groups(used, (row) => (series < 0 ? '' : row[series].text)).sort((one, two) => two[1].length - one[1].length).slice(0, MOST_FACETS);
    const several = named.filter(([, part]) => new Set(part.map((row) => row[x].value)).size > 1);
    const facets = several.length ? several : named;
    const box = facets.length > 1 ? d3.select(figure).append('div').attr('class', 'facets').node() : figure;
    facets.forEach(([name, part]) => {
      const cell = facets.length > 1 ? d3.select(box).append('div').node() : figure;
      if (name) d3.select(cell).append('h3').text(name);
      line(cell, part, x, y, name || label);
    });
    return rows.length - d3.sum(facets, ([, part]) => part.length);
  }

  function line(parent, part, x, y, label) {
    const width = room(parent);
    const height = width > 500 ? 320 : 220;
    const points = part.map((row) => ({ at: instant(row[x].value), is: +row[y].value, when: row[x].text, text: row[y].text })).sort((one, two) => one.at - two.at);
    const span = d3.extent(points, (point) => point.at);
    const margin = (span[1] - span[0]) * .04 || 200 * 864e5;
    const across = d3.scaleUtc([new Date(+span[0] - margin), new Date(+span[1] + margin)], [56, width - 16]);
    const most = d3.max(points, (point) => point.is);
    const least = d3.min(points, (point) => point.is);
    const up = d3.scaleLinear([least > 0 && least > most * .6 ? least * .9 : Math.min(0, least), most], [height - 30, 24]).nice();
    const chart = svg(parent, width, height, label);
    const ticks = up.ticks(4);
    chart.append('g').selectAll('line').data(ticks).join('line').attr('class', 'grid').attr('x1', 56).attr('x2', width - 8).attr('y1', up).attr('y2', up);
    chart.append('g').attr('class', 'axis').selectAll('text').data(ticks).join('text').attr('x', 50).attr('y', (tick) => up(tick) + 4).attr('text-anchor', 'end').text(figureOf);
    const times = across.ticks(Math.max(2, Math.round(width / 130)));
    const written = d3.utcFormat(new Set(times.map(d3.utcFormat('%Y'))).size < times.length ? '%Y-%m' : '%Y');
    chart.append('g').attr('class', 'axis').selectAll('text').data(times).join('text').attr('x', across).attr('y', height - 8).attr('text-anchor', 'middle').text(written);
    // Where sources differ for one time, a line from one to the other would look like a course of events.
    const spans = d3.groups(points, (point) => +point.at).map(([, same]) => (same.every((point) => point.is === same[0].is) ? [same[0]] : same));
    const joins = d3.pairs(spans).filter(([one, next]) => one.length + next.length === 2).map((two) => two.flat()).concat(spans.filter((same) => same.length > 1));
    chart.append('g').selectAll('path').data(joins).join('path').attr('class', 'line series1').attr('d', d3.line((point) => across(point.at), (point) => up(point.is)));
    const dot = chart.append('g').selectAll('circle').data(points).join('circle').attr('class', 'mark series1').attr('r', 4.5)
      .attr('cx', (point) => across(point.at)).attr('cy', (point) => up(point.is));
    dot.append('title').text((point) => point.when + ' · ' + point.text);
    if (points.length < 9) {
      chart.append('g').selectAll('text').data(points).join('text').attr('class', 'halo').attr('x', (point) => across(point.at)).attr('y', (point) => up(point.is) - 9)
        .attr('text-anchor', (point) => (across(point.at) > width - 70 ? 'end' : across(point.at) < 110 ? 'start' : 'middle')).text((point) => figureOf(point.is));
    }
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

  /* ---- Graph ----------------------------------------------------------------------------------------------------- */

  function graph(figure, { columns, rows }, label) {
    const ends = columns.map((column, place) => place).filter((place) => columns[place].kind === 'iri');
    if (ends.length < 2) return 'none';
    const [from, to] = ends;
    const kind = ends[2];
    const nodes = new Map();
    const add = (cell) => {
      if (!nodes.has(cell.href)) nodes.set(cell.href, { id: cell.href, name: cell.text, degree: 0 });
      nodes.get(cell.href).degree++;
    };
    const used = rows.filter((row) => row[from].href && row[to].href && row[from].href !== row[to].href);
    used.forEach((row) => { add(row[from]); add(row[to]); });
    const kept = [...nodes.values()].sort((one, two) => two.degree - one.degree).slice(0, MOST_NODES);
    const ids = new Set(kept.map((node) => node.id));
    const drawn = used.filter((row) => ids.has(row[from].href) && ids.has(row[to].href));
    const edges = drawn.map((row) => ({ source: row[from].href, target: row[to].href, name: kind === undefined ? '' : row[kind].text }));
    const linked = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
    const shown = kept.filter((node) => linked.has(node.id));
    const width = room(figure);
    const height = Math.max(340, Math.min(900, 300 + shown.length * 6));
    const radius = (node) => 4 + Math.sqrt(node.degree) * 1.6;
    const far = Math.min(1, width / 1000);
    d3.forceSimulation(shown)
      .force('link', d3.forceLink(edges).id((node) => node.id).distance(80 * far).strength(.3))
      .force('charge', d3.forceManyBody().strength(-420 * far))
      .force('apart', d3.forceCollide((node) => radius(node) + 12 * far))
      .force('x', d3.forceX(width / 2).strength(.08)).force('y', d3.forceY(height / 2).strength(.1 * width / height))
      .stop().tick(320);
    const fit = (axis, from, to) => {
      const scale = d3.scaleLinear(d3.extent(shown, (one) => one[axis]), [from, to]);
      shown.forEach((one) => { one[axis] = scale(one[axis]); });
    };
    fit('x', 46, width - 46);
    fit('y', 20, height - 32);
    const chart = svg(figure, width, height, label);
    const all = chart.append('g');
    const edge = all.append('g').selectAll('line').data(edges).join('line').attr('class', 'edge')
      .attr('x1', (one) => one.source.x).attr('y1', (one) => one.source.y).attr('x2', (one) => one.target.x).attr('y2', (one) => one.target.y);
    edge.append('title').text((one) => `${one.source.name} — ${one.name} — ${one.target.name}`);
    const node = all.append('g').selectAll('a').data(shown).join('a').attr('href', (one) => one.id).attr('tabindex', -1);
    node.append('circle').attr('class', (one, place) => 'mark node ' + (place < 8 ? 'series2' : 'series1')).attr('r', radius).attr('cx', (one) => one.x).attr('cy', (one) => one.y);
    node.append('title').text((one) => `${one.name} (${one.degree})`);
    const named = (one) => ({ text: cut(one.name, 28), href: one.id, x: one.x, y: one.y + radius(one) + 13 });
    const taken = [];
    names(all, shown.slice(0, 8).map(named), taken, width); // the greatest keep their names, even over a smaller mark
    shown.forEach((one) => taken.push(around([one.x, one.y], radius(one))));
    if (width > 500) names(all, shown.slice(8).map(named), taken, width);
    chart.call(d3.zoom().scaleExtent([.6, 6]).filter((event) => !event.button && (event.type !== 'wheel' || event.ctrlKey)).on('zoom', (event) => all.attr('transform', event.transform)));
    return rows.length - drawn.length;
  }

  /* ---- Map -------------------------------------------------------------------------------------------------------- */

  const POINT = /^\s*point\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)\s*$/i;

  async function map(figure, { columns, rows }, label) {
    const place = columns.findIndex((column, at) => rows.some((row) => POINT.test(row[at].value)));
    if (place < 0) return 'none';
    const name = first(columns, ['iri', 'text'], [place]);
    const used = rows.filter((row) => POINT.test(row[place].value));
    const points = d3.groups(used, (row) => row[place].value).map(([text, part]) =>
      ({ at: POINT.exec(text).slice(1).map(Number), names: [...new Set(part.map((row) => row[name].text))], href: part[0][name].href, count: part.length }));
    const world = await (await fetch(figure.dataset.world)).json();
    const land = topojson.feature(world, world.objects.countries);
    const width = room(figure);
    const height = Math.round(Math.min(520, width * .65));
    const extent = { type: 'MultiPoint', coordinates: points.map((point) => point.at) };
    const projection = d3.geoMercator().fitExtent([[60, 40], [width - 60, height - 40]], extent);
    if (points.length < 2) projection.scale(700).center(points[0].at).translate([width / 2, height / 2]);
    const chart = svg(figure, width, height, label);
    const all = chart.append('g');
    all.append('g').selectAll('path').data(land.features).join('path').attr('class', 'land').attr('d', d3.geoPath(projection));
    const size = d3.scaleSqrt([0, d3.max(points, (point) => point.count)], [3, 16]);
    points.sort((one, two) => two.count - one.count);
    const mark = all.append('g').selectAll('a').data(points).join('a').attr('href', (point) => point.href).attr('tabindex', -1);
    mark.append('circle').attr('class', 'mark node series1').attr('fill-opacity', .8).attr('r', (point) => size(point.count))
      .attr('cx', (point) => projection(point.at)[0]).attr('cy', (point) => projection(point.at)[1]);
    mark.append('title').text((point) => point.names.join(', ') + ' · ' + point.count);
    names(all, points.map((point) => ({ text: cut(point.names[0], 24), href: point.href, x: projection(point.at)[0], y: projection(point.at)[1] + size(point.count) + 13, size: size(point.count) })),
      points.map((point) => around(projection(point.at), size(point.count) - 1)), width);
    chart.call(d3.zoom().scaleExtent([1, 12]).filter((event) => !event.button && (event.type !== 'wheel' || event.ctrlKey)).on('zoom', (event) => all.attr('transform', event.transform)));
    return rows.length - used.length;
  }

  const VIEWS = { BarChart: barChart, LineChart: lineChart, Graph: graph, Map: map };

  async function show(figure) {
    const table = document.getElementById(figure.dataset.table);
    const draw = VIEWS[figure.dataset.view];
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

  document.querySelectorAll('figure.view').forEach((figure) => {
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
  });
})();
