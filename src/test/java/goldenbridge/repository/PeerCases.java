package goldenbridge.repository;

import goldenbridge.query.Answer;
import goldenbridge.query.AnswerWriter;
import goldenbridge.query.Limits;
import goldenbridge.query.QueryRunner;
import goldenbridge.rdf.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes every canned query of the tests, with its parameters in the text, as a file {@code CASE.rq} that any engine can run, and what
 * is to be answered on the {@link Part} of the sources as {@code golden/CASE.csv}: {@code java … goldenbridge.repository.PeerCases FOLDER}.
 */
final class PeerCases {
  private PeerCases() {}

  public static void main(String... args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Path golden = Files.createDirectories(folder.resolve("golden"));
    AnswerWriter writer = new AnswerWriter(iri -> Part.SNAPSHOT.labels().known(iri, "en"), AnswerWriter.Envelope.NONE);
    for (Catalogue.Case one : Catalogue.cases().toList()) {
      Files.writeString(folder.resolve(one.name() + ".rq"), one.bound().serialize());
      Answer answer = QueryRunner.run(Part.SNAPSHOT.dataset(), one.bound(), Limits.DEFAULT);
      try (OutputStream out = Files.newOutputStream(golden.resolve(one.name() + ".csv"))) {
        writer.write(answer, Format.CSV, out);
      }
    }
  }
}
