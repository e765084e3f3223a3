package goldenbridge;

import goldenbridge.cli.Cli;
import goldenbridge.cli.Streams;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Starts the command line; the only place that ends the process. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    // Straight to the descriptors: System.out would encode in the platform's charset.
    Streams streams = Streams.of(System.in, new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    System.exit(Cli.run(streams, args));
  }
}
