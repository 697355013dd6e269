package dev.saveschema.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.SaveRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The peers that are measured side by side do the same work. */
final class PeersTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Generated saveSchema = new Generated();

    @ParameterizedTest
    @ValueSource(ints = {1_000, 50_000})
    void aSaveIsAsLargeAsItsNameSays(int bytes) {
        assertThat(saveSchema.write(Samples.ofSize(bytes)).length).isBetween(bytes * 9 / 10, bytes * 12 / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 50_000})
    void allPeersLoadTheSame(int bytes) {
        Progress progress = Samples.ofSize(bytes);
        byte[] compact = SealedBytes.seal(saveSchema.write(progress), SaveRequest.Layout.COMPACT);
        byte[] pretty = SealedBytes.seal(saveSchema.writePretty(progress), SaveRequest.Layout.PRETTY);
        for (Peer peer : new Peer[] {saveSchema, new Databind(), new ByHand(), new CheckedTree()}) {
            assertThat(peer.load(compact)).isEqualTo(progress);
            assertThat(peer.load(pretty)).isEqualTo(progress);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 50_000})
    void allPeersWriteTheSame(int bytes) {
        Progress progress = Samples.ofSize(bytes);
        JsonNode ours = withoutOurMembers(SealedBytes.seal(saveSchema.write(progress), SaveRequest.Layout.COMPACT));
        for (Peer peer : new Peer[] {new Databind(), new ByHand(), new CheckedTree()}) {
            assertThat(JSON.readTree(peer.write(progress))).isEqualTo(ours);
        }
    }

    private static JsonNode withoutOurMembers(byte[] save) {
        ObjectNode root = (ObjectNode) JSON.readTree(save);
        root.remove("$version");
        root.remove("$save");
        return root;
    }

    @Test
    void everyBenchmarkRuns() {
        LoadBenchmark load = new LoadBenchmark();
        load.bytes = 1_000;
        load.write();
        Progress expected = Samples.ofSize(1_000);
        assertThat(load.saveSchema()).isEqualTo(expected);
        assertThat(load.saveSchemaWithSeal()).isEqualTo(expected);
        assertThat(load.saveSchemaPretty()).isEqualTo(expected);
        assertThat(load.databind()).isEqualTo(expected);
        assertThat(load.byHand()).isEqualTo(expected);
        assertThat(load.tree()).isEqualTo(expected);

        WriteBenchmark write = new WriteBenchmark();
        write.bytes = 1_000;
        write.make();
        assertThat(write.saveSchema()).isEqualTo(saveSchema.write(expected));
        assertThat(SealedBytes.hold(write.saveSchemaWithSeal())).isTrue();
        assertThat(write.saveSchemaPretty()).isEqualTo(saveSchema.writePretty(expected));
        assertThat(write.databind()).isEqualTo(new Databind().write(expected));
        assertThat(write.byHand()).isEqualTo(new ByHand().write(expected));
        assertThat(write.tree()).isEqualTo(new CheckedTree().write(expected));
    }
}
