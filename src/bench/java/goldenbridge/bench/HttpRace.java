package goldenbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests a second over loopback, side by side: this program, Fuseki as it comes, RDF4J's memory store behind a thin handler, and a
 * bare Jetty that knows one body; asked by {@code wrk} for the same again and for something new each time. All servers are up
 * at once and are asked in turn, round after round; a cell is the median of its rounds. {@code -Dseconds=N} is the time of a cell in a
 * round, {@code -Drounds=N} their number, {@code -Dwarm=N} the seconds that
 * each server runs before it is measured, {@code -Dquestions=lookup,range,top-ten} what is asked anew, {@code -Dquads=N} the size, {@code -Dheap=512m} the heap of each server,
 * {@code -Dpeers=ours,rdf4j} who runs, {@code ours} first.
 */
public final class HttpRace {
  private static final int SECONDS = Integer.getInteger("seconds", 4);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final String HEAP = System.getProperty("heap", "1g");
  private static final List<Integer> CONNECTIONS = List.of(1, 16, 128);
  private static final int WARM = Integer.getInteger("warm", 30);
  private static final List<String> QUESTIONS = List.of(System.getProperty("questions", "lookup,range,top-ten").split(","));
  private static final List<String> PEERS = List.of(System.getProperty("peers", "ours,fuseki,rdf4j").split(","));
  private static final String JSON = "application/sparql-results+json";

  private HttpRace() {}

  /** What {@code wrk} found in one go. */
  private record Cell(double perSecond, double median, double late, double work, long bad) {}

