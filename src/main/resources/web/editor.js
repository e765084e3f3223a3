/* The SPARQL editor, in the place of the plain field. It knows the prefixes, classes and properties of this graph and calls no other server. */
'use strict';

(() => {
  const place = document.getElementById('editor');
  const form = document.querySelector('form.sparql');
  const field = document.getElementById('query');
  const { endpoint, base, pages, style } = place.dataset;
  const FIRST = 'SELECT ?class (COUNT(?thing) AS ?things)\nWHERE { ?thing a ?class }\nGROUP BY ?class\nORDER BY DESC(?things) ?class\n';
  const address = new URL(endpoint, location.href).href;
  const prefixes = Object.fromEntries([...place.attributes].filter((attribute) => attribute.name.startsWith('data-prefix-'))
    .map((attribute) => [attribute.name.slice('data-prefix-'.length), attribute.value]));

  async function names(query) {
    const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/sparql-query', Accept: 'application/sparql-results+json' }, body: query });
    return answer.ok ? (await answer.json()).results.bindings.map((row) => row.x.value) : [];
  }

  /* Each list is fetched once, when it is first wanted. */
  const once = (make) => {
    let made;
    return () => (made ||= make());
  };
  const lists = {
    prefixes: once(async () => Object.entries(prefixes).map(([prefix, namespace]) => `${prefix}: <${namespace}>`).sort()),
    classes: once(() => names('SELECT DISTINCT ?x { [] a ?x FILTER(ISIRI(?x)) } ORDER BY ?x')),
    properties: once(() => names('SELECT DISTINCT ?x { [] ?x [] } ORDER BY ?x')),
  };

  function complete(Yasqe) {
    const own = { prefixes: 'prefixes', class: 'classes', property: 'properties' };
    Object.entries(own).forEach(([completer, list]) => {
      const known = Yasqe.Autocompleters[completer];
      if (!known) return;
      const copy = { ...known, name: completer, persistenceId: null, bulk: true, get: () => lists[list]() };
      delete Yasqe.Autocompleters[completer];
      Yasqe.Autocompleters[completer] = copy;
    });
    Yasqe.defaults.autocompleters = ['variables', ...Object.keys(own)].filter((name) => Yasqe.Autocompleters[name]);
  }

  /* An IRI of this graph has its page here. */
  place.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]');
    if (link && link.href.startsWith(base)) {
      event.preventDefault();
      location.href = new URL(pages + encodeURIComponent(link.href.slice(base.length)).replaceAll('%2F', '/'), location.href);
    }
  }, true);

  function declared(text) {
    const used = Object.entries(prefixes).filter(([prefix]) => new RegExp(`(^|[^\\w:-])${prefix}:[\\w%]`, 'm').test(text)
      && !new RegExp(`PREFIX\\s+${prefix}:`, 'i').test(text));
    return used.map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`).join('') + text;
  }

  function start() {
    const { Yasqe, Yasr } = Yasgui;
    complete(Yasqe);
    Yasqe.defaults.value = FIRST;
    const given = field.value.trim();
    place.hidden = false;
    form.hidden = true;
    document.querySelectorAll('.served').forEach((section) => { section.hidden = true; });
    const yasgui = new Yasgui(place, {
      requestConfig: { endpoint: address, method: 'POST', headers: () => ({}) },
      copyEndpointOnNewTab: false,
      persistenceId: 'sparql',
      populateFromUrl: false,
      autofocus: false,
      endpointCatalogueOptions: { getData: () => [{ endpoint: address }], keys: [], renderItem: () => {} },
      yasqe: { ...Yasqe.defaults, value: FIRST, resizeable: true, createShareableLink: null, showQueryButton: true },
      yasr: { ...Yasr.defaults, prefixes, maxPersistentResponseSize: 100000 },
    });
    const ask = (text, run) => {
      const tab = yasgui.getTab();
      const current = tab.getYasqe().getValue().trim();
      const target = !current || current === text.trim() || current === FIRST.trim() ? tab : yasgui.addTab(true);
      target.getYasqe().setValue(declared(text));
      target.setEndpoint?.(address);
      if (run) target.getYasqe().query().catch(() => {});
    };
    const tab = yasgui.getTab();
    tab.setEndpoint?.(address);
    if (given) ask(given, new URLSearchParams(location.search).has('query'));
    const examples = document.getElementById('examples');
    examples.parentElement.hidden = false;
    examples.addEventListener('change', async () => {
      if (!examples.value) return;
      const answer = await fetch(examples.dataset.queries + examples.value + '.rq');
      if (answer.ok) ask((await answer.text()).replace(/^(#\+.*\n)+\s*/, ''), false);
    });
    /* What the editor leaves unsaid to a screen reader. */
    const name = () => {
      place.querySelectorAll('.CodeMirror textarea').forEach((area) => area.setAttribute('aria-label', 'SPARQL'));
      place.querySelectorAll('.tabsList, .tabsList [role], [role=tabpanel]').forEach((part) =>
        ['role', 'aria-selected', 'aria-controls'].forEach((attribute) => part.removeAttribute(attribute))); // half of a pattern is worse than none
    };
    name();
    new MutationObserver(name).observe(place, { childList: true, subtree: true });
    window.yasgui = yasgui;
  }

  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style });
  sheet.addEventListener('load', start);
  document.head.prepend(sheet);
})();
