/* Things and the links between them. */
'use strict';

(() => {
  const { cut, room, svg, names, around, zoom } = drawing;
  const MOST_NODES = 110;

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
    zoom(chart, all, [.6, 6]);
    return rows.length - drawn.length;
  }

  drawing.views.Graph = graph;
})();
