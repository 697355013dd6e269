package dev.saveschema.cli.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a history against an older one. What was locked is in saves on people's disks: it may not change and may not go, and a new
 * version comes behind the newest.
 */
public final class AppendOnly {

    private static final Pattern FILE = Pattern.compile("(?:(.+)/)?([1-9][0-9]{0,8})\\.(schema|sample)\\.json");

    private AppendOnly() {}

    /**
     * A file of the history that is not as it must be.
     *
     * @param file below the history
     */
    public record Breach(String file, String problem) {}

    public static List<Breach> breaches(Revision old, Revision now) {
        List<Breach> breaches = new ArrayList<>();
        TreeMap<String, Integer> newest = new TreeMap<>();
        old.files().forEach((name, content) -> {
            Matcher file = FILE.matcher(name);
            if (file.matches()) {
                newest.merge(schema(file), Integer.valueOf(file.group(2)), Math::max);
                byte[] present = now.files().get(name);
                if (present == null) {
                    breaches.add(new Breach(name, "was locked, and is gone"));
                } else if (!text(present).equals(text(content))) {
                    breaches.add(new Breach(name, "was locked, and has changed"));
                }
            }
        });
        for (String name : now.files().keySet()) {
            Matcher file = FILE.matcher(name);
            if (file.matches() && !old.files().containsKey(name)) {
                int most = newest.getOrDefault(schema(file), 0);
                if (Integer.parseInt(file.group(2)) <= most) {
                    breaches.add(new Breach(name, "is new, though version " + most + " was locked already"));
                }
            }
        }
        return breaches;
    }

    private static String schema(Matcher file) {
        return file.group(1) == null ? "" : file.group(1);
    }

    /** However version control checks out the ends of lines. */
    private static String text(byte[] content) {
        return new String(content, UTF_8).replace("\r\n", "\n");
    }
}
