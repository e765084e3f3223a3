/* Bars and lines. */
'use strict';

(() => {
  const { first, cut, room, svg } = drawing;
  const MOST_BARS = 40;
  const MOST_FACETS = 12;

  const isYear = (text) => /^\d{4}$/.test(text);
  /* Middle of the day, month or year that a text names. */
  function instant(text) {
    const [year, month, day] = text.split('-').map(Number);
    return day ? new Date(Date.UTC(year, month - 1, day)) : month ? new Date(Date.UTC(year, month - 1, 15)) : new Date(Date.UTC(year, 6, 1));
  }
  const lang = document.documentElement.lang;
  const figureOf = (number) => new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(number);
  const whole = (number) => (Math.abs(number) < 10000 ? String(+number.toFixed(6)) : new Intl.NumberFormat(lang).format(number));

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
    // All boxes first: how wide one may be depends on how many there are.
    const cells = facets.map(() => (facets.length > 1 ? d3.select(box).append('div').node() : figure));
    facets.forEach(([name, part], place) => {
      if (name) d3.select(cells[place]).append('h3').text(name);
      line(cells[place], part, x, y, name || label);
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
    const up = d3.scaleLinear([least > most * .6 && least < most ? least * .9 : Math.min(0, least), most], [height - 30, 24]).nice();
    const chart = svg(parent, width, height, label);
    const counted = points.every((point) => Number.isInteger(point.is));
    const ticks = up.ticks(4).filter((tick, place, all) => (!counted || Number.isInteger(tick)) && all.findIndex((other) => figureOf(other) === figureOf(tick)) === place);
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

  Object.assign(drawing.views, { BarChart: barChart, LineChart: lineChart });
})();
