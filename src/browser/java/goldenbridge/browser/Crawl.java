package goldenbridge.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a site from its home page on: every page once, and of other views of a page (its next rows, another format, without evidence) a
 * sample by chance of each {@linkplain #shape shape}, since every page has a dozen of them that differ in nothing but their content.
 */
final class Crawl {
  private static final Pattern LINK = Pattern.compile("\\s(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
  private static final Pattern PART = Pattern.compile("<(?:script|img|link rel=\"stylesheet\"|link rel=\"icon\")[^>]*\\s(?:href|src)=\"([^\"]*)\"");
  /** Of a shape so many addresses are read, and one in {@link #SHARE} when there are more. */
  private static final int FEWEST = 5;
  private static final int SHARE = 200;
  private static final int READERS = 4;

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;
  private final Random chance;
  private final Map<String, Page> pages = new TreeMap<>();
  /** Views by shape that were met and not read, and how many of each shape were. */
  private final Map<String, Set<String>> views = new TreeMap<>();
  private final Map<String, Integer> read = new HashMap<>();

  /**
   * What came from an address.
   *
   * @param bytes on the line, compressed
   * @param ids to which links may lead
   * @param links to addresses of the site, with their fragments
   * @param parts scripts, styles and pictures that the page loads
   */
  record Page(String address, int status, int bytes, Set<String> ids, Set<String> links, Set<String> parts) {}

  private Crawl(String root, long seed) {
    this.root = root;
    this.chance = new Random(seed);
  }

  /** All that can be reached from the root, by address; the same seed reads the same. */
  static Map<String, Page> of(String root, long seed) {
    Crawl crawl = new Crawl(root, seed);
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      Collection<String> next = List.of(root);
      while (!next.isEmpty()) {
        next = crawl.next(crawl.read(next, readers));
      }
      return crawl.pages;
    } catch (InterruptedException | ExecutionException broken) {
      throw new IllegalStateException(root, broken);
    } finally {
      readers.shutdownNow();
    }
  }

  static String bare(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  private List<Page> read(Collection<String> addresses, ExecutorService readers) throws InterruptedException, ExecutionException {
    List<Page> found = new ArrayList<>();
    for (Future<Page> one : readers.invokeAll(addresses.stream().<Callable<Page>>map(address -> () -> read(address)).toList())) {
      found.add(one.get());
      pages.put(one.get().address(), one.get());
    }
    return found;
  }

  /** The pages that are linked for the first time, else some of the views. */
  private Collection<String> next(List<Page> found) {
    Set<String> fresh = new TreeSet<>();
    found.stream().flatMap(page -> page.links().stream()).map(Crawl::bare).filter(to -> isAsked(to) && !pages.containsKey(to)).forEach(to -> {
      String shape = shape(to.substring(root.length()));
      if (shape.isEmpty()) {
        fresh.add(to);
      } else {
        views.computeIfAbsent(shape, first -> new TreeSet<>()).add(to);
      }
    });
    return fresh.isEmpty() ? some() : fresh;
  }

  private Set<String> some() {
    Set<String> some = new TreeSet<>();
    views.forEach((shape, met) -> {
      int had = read.getOrDefault(shape, 0);
      met.removeIf(pages::containsKey);
      List<String> mixed = new ArrayList<>(met);
      Collections.shuffle(mixed, chance);
      int more = Math.min(mixed.size(), Math.max(FEWEST, (mixed.size() + had) / SHARE) - had);
      if (more > 0) {
        some.addAll(mixed.subList(0, more));
        read.put(shape, had + more);
      }
    });
    return some;
  }

  /** What an address has in common with all that show a thing in the same way; {@code ""} for the page of the thing itself. */
  private static String shape(String path) {
    int mark = path.indexOf('?');
    String bare = mark < 0 ? path : path.substring(0, mark);
    String suffix = bare.startsWith("queries/") && bare.contains(".") ? bare.substring(bare.lastIndexOf('.')) : "";
    String names = mark < 0 ? "" : Stream.of(path.substring(mark + 1).split("&")).map(pair -> pair.startsWith("format=") ? pair : pair.replaceAll("=.*", ""))
        .sorted().collect(Collectors.joining("&"));
    return suffix.isEmpty() && names.isEmpty() ? "" : bare.replaceAll("/.*", "") + (bare.contains("%23") ? "#" : "") + suffix + "?" + names;
  }

  /** Neither the choice of a language nor a text for the editor. */
  private boolean isAsked(String address) {
    String path = address.substring(root.length());
    return !path.startsWith("language?") && !path.matches("sparql\\?.*");
  }

  private Page read(String address) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*;q=0.1")
        .header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
    String text = response.headers().firstValue("Content-Type").orElse("").startsWith("text/html") ? text(response) : "";
    return new Page(address, response.statusCode(), response.body().length, found(ID, text), addresses(LINK, text, address), addresses(PART, text, address));
  }

  private static String text(HttpResponse<byte[]> response) throws IOException {
    boolean packed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    return new String(packed ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes() : response.body(), StandardCharsets.UTF_8);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(HashSet::new));
  }

  /** Addresses of this site. */
  private Set<String> addresses(Pattern pattern, String text, String page) {
    URI base = URI.create(page);
    return found(pattern, text).stream().map(link -> {
      String plain = link.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\"");
      // Java's URI drops the last name of the path before a bare query; RFC 3986 keeps it.
      return plain.startsWith("#") ? page + plain
          : base.resolve(plain.isEmpty() || plain.startsWith("?") ? page.replaceAll("\\?.*", "") + plain : plain).toString();
    }).filter(to -> to.startsWith(root)).collect(Collectors.toSet());
  }
}
