package goldenbridge.cli;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import goldenbridge.fault.Place;
import goldenbridge.fault.Problem;
import goldenbridge.graph.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** {@code new-source SLUG}: a frame for a source, to be filled in by a curator. */
final class NewSourceCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final Given<String> slug = Given.word(spec, "SLUG", "The source's short name, such as paper-2024-06-12; also that of its file.");

  private final Given<String> title = Given.option(spec, String.class, OptionSpec.builder("--title").paramLabel("TEXT").required(true)
      .description("The headline as printed."));

  private final Given<String> url = Given.option(spec, String.class, OptionSpec.builder("--url").paramLabel("URL").required(true)
      .description("Where it was published."));

  private final Given<String> date = Given.option(spec, String.class, OptionSpec.builder("--date").paramLabel("DATE")
      .description("When it was published: a day, a month or a year, if it is printed."));

  private final Given<String> language = Given.option(spec, String.class, OptionSpec.builder("--text-lang").paramLabel("TAG").defaultValue("en")
      .description("Language of the text (default: ${DEFAULT-VALUE})."));

  private final Given<Integer> passages = Given.option(spec, Integer.class, OptionSpec.builder("--passages").paramLabel("N").defaultValue("1")
      .description("How many paragraphs it has (default: ${DEFAULT-VALUE})."));

  NewSourceCommand(Cli cli) {
    super(cli, "new-source", "Write the frame of a source: its description, a graph for each passage, a curation.");
  }

  @Override
  public Integer call() {
    check();
    String slug = this.slug.known();
    Home folder = home.home();
    Path file = folder.data().resolve("sources").resolve(slug + ".trig");
    if (Files.exists(file)) {
      throw Problem.badInput("source-exists", "there is a source \"" + slug + "\"", "choose another name").at(Place.of(folder.show(file))).raise();
    }
    String text = text(folder.sourceFrame(), folder);
    WholeFile.write(cli.streams(), file, out -> new PrintStream(out, true, StandardCharsets.UTF_8).print(text));
    cli.streams().out().println(folder.show(file));
    cli.say("golden-bridge: fill in each passage, then run validate " + folder.show(file));
    return ExitCode.DONE.number();
  }

  /** The frame is the graph's own: how a source is described is no business of the program. */
  private String text(Path template, Home folder) {
    Map<String, Object> values = new HashMap<>(Map.of("slug", slug.known(), "title", escaped(title.known()), "url", escaped(url.known()),
        "language", language.known(), "passages", passages.known()));
    date.value().ifPresent(day -> {
      values.put("date", day);
      values.put("dateType", day.length() == 4 ? "gYear" : day.length() == 7 ? "gYearMonth" : "date");
    });
    try (Reader reader = Files.newBufferedReader(template, StandardCharsets.UTF_8); StringWriter text = new StringWriter()) {
      Configuration plain = new Configuration(Configuration.VERSION_2_3_34);
      plain.setNumberFormat("computer");
      plain.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
      plain.setLogTemplateExceptions(false);
      new Template(template.getFileName().toString(), reader, plain).process(values, text);
      return text.toString();
    } catch (IOException | TemplateException unusable) {
      throw Problem.badData("no-template", "the frame of a source cannot be used (" + unusable.getClass().getSimpleName() + ")",
          Place.of(folder.show(template)), "add it, or mend it as a FreeMarker template").raise();
    }
  }

  /** A text inside quotes of Turtle. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ");
  }

  private void check() {
    if (!slug.known().matches("[a-z0-9][a-z0-9-]*")) {
      throw Problem.badInput("usage", "\"" + slug.known() + "\" cannot be the name of a source", "use small letters, digits and hyphens").raise();
    }
    if (passages.known() < 1 || passages.known() > 999) {
      throw Problem.badInput("usage", "--passages " + passages.known() + " is no number of paragraphs", "give 1 to 999").raise();
    }
    date.value().filter(day -> !day.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")).ifPresent(day -> {
      throw Problem.badInput("usage", "--date " + day + " is no date", "write 2024-06-12, 2024-06 or 2024").raise();
    });
    if (!url.known().matches("(?i)https?://\\S+")) {
      throw Problem.badInput("usage", "--url " + url.known() + " is no address", "write it in full, with https://").raise();
    }
  }
}
