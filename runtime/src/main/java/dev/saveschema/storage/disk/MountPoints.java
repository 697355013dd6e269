package dev.saveschema.storage.disk;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of mounts that Linux keeps for each process. A container may have a single file mounted, which nothing can replace. */
final class MountPoints {

    static final Path LIST = Path.of("/proc/self/mountinfo");

    private static final int FIELD = 4;
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    private MountPoints() {}

    /** @param list a line per mount, whose fifth field is the mount point: {@code 36 35 98:0 /file /srv/save.json rw - ext4 …} */
    static boolean contains(String list, Path file) {
        return list.lines()
                .map(line -> line.split(" "))
                .anyMatch(fields ->
                        fields.length > FIELD && unescaped(fields[FIELD]).equals(file.toString()));
    }

    // White space and backslashes stand there as three octal digits.
    private static String unescaped(String field) {
        return ESCAPE.matcher(field)
                .replaceAll(digits ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(digits.group(1), Byte.SIZE))));
    }
}
