// Reads a file with N3.js and writes it as N-Quads: SYNTAX FILE.
'use strict';
const fs = require('fs');
const N3 = require('n3');

const [syntax, file] = process.argv.slice(2);
const formats = {
  turtle: 'text/turtle',
  ntriples: 'application/n-triples',
  trig: 'application/trig',
  nquads: 'application/n-quads',
};
const quads = new N3.Parser({ format: formats[syntax] }).parse(fs.readFileSync(file, 'utf8'));
const writer = new N3.Writer({ format: 'application/n-quads' });
writer.addQuads(quads);
writer.end((trouble, lines) => {
  if (trouble) throw trouble;
  process.stdout.write(lines);
});