  /** A server and how to end it. */
  private record Running(String name, Process process, int port) {
    static Running start(String name, Path home, Path body) throws IOException {
      List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + HEAP, "-cp", System.getProperty("java.class.path")));
      if (!name.equals("fuseki")) {
        command.add("-XX:-DontCompileHugeMethods"); // as the launcher has it, for those that are not meant to be as they come
      }
      command.addAll(List.of("goldenbridge.bench.ServerProcess", name, home.toString(), body.toString()));
      Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("port ")) {
          return new Running(name, process, Integer.parseInt(line.substring(5)));
        }
      }
      throw new IOException(name + " did not start");
    }

    String address(String query) {
      return "http://127.0.0.1:" + port + "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** Microseconds of processor time until now; the kernel counts them by hundredths of a second. */
    long work() throws IOException {
      String[] fields = Files.readString(Path.of("/proc/" + process.pid() + "/stat")).replaceAll(".*\\) ", "").split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
    }

    /** Megabytes that the process holds. */
    long memory() throws IOException {
      Matcher resident = Pattern.compile("VmRSS:\\s+(\\d+)").matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
      return resident.find() ? Long.parseLong(resident.group(1)) / 1024 : -1;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Quick.home(Integer.getInteger("quads", 50_000));
    Path body = Files.createTempFile("body", ".json");
    List<Running> servers = new ArrayList<>();
    try {
      for (String name : PEERS) {
        servers.add(Running.start(name, home, body));
      }
      Files.write(body, answer(servers.get(0), text("lookup")));
      servers.add(Running.start("jetty", home, body));
      System.out.printf("%s %s, %s, %d processors, %s quads, -Xmx%s, %d x %d s%n%n", System.getProperty("java.vm.name"), System.getProperty("java.version"),
          System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors(), Files.readString(home.resolve("count")), HEAP, ROUNDS, SECONDS);
      table("the same again (lookup, " + Files.size(body) + " bytes)", servers, server -> script(server, text("lookup"), ""));
      servers.remove(servers.size() - 1).process.destroy();
      for (String question : QUESTIONS) {
        table("something new each time (" + question + ")", servers, server -> script(server, text(question), fresh(question)));
      }
      for (Running server : servers) {
        System.out.printf("%s holds %d MB%n", server.name, server.memory());
      }
    } finally {
      servers.forEach(server -> server.process.destroy());
    }
  }

  private interface Scripts {
    Path of(Running server) throws IOException;
  }

  private static void table(String title, List<Running> servers, Scripts scripts) throws IOException, InterruptedException {
    Map<String, List<Cell>> cells = new LinkedHashMap<>();
    for (Running server : servers) {
      wrk(scripts.of(server), server, 16, WARM); // so that all are compiled
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int connections : CONNECTIONS) {
        for (Running server : servers) {
          cells.computeIfAbsent(server.name + connections, key -> new ArrayList<>()).add(wrk(scripts.of(server), server, connections, SECONDS));
        }
      }
    }
    System.out.println("| " + title + " | 1 connection: requests/s, p50, p99 ms, µs of processor | 16 | 128 | ours / it |\n|---|---|---|---|---|");
    for (Running server : servers) {
      StringBuilder line = new StringBuilder("| " + server.name);
      StringBuilder ratios = new StringBuilder();
      for (int connections : CONNECTIONS) {
        Cell cell = median(cells.get(server.name + connections));
        line.append(String.format(Locale.ROOT, " | %,.0f, %.2f, %.2f, %,.0f%s", cell.perSecond, cell.median, cell.late, cell.work, cell.bad > 0 ? " (" + cell.bad + " bad)" : ""));
        ratios.append(String.format(Locale.ROOT, "%s%.2f", ratios.isEmpty() ? "" : ", ", median(cells.get("ours" + connections)).perSecond / cell.perSecond));
      }
      System.out.println(line + " | " + ratios + " |");
    }
    System.out.println();
  }

  private static Cell median(List<Cell> cells) {
    return cells.stream().sorted(Comparator.comparingDouble(Cell::perSecond)).toList().get(cells.size() / 2);
  }

  private static String text(String question) {
    return Question.all().stream().filter(known -> known.name().equals(question)).findFirst().orElseThrow().text();
  }

  /** The Lua that makes each query another one: a lookup of another entity, and always another text. */
  private static String fresh(String question) {
    String entity = question.equals("lookup") ? "  path = path:gsub('e7', 'e' .. (n * 7919 % 3000), 1)\n" : "";
    return "local n = " + System.nanoTime() % 1_000_000_000 + "\nlocal start = wrk.path\nrequest = function()\n  n = n + 1\n  local path = start\n" + entity
        + "  return wrk.format('GET', path .. '%20%23' .. n)\nend\n";
  }

  private static Path script(Running server, String query, String lua) throws IOException {
    Path script = Files.createTempFile("ask", ".lua");
    script.toFile().deleteOnExit();
    String path = URI.create(server.address(query)).getRawPath() + "?" + URI.create(server.address(query)).getRawQuery();
    return Files.writeString(script, "wrk.path = '" + path + "'\nwrk.headers['Accept'] = '" + JSON + "'\n" + lua);
  }

  private static byte[] answer(Running server, String query) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(server.address(query))).header("Accept", JSON).build(),
        HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  private static Cell wrk(Path script, Running server, int connections, int seconds) throws IOException, InterruptedException {
    long before = server.work();
    Process process = new ProcessBuilder("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", "20s", "--latency", "-s", script.toString(),
        "http://127.0.0.1:" + server.port).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return new Cell(number(said, "Requests/sec:\\s+([\\d.]+)()"), number(said, "50%\\s+([\\d.]+)(us|ms|s)"), number(said, "99%\\s+([\\d.]+)(us|ms|s)"),
        (server.work() - before) / Math.max(1, number(said, "(\\d+) requests in ()")), said.contains("Non-2xx") ? (long) number(said, "Non-2xx or 3xx responses: (\\d+)()") : 0);
  }

  /** A number of {@code wrk}'s, times in milliseconds. */
  private static double number(String said, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(said);
    if (!found.find()) {
      throw new IllegalStateException(said);
    }
    return Double.parseDouble(found.group(1)) * switch (found.group(2)) {
      case "us" -> 0.001;
      case "s" -> 1000;
      default -> 1;
    };
  }
}
