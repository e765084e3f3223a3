package goldenbridge.cli;

import goldenbridge.fault.Problem;
import goldenbridge.query.RemoteRunner;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whether a query runs here or on another endpoint. */
final class EndpointOption {
  private final Given<String> address;

  EndpointOption(CommandSpec command) {
    address = Given.option(command, String.class, OptionSpec.builder("--endpoint").paramLabel("URL")
        .description("Run the query on another SPARQL 1.1 endpoint; names and parameters are still looked up here."));
  }

  /** @throws goldenbridge.fault.ProblemException when evidence is wanted too: only the graph at hand can be traced */
  Optional<RemoteRunner> remote(EvidenceOption evidence) {
    if (address.value().isPresent() && evidence.wanted()) {
      throw Problem.badInput("usage", "--evidence needs the graph at hand and --endpoint asks another one", "leave one of them out").raise();
    }
    return address.value().map(RemoteRunner::at);
  }
}
