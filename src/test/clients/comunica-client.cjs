// Comunica against an endpoint that it finds out about by itself: prints the numbers of rows and triples that it gets.
const { QueryEngine } = require('@comunica/query-sparql');

const HONEY = 'https://example.org/bees/ontology#honey';

async function main(endpoint) {
  const engine = new QueryEngine();
  for (const sources of [[endpoint], [{ type: 'sparql', value: endpoint }]]) {
    const rows = await (await engine.queryBindings(`SELECT ?hive ?honey WHERE { ?hive <${HONEY}> ?honey }`, { sources })).toArray();
    console.log('select', rows.length);
    console.log('ask', await engine.queryBoolean('ASK { ?hive ?p "참나무 벌통"@ko }', { sources }));
    console.log('construct', (await (await engine.queryQuads(`CONSTRUCT WHERE { ?hive <${HONEY}> ?honey }`, { sources })).toArray()).length);
    const joined = await (await engine.queryBindings(
      `SELECT ?g ?hive WHERE { GRAPH ?g { ?hive <${HONEY}> ?honey } FILTER (?honey > 10) } ORDER BY ?g`, { sources })).toArray();
    console.log('graphs', joined.length);
  }
}

main(process.argv[2]).catch(wrong => {
  console.error(wrong);
  process.exit(1);
});
