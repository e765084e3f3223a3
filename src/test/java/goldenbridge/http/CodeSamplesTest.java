package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import goldenbridge.about.CodeSample;
import goldenbridge.about.CodeSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples are run by the languages that are installed; Java always is. */
class CodeSamplesTest {
  private static Served served;

  @TempDir
  private static Path folder;

  @BeforeAll
  static void serve() {
    served = Served.world();
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @CsvSource({"Shell, sh, sample.sh", "Python, python3, sample.py", "R, Rscript, sample.R", "JavaScript, node, sample.mjs", "Java, java, Ask.java"})
  void aSampleAsksForExactlyWhatWasGiven(String lang, String command, String file) throws Exception {
    String program = command.equals("java") ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : command;
    assumeTrue(isInstalled(program) && (!command.equals("sh") || isInstalled("curl")), command + " is not installed");
    List<CodeSample> samples = CodeSamples.of("http://127.0.0.1:" + served.service.port() + "/queries/honey", CodeSamples.Table.YES,
        Map.of("hive", List.of("참나무 벌통")));
    String answer = run(program, lang, file, samples);
    assertTrue(answer.contains("15.5"), answer);
    assertTrue(!answer.contains("id/elm"), answer);
    // A value that would end a quotation, and with it the sample, is still nothing but a value: it names nothing here.
    run(program, lang, file, CodeSamples.of("http://127.0.0.1:" + served.service.port() + "/search", CodeSamples.Table.YES,
        Map.of("q", List.of("x'; \"$(echo)\" \\ & 벌"), "lang", List.of("ko"))));
  }

  private static String run(String program, String lang, String file, List<CodeSample> samples) throws IOException, InterruptedException {
    Path path = folder.resolve(file);
    String source = samples.stream().filter(sample -> sample.lang().equals(lang)).findFirst().orElseThrow().source();
    Files.writeString(path, source);
    // The encoding of the test's own shell must not matter.
    ProcessBuilder builder = new ProcessBuilder(program, path.toString()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().keySet().removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).endsWith("_proxy"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    assertEquals(0, process.exitValue(), source + "\n" + said);
    return said;
  }

  private static boolean isInstalled(String program) {
    return Stream.concat(Stream.of(""), Stream.of(System.getenv("PATH").split(":")).map(place -> place + "/"))
        .anyMatch(place -> Files.isExecutable(Path.of(place + program)) && (!place.isEmpty() || program.startsWith("/")));
  }
}
