package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.Keep;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The names around a live file. For {@code progress.json}:
 *
 * <pre>
 * progress.json.bak1, .bak2                                    the generations before it
 * progress.json.g42-20261122T194703Z.bak                       a generation before those, for its hour or day
 * .progress.json.6f1c0a9b5e3d7712.tmp                          a save that is under way, or never finished
 * .progress.json.lock                                          locked while it is open (if shared: while it is used); deleted
 *                                                              with the save only
 * .progress.json.lock.new                                      for a moment, before it is the lock file
 * progress.json.v2.bak                                         kept before a newer version replaced it
 * progress.json.corrupt-20261122T194703Z-4ea1af90.json         kept aside
 * </pre>
 *
 * <p>A name that is so long that these would not fit is cut in them, and told apart by its checksum.
 *
 * @param live a file that is not a symbolic link, in a directory whose path has none
 */
public record FileNames(Path live) {

    private static final int LONGEST = 200;
    private static final int CUT = 100;
    private static final String STAMP = "[0-9]{8}T[0-9]{6}Z";
    private static final String DATED = "g([0-9]{1,15})-(" + STAMP + ")\\.bak";
    private static final String TAG = "([0-9a-f]{8}|toolarge|unreadable)(-[0-9]+)?";
    private static final String VERSION = "v[0-9]+(-" + TAG + ")?\\.bak";
    private static final String QUARANTINED =
            "(corrupt|unfinished|newer|conflict|edited|repaired|replaced)-(" + STAMP + ")-" + TAG + "\\.json";
    private static final String TEMP = "[0-9a-f]{16}\\.tmp";
    private static final Pattern NEIGHBOUR = Pattern.compile(
            ".+\\.(bak[12]|" + DATED + "|" + VERSION + "|" + QUARANTINED + ")|\\..+\\.(lock(\\.new)?|" + TEMP + ")",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LENGTH_OF_TEMP = 20;

    /** Patterns of rare names, compiled when a name begins like one. */
    private static final class Rare {

        private static final Pattern TEMP = Pattern.compile(FileNames.TEMP);
        private static final Pattern QUARANTINED = Pattern.compile(FileNames.QUARANTINED);
        private static final Pattern DATED = Pattern.compile(FileNames.DATED);
        private static final Pattern VERSION = Pattern.compile(FileNames.VERSION);

        private Rare() {}
    }

    /** The form of a time in a name. To set it up takes longer than a load, so that is done when a name with a time is met or made. */
    private static final class Stamp {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

        private Stamp() {}
    }

    /**
     * Whether the live file has a name such as {@code a.json.bak1}, which a file beside another live file has: that one's saves would
     * take it for their own, and replace it.
     */
    public boolean isReserved() {
        return NEIGHBOUR.matcher(live.getFileName().toString()).matches();
    }

    public Path directory() {
        return directoryOf(live);
    }

    static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** The names beside the save whose lock file this is, unless that cannot be told from its name. */
    Optional<FileNames> withLock(Path lock) {
        if (isCut(live.getFileName().toString())) {
            return Optional.empty();
        }
        String name = lock.getFileName().toString();
        FileNames names = new FileNames(live.resolveSibling(name.substring(1, name.length() - ".lock".length())));
        return names.lock().equals(lock) ? Optional.of(names) : Optional.empty();
    }

    public Path newerBackup() {
        return sibling("", ".bak1");
    }

    public Path olderBackup() {
        return sibling("", ".bak2");
    }

    /** The newer first. */
    public List<Path> backups() {
        return List.of(newerBackup(), olderBackup());
    }

    /**
     * The name of a backup that is kept for its time.
     *
     * @param number the generation of the backup
     */
    public Path dated(long number, Instant time) {
        return sibling("", ".g" + number + "-" + Stamp.FORMAT.format(time) + ".bak");
    }

    /** Whether this is the name of a backup that is kept for its time. */
    public boolean isDated(String name) {
        return datedParts(name).isPresent();
    }

    /** The backups of a listing that are kept for their time, the oldest first. */
    public List<Path> datedIn(Collection<String> listed) {
        return listed.stream()
                .filter(this::isDated)
                .sorted(Comparator.comparingLong(this::datedNumber))
                .map(this::listed)
                .toList();
    }

    /** The generation in the name of a dated backup. */
    public long datedNumber(String name) {
        return Long.parseLong(datedParts(name).orElseThrow().group(1));
    }

    /** The time of saving in the name of a dated backup. */
    public Instant datedTime(String name) {
        return Stamp.FORMAT.parse(datedParts(name).orElseThrow().group(2), Instant::from);
    }

    private Optional<MatchResult> datedParts(String name) {
        String prefix = base() + ".";
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        Matcher found = Rare.DATED.matcher(name.substring(prefix.length()));
        return found.matches() && isTime(found.group(2)) ? Optional.of(found.toMatchResult()) : Optional.empty();
    }

    private static boolean isTime(String stamp) {
        try {
            return Stamp.FORMAT.parse(stamp, Instant::from) != null;
        } catch (DateTimeException noSuchTime) {
            return false; // another program gave the file its name
        }
    }

    public Path lock() {
        return sibling(".", ".lock");
    }

    /** A lock file that is about to be given its name. */
    public Path nextLock() {
        return sibling(".", ".lock.new");
    }

    /** @param token 16 hex digits that nobody used before */
    Path temp(String token) {
        return sibling(".", "." + token + ".tmp");
    }

    /** Whether a name in a listing is that of a temp. */
    public Predicate<String> isTemp() {
        String prefix = "." + base() + ".";
        return name -> name.length() == prefix.length() + LENGTH_OF_TEMP
                && name.startsWith(prefix)
                && Rare.TEMP.matcher(name.substring(prefix.length())).matches();
    }

    /** The path of a name in a listing that one of the methods here has recognized. */
    public Path listed(String name) {
        int start = name.indexOf(base());
        return sibling(name.substring(0, start), name.substring(start + base().length()));
    }

    /** @param distinction empty, or the tag that tells it from another file of that version */
    public Path version(int version, String distinction) {
        return sibling("", ".v" + version + distinction + ".bak");
    }

    /** Whether this is the name of a copy of some version, {@code progress.json.v3.bak}. */
    public boolean isVersion(String name) {
        String prefix = base() + ".";
        return name.startsWith(prefix + "v")
                && Rare.VERSION.matcher(name.substring(prefix.length())).matches();
    }

    /** Whether this is the name of a copy of just this version. */
    public boolean isVersion(String name, int version) {
        String prefix = base() + ".v" + version;
        return isVersion(name) && (name.startsWith(prefix + ".") || name.startsWith(prefix + "-"));
    }

    /** Whether this is the name of a file that was kept: that of a version, or one in quarantine. */
    public boolean isKept(String name) {
        return isVersion(name) || isQuarantine(name);
    }

    /** @param count 1 unless a file of other content has the name */
    public Path quarantine(Keep.QuarantineReason kind, Instant time, String tag, int count) {
        String n = count == 1 ? "" : "-" + count;
        String word = kind.name().toLowerCase(Locale.ROOT);
        return sibling("", "." + word + "-" + Stamp.FORMAT.format(time) + "-" + tag + n + ".json");
    }

    /** Whether this is the name of a copy in quarantine, of any kind, time and content. */
    public boolean isQuarantine(String name) {
        return quarantined(name).isPresent();
    }

    /** The reason for keeping in the name of a copy in quarantine. */
    public Keep.QuarantineReason quarantineReason(String name) {
        return Keep.QuarantineReason.valueOf(
                quarantined(name).orElseThrow().group(1).toUpperCase(Locale.ROOT));
    }

    /** The time of keeping in the name of a copy in quarantine; empty if that part is no time. */
    public Optional<Instant> quarantineTime(String name) {
        try {
            return quarantined(name).map(found -> Stamp.FORMAT.parse(found.group(2), Instant::from));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty(); // another program gave the file its name
        }
    }

    private Optional<MatchResult> quarantined(String name) {
        String prefix = base() + ".";
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        Matcher found = Rare.QUARANTINED.matcher(name.substring(prefix.length()));
        return found.matches() ? Optional.of(found.toMatchResult()) : Optional.empty();
    }

    /** Whether this is the name of a copy in quarantine whose content has that tag, of any kind and time. */
    public boolean isQuarantine(String name, String tag) {
        String prefix = base() + ".";
        // There may be thousands of names, and to compile a pattern for each takes longer than to list them.
        return name.startsWith(prefix)
                && name.contains(tag)
                && name.substring(prefix.length()).matches("[a-z]+-[0-9]{8}T[0-9]{6}Z-" + tag + "(-[0-9]+)?\\.json");
    }

    private Path sibling(String before, String after) {
        String name = live.getFileName().toString();
        return isCut(name) || isSpelledBy(name)
                ? live.resolveSibling(before + base() + after)
                : siblingInBytes(before, after);
    }

    // If the character set of the system lacks a letter of the name, the text of its path does not lead to the file.
    private boolean isSpelledBy(String name) {
        try {
            return live.getFileSystem().getPath(name).equals(live.getFileName());
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }

    private Path siblingInBytes(String before, String after) {
        String path = live.toAbsolutePath().toUri().getRawPath();
        int start = path.lastIndexOf('/') + 1;
        return Path.of(URI.create("file://" + path.substring(0, start) + before + path.substring(start) + after));
    }

    private String base() {
        String name = live.getFileName().toString();
        if (!isCut(name)) {
            return name;
        }
        CRC32C sum = new CRC32C();
        sum.update(name.getBytes(UTF_8));
        return cut(name) + "~" + HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static boolean isCut(String name) {
        // Most names need not be encoded for that: a char takes three bytes at most.
        return 3 * name.length() > LONGEST && name.getBytes(UTF_8).length > LONGEST;
    }

    private static String cut(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(UTF_8).length > CUT) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
