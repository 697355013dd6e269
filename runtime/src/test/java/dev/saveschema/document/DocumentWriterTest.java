package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class DocumentWriterTest {

    private static final Ship ARGO = new Ship("Argo", 50, List.of("Ada"), Map.of("rope", 3));

    private final DocumentWriter<Ship> writer =
            new DocumentWriter<>(Ship.ShipSchema.INSTANCE, false, LoadLimits.defaults());

    private String body(Ship ship) {
        return new String(writer.write(ship, Annotations.NONE).body(), UTF_8);
    }

    @Test
    void aBodyBeginsWithItsVersionAndLacksItsBrace() {
        assertThat(body(ARGO))
                .isEqualTo("{\"$version\":3,\"name\":\"Argo\",\"oars\":50,\"crew\":[\"Ada\"],\"cargo\":{\"rope\":3}");
    }

    @Test
    void annotationsFollowTheVersion() {
        Annotations said = new Annotations(Map.of("$schema", JsonNodeFactory.instance.stringNode("ship.json")));
        assertThat(new String(writer.write(ARGO, said).body(), UTF_8))
                .startsWith("{\"$version\":3,\"$schema\":\"ship.json\",\"name\"");
    }

    @Test
    void roomIsLeftBehindTheBody() {
        writer.leaveRoom(40);
        DocumentWriter.Written written = writer.write(ARGO, Annotations.NONE);
        assertThat(written.bytes()).hasSize(written.length() + 40);
        assertThat(written.body()).hasSize(written.length());
    }

    @Test
    void whatALoadWouldRepairIsWrittenAndNoticed() {
        assertThat(writer.write(ARGO, Annotations.NONE).isWithinLimits()).isTrue();
        DocumentWriter.Written written = writer.write(new Ship("Argo", 101, List.of(), Map.of()), Annotations.NONE);
        assertThat(written.isWithinLimits()).isFalse();
        assertThat(new String(written.body(), UTF_8)).contains("\"oars\":101");
    }

    @Test
    void whatNoLoadWouldReadIsRefusedWithItsPlaceAndTheNextSaveIsWhole() {
        Map<String, Integer> cargo = new LinkedHashMap<>();
        cargo.put("rope", null);
        assertThatThrownBy(() -> body(new Ship("Argo", 1, List.of(), cargo)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("cargo.rope: null cannot be saved");
        assertThatThrownBy(() -> body(new Ship("Argo", 1, Arrays.asList("a", null), Map.of())))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("crew[1]: null cannot be saved");
        assertThat(body(ARGO)).endsWith("\"cargo\":{\"rope\":3}");
    }

    @Test
    void severalThreadsWriteAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String name = "ship" + thread;
                all.add(threads.submit(() -> IntStream.range(0, 2_000)
                        .allMatch(round -> body(new Ship(name, round % 100, List.of(), Map.of()))
                                .equals("{\"$version\":3,\"name\":\"%s\",\"oars\":%d,\"crew\":[],\"cargo\":{}"
                                        .formatted(name, round % 100)))));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }
}
