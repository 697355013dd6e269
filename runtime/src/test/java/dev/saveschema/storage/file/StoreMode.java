package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.StorageOptions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The ways in which the stores of an enumeration are opened, with the invariants that hold for each. */
enum StoreMode {
    /** One store at a time, with seals. */
    USUAL(options -> options),
    /** Several stores at a time: a file that another program wrote meanwhile is refused, and not replaced. */
    SHARED(StorageOptions::forSeveral) {
        @Override
        List<Workload> workloads() {
            return Workload.ALL.stream()
                    .filter(workload ->
                            workload != Workload.EDITED_WHILE_OPEN && workload != Workload.REPLACED_WHILE_OPEN)
                    .toList();
        }
    },
    /** Without seals: any file that reads is a save, and so a backup that goes when newer ones come. */
    PLAIN(options -> options.sealed(false)) {
        @Override
        SaveRequest request(String word, Keep... keep) {
            String whole = new String(Words.body(word), UTF_8) + "\n}\n";
            return new SaveRequest(whole.getBytes(UTF_8), SaveRequest.Layout.PRETTY, List.of(keep));
        }

        @Override
        Map<String, byte[]> precious(Scene scene, String chosen) {
            Map<String, byte[]> precious = new LinkedHashMap<>(scene.precious(chosen));
            precious.keySet().retainAll(scene.isLiveUnreadable() ? List.of(Scene.LIVE) : List.of());
            return precious;
        }

        @Override
        boolean tellsEdits() {
            return false;
        }
    };

    private final StorageOptions options;

    StoreMode(UnaryOperator<StorageOptions> with) {
        this.options = with.apply(new StorageOptions(1 << 20, Duration.ZERO));
    }

    StorageOptions options() {
        return options;
    }

    List<Workload> workloads() {
        return Workload.ALL;
    }

    SaveRequest request(String word, Keep... keep) {
        return Words.request(word, keep);
    }

    /** Whether a program can tell what somebody wrote from what was saved, though it did not see it happen. */
    boolean tellsEdits() {
        return true;
    }

    /** The bytes that must not vanish, as {@link Scene#precious} gives them. */
    Map<String, byte[]> precious(Scene scene, String chosen) {
        return scene.precious(chosen);
    }
}
