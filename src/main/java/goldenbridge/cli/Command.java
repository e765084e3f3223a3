package goldenbridge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command of the line. It tells picocli its options in plain calls: of annotations Java makes classes at every start, which
 * took longer than anything else that a short command does.
 */
abstract class Command implements Callable<Integer> {
  final Cli cli;
  final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  Command(Cli cli, String name, String description) {
    this.cli = cli;
    spec.name(name);
    spec.usageMessage().description(description);
    Given.standard(spec);
  }
}
