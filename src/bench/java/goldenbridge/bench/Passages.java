package goldenbridge.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a home of invented statements in the shape of ours: a register of labelled things, sources that describe their
 * passages, and a small graph for each passage with events, figures, repeated and disputed statements. About 25 quads a
 * passage in all. The same seed gives the same files.
 */
final class Passages {
  static final String NS = "https://example.org/ns#";
  static final String ID = "https://example.org/id/";
  private static final String LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel";
  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String[] SYLLABLES = {"ba", "do", "ke", "li", "mu", "na", "ro", "si", "ta", "vo"};
  private static final String[] LETTERS = {"а", "ә", "қ", "о", "ө", "ң"};
  private static final int PASSAGES_A_SOURCE = 20;

  private final Random random = new Random(20);
  private final int quads;
  private final int things;
  private int written;
  private int events;
  private BufferedWriter out;
  private String graph;

  private Passages(int quads) {
    this.quads = quads;
    this.things = Math.max(60, quads / 25);
  }

  /** Writes about so many quads below a folder and returns how many they are. */
  static int write(int quads, Path home) throws IOException {
    Passages passages = new Passages(quads);
    passages.write(home);
    return passages.written;
  }

  private void write(Path home) throws IOException {
    Files.createDirectories(home.resolve("ontology"));
    Files.createDirectories(home.resolve("queries"));
    Files.createDirectories(home.resolve("data/reference"));
    Files.createDirectories(home.resolve("data/sources"));
    Files.writeString(home.resolve("data/dataset.ttl"), DESCRIPTION, StandardCharsets.UTF_8);
    to(home.resolve("data/reference/register.trig"), this::register);
    for (int source = 0; written < quads; source++) {
      int number = source;
      to(home.resolve("data/sources/s" + source + ".trig"), () -> source(number));
    }
  }

  private interface Content {
    void write() throws IOException;
  }

  private void to(Path file, Content content) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out = writer;
      graph = null;
      content.write();
      out.write("}\n");
    }
  }

  private void in(String name) throws IOException {
    out.write(graph == null ? "" : "}\n");
    out.write("<" + name + "> {\n");
    graph = name;
  }

  private void say(String subject, String property, String object) throws IOException {
    out.write("<" + subject + "> <" + property + "> " + object + " .\n");
    written++;
  }

  private static String iri(String iri) {
    return "<" + iri + ">";
  }

  private static String typed(Object value, String type) {
    return "\"" + value + "\"^^<" + XSD + type + ">";
  }

  private void register() throws IOException {
    in(ID + "register");
    for (int i = 0; i < things; i++) {
      String thing = ID + "t" + i;
      say(thing, TYPE, iri(NS + "Class" + i % 12));
      for (String language : new String[] {"en", "ru", "kk", "ko"}) {
        say(thing, LABEL, "\"" + name(language) + " " + i + "\"@" + language);
      }
      if (i > 0 && i % 12 == 3) {
        say(thing, NS + "within", iri(ID + "t" + (i < 60 ? 3 : 3 + 12 * random.nextInt(i / 12))));
      }
    }
    for (int kind = 0; kind < 40; kind++) {
      say(ID + "kind" + kind, LABEL, "\"kind " + kind + "\"@en");
      say(ID + "kind" + kind, LABEL, "\"вид " + kind + "\"@ru");
    }
  }

  private String name(String language) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 3 + random.nextInt(4); i++) {
      name.append(language.equals("ko") ? String.valueOf((char) ('가' + random.nextInt(2000)))
          : language.equals("kk") ? LETTERS[random.nextInt(LETTERS.length)] : SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return name.toString();
  }

  private void source(int number) throws IOException {
    String source = ID + "source" + number;
    in(source);
    say(source, NS + "title", "\"" + name("en") + " " + number + "\"@en");
    for (int p = 0; p < PASSAGES_A_SOURCE; p++) {
      String passage = source + "#p" + p;
      say(passage, TYPE, iri(NS + "Passage"));
      say(passage, NS + "inSource", iri(source));
      say(passage, NS + "place", typed(p, "integer"));
      if (random.nextInt(3) > 0) {
        say(passage, NS + "voice", thing());
      }
    }
    for (int p = 0; p < PASSAGES_A_SOURCE && written < quads; p++) {
      in(source + "#p" + p);
      int until = written + 8 + random.nextInt(13);
      while (written < until) {
        statement();
      }
    }
  }

  private String thing() {
    // Few things are spoken of often, most seldom.
    return iri(ID + "t" + (int) (things * Math.pow(random.nextDouble(), 3)));
  }

  private void statement() throws IOException {
    int choice = random.nextInt(10);
    if (choice < 2 && events > 0) {
      String event = ID + "e" + random.nextInt(events);
      say(event, NS + "kind", iri(ID + "kind" + random.nextInt(40)));
      say(event, NS + "date", choice == 0 ? typed(date(), "date") : typed(dateOf(event), "date"));
    } else if (choice < 7) {
      event();
    } else {
      figure();
    }
  }

  private void event() throws IOException {
    String event = ID + "e" + events++;
    say(event, TYPE, iri(NS + "Event"));
    say(event, NS + "kind", iri(ID + "kind" + random.nextInt(40)));
    say(event, NS + "date", typed(dateOf(event), "date"));
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      say(event, NS + "participant", thing());
    }
    if (random.nextInt(3) > 0) {
      say(event, NS + "location", iri(ID + "t" + (3 + 12 * random.nextInt(things / 12 - 1))));
    }
  }

  private void figure() throws IOException {
    String figure = ID + "f" + written;
    say(figure, TYPE, iri(NS + "Figure"));
    say(figure, NS + "measures", iri(ID + "indicator" + random.nextInt(30)));
    say(figure, NS + "about", thing());
    say(figure, NS + "value", typed(random.nextInt(100_000), "integer"));
    say(figure, NS + "unit", iri(ID + "unit" + random.nextInt(5)));
    say(figure, NS + "refTime", typed(1992 + random.nextInt(33), "gYear"));
  }

  private String date() {
    return dateOf("" + random.nextInt());
  }

  private static String dateOf(String event) {
    int day = Math.floorMod(event.hashCode() * 31, 33 * 336);
    return String.format("%d-%02d-%02d", 1992 + day / 336, 1 + day % 336 / 28, 1 + day % 28);
  }

  private static final String DESCRIPTION = """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix gb: <https://w3id.org/golden-bridge/config#> .
      @prefix ns: <https://example.org/ns#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix void: <http://rdfs.org/ns/void#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <https://example.org/dataset> a dcat:Dataset ;
        dcterms:title "Invented"@en ; dcterms:description "Invented."@en ; dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
        owl:versionInfo "1.0.0" ; void:uriSpace "https://example.org/" ;
        gb:passageClass ns:Passage ; gb:curationClass ns:Curation ; gb:sourceProperty ns:inSource ; gb:placeProperty ns:place ;
        gb:voiceProperty ns:voice ; gb:relayProperty ns:relay ; gb:labelProperty skos:prefLabel ; gb:variantProperty skos:altLabel ;
        gb:labelLanguages "en ru kk ko" ; sh:declare <https://example.org/dataset#ns> .
      <https://example.org/dataset#ns> sh:prefix "ns" ; sh:namespace "https://example.org/ns#"^^xsd:anyURI .
      """;
}
