/* Points on the outlines of countries. */
'use strict';

(() => {
  const { first, cut, room, svg, names, around, zoom } = drawing;
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
    zoom(chart, all, [1, 12]);
    return rows.length - used.length;
  }

  drawing.views.Map = map;
})();
