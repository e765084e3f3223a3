package goldenbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a made-up machine, where every java and the one mvn are scripts that write down how they were called. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
  /** All that the launcher may call; the PATH of the tests holds nothing else, above all no real java and mvn. */
  private static final List<String> TOOLS = List.of(
      "cat", "find", "grep", "head", "mkdir", "mv", "nice", "readlink", "rm", "sed", "sleep", "stat", "touch");

  private static final String JAVA = """
      #!/bin/sh
      hang() { : >"$CALLS/waiting"; while :; do sleep 0.1; done; }
      calls=$CALLS/java
      for word; do
        case $calls$word in
          *-version) echo 'openjdk version "19.0.1" 2022-10-18' >&2; exit ;;
          *-XX:AOTCacheOutput=* | *-XX:ArchiveClassesAtExit=*) calls=$CALLS/training archive=${word#*=}; sleep 1 ;;
          */java*wait) trap 'exit 42' TERM; hang ;;
          */java*read) cat ;;
        esac
      done
      { echo "$0"; pwd; printf '%s\\n' "$@"; } >"$calls.new"
      mv "$calls.new" "$calls"
      if [ "$calls" = "$CALLS/training" ]; then
        trap 'echo classes >"$archive"; exit 143' TERM
        case $* in *' serve '*) echo 'serving at http://127.0.0.1:9/'; hang ;; esac
        echo classes >"$archive"
      fi
      exit "${JAVA_EXIT:-0}"
      """;

  private static final String MAVEN = """
      #!/bin/sh
      { pwd; echo "$JAVA_HOME"; echo "$*"; } >>"$CALLS/mvn"
      cat >/dev/null
      case ${MAVEN_DOES:-build} in
        fail) echo '[ERROR] no such symbol'; echo half >target/golden-bridge.jar; exit 1 ;;
        hang) : >"$CALLS/waiting"; trap 'exit 1' TERM; while :; do sleep 0.1; done ;;
        crawl) sleep 1 ;;
      esac
      mkdir -p target && echo built >target/golden-bridge.jar
      """;

  @TempDir
  Path temp;

  private Path root;
  private Path jar;
  private Path calls;
  private Path cache;
  private final Map<String, String> environment = new TreeMap<>();

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    temp = temp.toRealPath();
    root = Files.createDirectories(temp.resolve("a program's home"));
    calls = Files.createDirectories(temp.resolve("calls"));
    cache = temp.resolve("ca che");
    jar = root.resolve("target/golden-bridge.jar");
    script(root.resolve("golden-bridge"), Files.readString(Path.of("golden-bridge"))
        .replace("/usr/lib/jvm", temp.resolve("jvm").toString())
        .replace("/Library/Java/JavaVirtualMachines", temp.resolve("macos").toString()));
    for (String tool : TOOLS) {
      script(temp.resolve("tools").resolve(tool), "#!/bin/sh\nexec " + real(tool) + " \"$@\"\n");
    }
    script(temp.resolve("maven/mvn"), MAVEN);
    environment.putAll(Map.of(
        "PATH", temp.resolve("tools") + ":" + temp.resolve("maven"),
        "HOME", temp.resolve("user").toString(),
        "XDG_CACHE_HOME", "/dev/null",
        "CALLS", calls.toString()));
    write(root.resolve("pom.xml"), "<project/>");
    write(root.resolve("src/main/java/Main.java"), "class Main {}");
    write(jar, "old");
    age(root.resolve("pom.xml"), 60);
    age(root.resolve("src/main/java/Main.java"), 60);
    age(root.resolve("src/main/java"), 60);
    age(root.resolve("src/main"), 60);
    age(jar, 30);
  }

  @Test
  void startsNewestOfAllJdks() throws Exception {
    jdk("jvm/eight", "1.8.0_392");
    jdk("jvm/seventeen", "17.0.15");
    jdk("user/.sdkman/candidates/java/twenty-one", "21.0.10");
    environment.put("JAVA_HOME", jdk("older", "21.0.9").toString());
    assertEquals("user/.sdkman/candidates/java/twenty-one/bin/java", started());
    jdk("macos/new.jdk/Contents/Home", "23");
    assertEquals("macos/new.jdk/Contents/Home/bin/java", started());
    link(temp.resolve("maven/java"), Path.of("../path/bin/java"));
    jdk("path", "24-ea");
    assertEquals("path/bin/java", started());
    environment.put("JAVA_HOME", jdk("newest", "24.0.1").toString());
    assertEquals("newest/bin/java", started());
    environment.put("GOLDEN_BRIDGE_JAVA_HOME", temp.resolve("jvm/seventeen").toString());
    assertEquals("jvm/seventeen/bin/java", started());
  }

  @Test
  void passesOverBrokenJdks() throws Exception {
    jdk("jvm/good", "17.0.1");
    Files.delete(jdk("jvm/no-java", "25.0.1").resolve("bin/java"));
    Files.delete(jdk("jvm/half-unpacked", "25.0.1").resolve("lib/modules"));
    jdk("jvm/nonsense", "new");
    write(temp.resolve("jvm/a-file"), "");
    environment.put("JAVA_HOME", "/no/such folder");
    assertEquals("jvm/good/bin/java", started());
  }

  @Test
  void asksJavaOfUnknownVersionWhenThereIsNoOther() throws Exception {
    script(temp.resolve("maven/java"), JAVA);
    jdk("jvm/eleven", "11.0.2");
    assertEquals("maven/java", started());
    jdk("jvm/seventeen", "17.0.1");
    assertEquals("jvm/seventeen/bin/java", started());
  }

  @Test
  void saysWhereItLookedForJdk() throws Exception {
    jdk("jvm/eleven", "11.0.2");
    Outcome outcome = launch("info");
    assertLineAndExit3("golden-bridge: no JDK 17 or newer found", outcome);
    for (String part : List.of("JAVA_HOME", "PATH", "sdkman", "newest found is 11.0.2", "apt-get install")) {
      assertTrue(outcome.err.contains(part), part);
    }
    environment.put("GOLDEN_BRIDGE_JAVA_HOME", "/nowhere");
    assertLineAndExit3("no JDK 17 or newer in GOLDEN_BRIDGE_JAVA_HOME=/nowhere", launch("info"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "sh"})
  void passesWordsAndExitCodeThroughLinksFromAnyFolder(String shell) throws Exception {
    jdk("jvm/one", "17.0.1");
    link(temp.resolve("links/middle"), Path.of("../a program's home/golden-bridge"));
    link(temp.resolve("far/gb"), temp.resolve("links/middle"));
    environment.put("JAVA_EXIT", "7");
    Path folder = Files.createDirectories(temp.resolve("elsewhere"));
    List<String> words = List.of("query", "a  b", "", "*", "$HOME", "Қазақстан", "한국");
    assumeTrue(Files.exists(real(shell)), "no " + shell + " on this machine");
    List<String> command = new ArrayList<>(List.of(real(shell).toString(), "../far/gb"));
    command.addAll(words);
    Outcome outcome = finish(begin(folder, command));
    assertEquals(new Outcome(7, "", ""), outcome);
    List<String> call = call("java");
    assertEquals(folder.toString(), call.get(1));
    int program = call.indexOf("-Dgoldenbridge.program=" + root);
    assertEquals("-Dgoldenbridge.terminal=false", call.get(program - 1));
    assertEquals(List.of("-jar", jar.toString()), call.subList(program + 1, program + 3));
    assertEquals(words, call.subList(program + 3, call.size()));
  }

  @Test
  void handsSignalsToTheProgram() throws Exception {
    jdk("jvm/one", "17.0.1");
    Process process = begin("wait");
    await(() -> Files.exists(calls.resolve("waiting")));
    process.toHandle().destroy();
    assertEquals(42, finish(process).exit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "src/main/java/Main.java", "src/main/resources/new.txt", "target/golden-bridge.jar"})
  void buildsWhenSourceIsNewerOrJarIsGone(String file) throws Exception {
    Path home = jdk("jvm/one", "17.0.1");
    assertEquals(new Outcome(0, "", ""), launch("info"));
    if (root.resolve(file).equals(jar)) {
      Files.delete(jar);
    } else {
      write(root.resolve(file), "changed");
    }
    Outcome outcome = launch("info");
    assertEquals("", outcome.out, "stdout is for results");
    assertTrue(outcome.err.contains("first use takes a minute"), outcome.err);
    assertEquals(List.of(root.toString(), home.toString(), "-q -DskipTests package"), call("mvn"));
    assertEquals("built\n", Files.readString(jar));
    assertEquals(new Outcome(0, "", ""), launch("info"));
    assertEquals(3, call("mvn").size(), "built once");
    try (Stream<Path> left = Files.list(root.resolve("target"))) {
      assertEquals(List.of(jar), left.toList());
    }
  }

  @Test
  void buildsNothingWithoutSources() throws Exception {
    jdk("jvm/one", "17.0.1");
    Files.move(root.resolve("src"), temp.resolve("src"));
    age(jar, 600);
    assertEquals(new Outcome(0, "", ""), launch("info"));
    Files.delete(jar);
    assertLineAndExit3("golden-bridge: " + jar + " is missing", launch("info"));
  }

  @Test
  void keepsStandardInputForTheProgram() throws Exception {
    jdk("jvm/one", "17.0.1");
    Files.delete(jar);
    Process process = begin("read");
    process.getOutputStream().write("ASK {}".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertEquals("ASK {}", finish(process).out);
  }

  @Test
  void compilesWithJdkAndRunsOnNewerRuntime() throws Exception {
    Path compiler = jdk("jvm/compiler", "17.0.1");
    Files.delete(jdk("jvm/runtime", "21.0.1").resolve("bin/javac"));
    Files.delete(jar);
    assertEquals("jvm/runtime/bin/java", started());
    assertEquals(compiler.toString(), call("mvn").get(1));
    Files.delete(compiler.resolve("bin/javac"));
    Files.delete(jar);
    assertLineAndExit3("has no javac", launch("info"));
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    jdk("jvm/one", "17.0.1");
    Files.delete(jar);
    Files.delete(temp.resolve("maven/mvn"));
    assertLineAndExit3("mvn is not on the PATH", launch("info"));
  }

  @Test
  void keepsOldJarWhenBuildFails() throws Exception {
    jdk("jvm/one", "17.0.1");
    write(root.resolve("pom.xml"), "broken");
    environment.put("MAVEN_DOES", "fail");
    for (int launches = 1; launches <= 2; launches++) {
      Outcome outcome = launch("info");
      assertEquals(3, outcome.exit);
      assertTrue(outcome.err.contains("[ERROR] no such symbol"), outcome.err);
      assertEquals(1, outcome.err.lines().filter(line -> line.contains("the build failed")).count(), outcome.err);
      assertEquals("old", Files.readString(jar));
      assertEquals(3 * launches, call("mvn").size(), "tries again");
    }
    assertFalse(Files.exists(calls.resolve("java")));
  }

  @Test
  void putsOldJarBackWhenBuildIsStopped() throws Exception {
    jdk("jvm/one", "17.0.1");
    write(root.resolve("pom.xml"), "changed");
    environment.put("MAVEN_DOES", "hang");
    Process process = begin("info");
    await(() -> Files.exists(calls.resolve("waiting")));
    process.toHandle().destroy();
    assertEquals(143, finish(process).exit);
    assertEquals("old", Files.readString(jar));
    assertFalse(Files.exists(root.resolve("target/launcher.lock")));
  }

  @Test
  void buildsOnceForTwoLaunches() throws Exception {
    jdk("jvm/one", "17.0.1");
    Files.delete(jar);
    environment.put("MAVEN_DOES", "crawl");
    Process first = begin("info");
    Process second = begin("info");
    assertEquals(0, finish(first).exit);
    assertEquals(0, finish(second).exit);
    assertEquals(3, call("mvn").size());
  }

  @Test
  void takesOverFromBuildThatWasCutOff() throws Exception {
    jdk("jvm/one", "17.0.1");
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    write(root.resolve("target/launcher.lock/pid"), dead.pid() + "\n");
    assertEquals(0, launch("info").exit);
    assertEquals("built\n", Files.readString(jar), "the jar may have been half made");
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.1, info,     -XX:ArchiveClassesAtExit, -XX:SharedArchiveFile, rehearse --home HOME",
    "25.0.1, validate, -XX:AOTCacheOutput,       -XX:AOTCache,          validate --home HOME",
    "25.0.1, serve,    -XX:AOTCacheOutput,       -XX:AOTCache,          serve --home HOME --port 0",
  })
  void makesArchiveOnceAndUsesIt(String version, String command, String makes, String uses, String run) throws Exception {
    jdk("jvm/one", version);
    environment.put("XDG_CACHE_HOME", cache.toString());
    Path stale = cache.resolve("golden-bridge" + root + "/short-17-17.0.0.1-1");
    write(stale, "");
    assertEquals(new Outcome(0, "", ""), launch(command));
    assertFalse(Files.exists(calls.resolve("training")), "the command was kept waiting");
    assertTrue(call("java").stream().noneMatch(word -> word.startsWith(uses + "=")), "not made yet");
    await(() -> !Files.exists(stale));
    String trained = String.join(" ", call("training"));
    assertTrue(trained.contains(" " + makes + "="), trained);
    assertTrue(trained.endsWith(" " + run.replace("HOME", root.toString())), trained);
    launch(command);
    String archive = call("java").stream().filter(word -> word.startsWith(uses + "=")).findFirst().orElseThrow();
    assertEquals("classes\n", Files.readString(Path.of(archive.substring(archive.indexOf('=') + 1))));
    Path archives = stale.getParent();
    assertEquals(Set.of(archive.substring(archive.lastIndexOf('/') + 1), keptFor(archives)), names(archives));
  }

  @Test
  void asksQuestionsOfTheSmallerJar() throws Exception {
    jdk("jvm/one", "17.0.1");
    Path smaller = jar.resolveSibling("golden-bridge-questions.jar");
    write(smaller, "small");
    for (String words : List.of("query x", "info", "--help", "-q sparql -", "new-source x")) {
      assertEquals(new Outcome(0, "", ""), launch(words.split(" ")));
      assertTrue(call("java").contains(smaller.toString()), words);
    }
    for (String words : List.of("serve", "-q validate x")) {
      launch(words.split(" "));
      assertTrue(call("java").contains(jar.toString()), words);
    }
  }

  @Test
  void givesEachBuildAFolderOfItsOwnForWhatItKeeps() throws Exception {
    jdk("jvm/one", "25.0.1");
    environment.put("XDG_CACHE_HOME", cache.toString());
    Path archives = cache.resolve("golden-bridge" + root);
    launch("info");
    String first = kept();
    assertEquals(archives.resolve(keptFor(archives)).toString(), first);
    assertTrue(Files.isDirectory(Path.of(first)));
    launch("validate");
    assertEquals(first, kept());
    write(jar, "another build");
    launch("info");
    assertFalse(first.equals(kept()));
    environment.put("XDG_CACHE_HOME", "/dev/null");
    launch("info");
    assertTrue(call("java").stream().noneMatch(word -> word.startsWith("-Dgoldenbridge.kept")));
  }

  private String kept() throws IOException {
    return call("java").stream().filter(word -> word.startsWith("-Dgoldenbridge.kept=")).findFirst().orElseThrow().substring("-Dgoldenbridge.kept=".length());
  }

  private static String keptFor(Path archives) throws IOException {
    return names(archives).stream().filter(name -> name.startsWith("kept.")).findFirst().orElseThrow();
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      return left.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  @Test
  void doesNotInsistWhenArchiveCannotBeMade() throws Exception {
    jdk("jvm/one", "25.0.1");
    environment.put("XDG_CACHE_HOME", cache.toString());
    environment.put("JAVA_EXIT", "5");
    launch("info");
    await(() -> Files.exists(calls.resolve("training")));
    Files.delete(calls.resolve("training"));
    assertEquals(5, launch("info").exit);
    TimeUnit.MILLISECONDS.sleep(1500);
    assertFalse(Files.exists(calls.resolve("training")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "query x              |               | -XX:+UseSerialGC -XX:TieredStopAtLevel=1",
    "query serve          | -Xmx64m       | -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m",
    "-q query --home serve | -XX:+UseG1GC | -XX:TieredStopAtLevel=1 -XX:+UseG1GC",
    "validate             |               | -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-DontCompileHugeMethods",
    "serve --port 0       |               | -XX:-DontCompileHugeMethods",
    "-v serve --home x    | -Xmx64m       | -XX:-DontCompileHugeMethods -XX:+UseSerialGC -Xmx64m",
    "serve                | -Xmx4g -Da=*  | -XX:-DontCompileHugeMethods -Xmx4g -Da=*",
  })
  void choosesJvmOptionsByCommand(String words, String options, String expected) throws Exception {
    jdk("jvm/one", "17.0.1");
    if (options != null) {
      environment.put("GOLDEN_BRIDGE_JAVA_OPTS", options);
    }
    assertEquals(new Outcome(0, "", ""), launch(words.split(" ")));
    List<String> call = call("java");
    assertTrue(call.contains("-Dfile.encoding=UTF-8"));
    Set<String> found = call.subList(2, call.indexOf("-Dgoldenbridge.program=" + root)).stream()
        .filter(word -> word.matches("-Xmx.*|-Da=.*|-XX:.*GC|-XX:Tiered.*|-XX:.*Huge.*"))
        .collect(Collectors.toSet());
    assertEquals(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")), found);
  }

  // ---- The made-up machine

  private static Path real(String tool) {
    Path path = Path.of("/usr/bin", tool);
    return Files.exists(path) ? path : Path.of("/bin", tool);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text);
    assertTrue(file.toFile().setExecutable(true));
  }

  private static void link(Path link, Path target) throws IOException {
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, target);
  }

  private static void age(Path file, long seconds) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
  }

  private Path jdk(String folder, String version) throws IOException {
    Path home = temp.resolve(folder);
    script(home.resolve("bin/java"), JAVA);
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    write(home.resolve("lib/modules"), "");
    write(home.resolve("release"), """
        IMPLEMENTOR="Nobody"
        JAVA_RUNTIME_VERSION="%s+1"
        JAVA_VERSION="%s"
        MODULES="java.base"
        """.formatted(version, version));
    return home;
  }

  // ---- Runs

  private Process begin(Path folder, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Reads to the end of both streams, so it also waits for whatever the launcher might have left holding them. */
  private static Outcome finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private Process begin(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(root.resolve("golden-bridge").toString()));
    command.addAll(List.of(words));
    return begin(root, command);
  }

  private Outcome launch(String... words) throws Exception {
    return finish(begin(words));
  }

  /** The java that a launch starts, below the made-up machine's root. */
  private String started() throws Exception {
    assertEquals(0, launch("info").exit);
    return temp.relativize(Path.of(call("java").get(0))).toString();
  }

  private List<String> call(String program) throws IOException {
    return Files.readAllLines(calls.resolve(program));
  }

  private static void assertLineAndExit3(String part, Outcome outcome) {
    assertEquals(3, outcome.exit);
    assertEquals(1, outcome.err.lines().count(), outcome.err);
    assertTrue(outcome.err.startsWith("golden-bridge: ") && outcome.err.contains(part), outcome.err);
    assertEquals("", outcome.out);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(30);
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "waited 30 seconds");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
