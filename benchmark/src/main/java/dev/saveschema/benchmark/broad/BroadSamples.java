package dev.saveschema.benchmark.broad;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Saves such as a game makes. The same size always makes the same save. */
public final class BroadSamples {

    private static final int SEED = 20_261_122;
    private static final int ITEM = 205;
    private static final int COUNTER = 22;

    /**
     * The largest number of counters, which is more than a game has things to count. With many more names Databind cannot remember
     * them, and is slow.
     */
    private static final int MOST_COUNTERS = 500;

    private static final String[] NAMES = {
        "Rusty sword",
        "Healing potion",
        "Schild der Könige",
        "Zauberstab",
        "Map of the north",
        "Rope",
        "魔法の本",
        "Épée longue",
        "Lantern"
    };
    private static final String[] TAGS = {"weapon", "rare", "quest", "consumable", "gift", "cursed", "épique"};

    private BroadSamples() {}

    /** A save of about this many bytes without white space; at 50,000 it has some 200 items and 400 counters. */
    public static Broad ofSize(int bytes) {
        Random random = new Random(SEED);
        int rest = Math.max(0, bytes - 600);
        int counters = Math.max(2, Math.min(MOST_COUNTERS, rest / 5 / COUNTER));
        int items = Math.max(1, (rest - counters * COUNTER) / ITEM);
        List<Broad.Item> owned = new ArrayList<>();
        for (int id = 0; id < items; id++) {
            List<String> tags = new ArrayList<>();
            for (int tag = random.nextInt(4); tag > 0; tag--) {
                tags.add(TAGS[random.nextInt(TAGS.length)]);
            }
            owned.add(new Broad.Item(
                    1_000 + id,
                    NAMES[random.nextInt(NAMES.length)],
                    1 + random.nextInt(99),
                    random.nextInt(100_000) / 1_000.0,
                    random.nextDouble(),
                    random.nextBoolean(),
                    Broad.Kind.values()[random.nextInt(4)],
                    tags,
                    Instant.ofEpochSecond(1_760_000_000L + random.nextInt(40_000_000))));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int counter = 0; counter < counters; counter++) {
            counts.put("enemy_" + counter, random.nextInt(100_000));
        }
        List<Integer> unlocked = new ArrayList<>();
        for (int each = 0; each < Math.min(100, bytes / 100); each++) {
            unlocked.add(random.nextInt(10_000));
        }
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("jump", "SPACE");
        keys.put("left", "A");
        keys.put("right", "D");
        return new Broad(
                "Zoë Müller",
                42,
                1_234_567_890L,
                87.5,
                true,
                Broad.Kind.MAGE,
                Instant.parse("2026-03-01T10:00:00Z"),
                Instant.parse("2026-11-22T19:47:03.125Z"),
                new Broad.Position(1024.125, -77.0625, 12.5, "northern_forest"),
                unlocked,
                owned,
                counts,
                new Broad.Settings(65, 1.25, false, "de-DE", keys));
    }

    /** The same save a moment later. */
    static Broad withExperience(Broad save, long experience) {
        return new Broad(
                save.name(),
                save.level(),
                experience,
                save.health(),
                save.alive(),
                save.kind(),
                save.created(),
                save.played(),
                save.position(),
                save.unlocked(),
                save.items(),
                save.counters(),
                save.settings());
    }

    /** The same save with conditions of items that are no more exact than a float. */
    static Broad rounded(Broad save) {
        return new Broad(
                save.name(),
                save.level(),
                save.experience(),
                save.health(),
                save.alive(),
                save.kind(),
                save.created(),
                save.played(),
                save.position(),
                save.unlocked(),
                save.items().stream().map(BroadSamples::rounded).toList(),
                save.counters(),
                save.settings());
    }

    private static Broad.Item rounded(Broad.Item item) {
        return new Broad.Item(
                item.id(),
                item.name(),
                item.count(),
                item.weight(),
                (float) item.condition(),
                item.equipped(),
                item.usableBy(),
                item.tags(),
                item.found());
    }
}
