package goldenbridge.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's version as its jar states it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"golden-bridge " + number(), "Java " + Runtime.version()};
  }

  /** {@code development} when the program runs from class files. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");
  }
}
