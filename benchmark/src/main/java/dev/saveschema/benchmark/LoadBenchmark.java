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

/** From bytes to the record. All peers read the same sealed file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoadBenchmark {

    @Param({"1000", "50000"})
    int bytes;

    private final Generated saveSchema = new Generated();
    private final Databind databind = new Databind();
    private final ByHand byHand = new ByHand();
    private final CheckedTree tree = new CheckedTree();
    private byte[] compact = {};
    private byte[] pretty = {};

    @Setup
    public void write() {
        Progress progress = Samples.ofSize(bytes);
        compact = SealedBytes.seal(saveSchema.write(progress), SaveRequest.Layout.COMPACT);
        pretty = SealedBytes.seal(saveSchema.writePretty(progress), SaveRequest.Layout.PRETTY);
    }

    @Benchmark
    public Progress saveSchema() {
        return saveSchema.load(compact);
    }

    @Benchmark
    public Progress saveSchemaPretty() {
        return saveSchema.load(pretty);
    }

    @Benchmark
    public Progress saveSchemaWithSeal() {
        if (!SealedBytes.hold(compact)) {
            throw new AssertionError("the seal is broken");
        }
        return saveSchema.load(compact);
    }

    @Benchmark
    public Progress databind() {
        return databind.load(compact);
    }

    @Benchmark
    public Progress byHand() {
        return byHand.load(compact);
    }

    @Benchmark
    public Progress tree() {
        return tree.load(compact);
    }
}
