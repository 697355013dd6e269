package dev.saveschema.cli.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a history with an older state of it. A locked version is in saves on people's disks, so that it must neither change nor
 * vanish; a new version must come behind the newest.
 */
public final class AppendOnly {

    private static final Pattern FILE = Pattern.compile("(?:(.+)/)?([1-9][0-9]{0,8})\\.(schema|sample)\\.json");

    private AppendOnly() {}

    /**
     * A file of the history that was changed, or is gone, or came too late.
     *
     * @param file the path below the history
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

    /** The text of a file with {@code \n} as its line ends, which version control may check out in another form. */
    private static String text(byte[] content) {
        return new String(content, UTF_8).replace("\r\n", "\n");
    }
}
