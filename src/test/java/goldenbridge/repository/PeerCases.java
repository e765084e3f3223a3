package goldenbridge.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes every canned query of the tests, with its parameters in the text, as a file {@code CASE.rq} that any engine can run:
 * {@code java … goldenbridge.repository.PeerCases FOLDER}. The golden answer of each is {@code queries/test/CASE.csv}.
 */
final class PeerCases {
  private PeerCases() {}

  public static void main(String... args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Catalogue.Case one : Catalogue.cases().toList()) {
      Files.writeString(folder.resolve(one.name() + ".rq"), one.bound().serialize());
    }
  }
}
