package goldenbridge.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import goldenbridge.query.TracedAnswer;
import goldenbridge.rdf.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CannedQueriesTest {
  static Stream<Catalogue.Case> cases() {
    return Catalogue.cases();
  }

  private static Answer run(Catalogue.Case one) {
    return QueryRunner.run(Catalogue.SNAPSHOT.dataset(), one.bound(), Limits.DEFAULT);
  }

  private static String csv(Answer answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AnswerWriter(iri -> Catalogue.SNAPSHOT.labels().known(iri, "en"), AnswerWriter.Envelope.NONE).write(answer, Format.CSV, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsItsGoldenAnswer(Catalogue.Case one) throws IOException {
    assertEquals(Files.readString(one.golden()), csv(run(one)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheSameRowsWithEvidence(Catalogue.Case one) {
    TracedAnswer traced = TracedAnswer.run(Catalogue.SNAPSHOT.dataset(), one.bound(), Limits.DEFAULT);
    assertEquals(csv(run(one)), csv(traced.answer()));
    assertEquals(((Answer.Rows) traced.answer()).rows().size(), traced.matched().size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatItAsksInFourLanguages(Catalogue.Case one) {
    for (String language : new String[] {"kk", "ko", "ru"}) {
      assertFalse(one.query().summary(language).equals(one.query().summary("en")), one + " has no summary in " + language);
    }
    assertFalse(one.query().header().description().isBlank());
    assertFalse(one.query().header().tags().isEmpty());
  }

  @Test
  void testsEveryFileOnDisk() throws IOException {
    Set<String> tested = cases().map(one -> one.query().name()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(names(Catalogue.HOME.queries(), ".rq"), tested);
    assertTrue(tested.size() >= 30, "only " + tested.size() + " queries");
    assertEquals(names(Catalogue.HOME.queries().resolve("test"), ".csv"), cases().map(Catalogue.Case::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> names(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length())).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
