package dev.saveschema.benchmark;

import dev.saveschema.storage.SaveRequest;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the record to bytes, without white space unless a benchmark says otherwise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WriteBenchmark {

    @Param({"1000", "50000"})
    int bytes;

    private final Generated saveSchema = new Generated();
    private final Databind databind = new Databind();
    private final ByHand byHand = new ByHand();
    private final CheckedTree tree = new CheckedTree();
    private Progress progress = Samples.ofSize(0);

    @Setup
    public void make() {
        progress = Samples.ofSize(bytes);
    }

    @Benchmark
    public byte[] saveSchema() {
        return saveSchema.write(progress);
    }

    @Benchmark
    public byte[] saveSchemaPretty() {
        return saveSchema.writePretty(progress);
    }

    @Benchmark
    public byte[] saveSchemaWithSeal() {
        return SealedBytes.seal(saveSchema.write(progress), SaveRequest.Layout.COMPACT);
    }

    @Benchmark
    public byte[] databind() {
        return databind.write(progress);
    }

    @Benchmark
    public byte[] byHand() {
        return byHand.write(progress);
    }

    @Benchmark
    public byte[] tree() {
        return tree.write(progress);
    }
}
