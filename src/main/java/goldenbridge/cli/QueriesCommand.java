package goldenbridge.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import goldenbridge.fault.Problem;
import goldenbridge.query.DescribedQuery;
import goldenbridge.query.Parameter;
import goldenbridge.query.QueryCatalog;
import goldenbridge.rdf.Format;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;

/** {@code queries}: the catalogue; reads no data. */
final class QueriesCommand extends Command {
  private final HomeOption home = new HomeOption(spec);

  private final OutputOption output = new OutputOption(spec);

  private final Given<String> tag = Given.option(spec, String.class, OptionSpec.builder("--tag").paramLabel("TAG")
      .description("Only queries with this tag."));

  QueriesCommand(Cli cli) {
    super(cli, "queries", "List the canned queries.");
  }

  @Override
  public Integer call() {
    List<DescribedQuery> queries = QueryCatalog.of(home.home().queries()).described().stream()
        .filter(query -> tag.value().map(query.header().tags()::contains).orElse(true)).toList();
    Format format = output.format().orElse(Format.TABLE);
    String text = switch (format) {
      case TABLE -> table(queries);
      case JSON -> json(queries);
      default -> throw Problem.badInput("format-mismatch", "format " + format.label() + " cannot carry the catalogue", "choose table or json").raise();
    };
    output.write(cli.streams(), out -> WholeFile.print(out, text));
    return ExitCode.DONE.number();
  }

  private String table(List<DescribedQuery> queries) {
    List<List<String>> rows = queries.stream().map(query -> List.of(query.name(), query.header().summary(output.language()),
        query.parameters().stream().map(QueriesCommand::shown).collect(Collectors.joining(" ")))).toList();
    return TableWriter.table(List.of("query", "question", "parameters"), rows, output.toTerminal() ? Terminal.width() : TableWriter.UNLIMITED);
  }

  private static String shown(Parameter parameter) {
    String assignment = parameter.name() + "=" + parameter.type().label();
    return parameter.presence() == Parameter.Presence.REQUIRED ? assignment : "[" + assignment + "]";
  }

  private String json(List<DescribedQuery> queries) {
    JsonArray all = new JsonArray();
    queries.forEach(query -> {
      JsonObject one = new JsonObject();
      one.addProperty("name", query.name());
      one.addProperty("summary", query.header().summary(output.language()));
      one.addProperty("description", query.header().description());
      JsonArray tags = new JsonArray();
      query.header().tags().forEach(tags::add);
      one.add("tags", tags);
      JsonArray parameters = new JsonArray();
      query.parameters().forEach(parameter -> parameters.add(json(parameter)));
      one.add("params", parameters);
      all.add(one);
    });
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(all) + "\n";
  }

  private static JsonObject json(Parameter parameter) {
    JsonObject one = new JsonObject();
    one.addProperty("name", parameter.name());
    one.addProperty("type", parameter.type().label());
    one.addProperty("required", parameter.presence() == Parameter.Presence.REQUIRED);
    one.addProperty("multiple", parameter.count() == Parameter.Count.MANY);
    one.addProperty("description", parameter.description());
    parameter.defaultValue().ifPresent(value -> one.addProperty("default", value));
    parameter.example().ifPresent(value -> one.addProperty("example", value));
    JsonArray choices = new JsonArray();
    parameter.choices().forEach(choices::add);
    if (!choices.isEmpty()) {
      one.add("enum", choices);
    }
    return one;
  }
}
