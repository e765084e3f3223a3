package goldenbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One question, one engine, one size: milliseconds for an answer read whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class QuestionBenchmark {
  @Param({"50000"})
  int quads;

  @Param({"ours", "tdb2", "rdf4j"})
  String peer;

  @Param({"lookup", "provenance", "about", "disputes", "range", "top-ten", "two-hops", "optionals", "text", "counts", "path", "exists", "series"})
  String question;

  private Peer loaded;
  private IntSupplier asked;

  @Setup
  public void load() throws IOException {
    Path home = Quick.home(quads);
    loaded = Quick.maker(peer).load(home);
    asked = loaded.prepare(Question.all().stream().filter(known -> known.name().equals(question)).findFirst().orElseThrow());
  }

  @TearDown
  public void close() {
    loaded.close();
  }

  @Benchmark
  public int answer() {
    return asked.getAsInt();
  }
}
