// Loads an export into Oxigraph and asks it every query: EXPORT CASES ANSWERS; writes ANSWERS/CASE.csv, says the sizes.
'use strict';
const fs = require('fs');
const path = require('path');
const oxigraph = require('oxigraph');

const [folder, cases, answers] = process.argv.slice(2);

function load(name, format) {
  const store = new oxigraph.Store();
  store.load(fs.readFileSync(path.join(folder, name), 'utf8'), { format });
  console.log(name, store.size);
  return store;
}

load('all.trig', 'application/trig');
const store = load('all.nq', 'application/n-quads');
for (const file of fs.readdirSync(cases)) {
  const name = path.basename(file, '.rq');
  try {
    const text = fs.readFileSync(path.join(cases, file), 'utf8');
    const rows = store.query(text, { use_default_graph_as_union: true, results_format: 'text/csv' });
    fs.writeFileSync(path.join(answers, `${name}.csv`), rows);
  } catch (trouble) {
    console.error(`${name}: ${trouble}`);
  }
}
