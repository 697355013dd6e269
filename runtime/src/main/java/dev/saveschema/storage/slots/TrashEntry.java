package dev.saveschema.storage.slots;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slot in the trash. The name of its folder there tells all of it: {@code 20261129T013000Z-6f1c0a9b5e3d7712-hero}.
 *
 * @param id the name of its folder
 * @param name the name that the slot had
 * @param time when the slot was deleted, in whole seconds
 */
public record TrashEntry(String id, String name, Instant time) {

    private static final Pattern ID = Pattern.compile("([0-9]{8}T[0-9]{6}Z)-[0-9a-f]{16}-(.+)", Pattern.DOTALL);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static TrashEntry of(String name, Instant now, String token) {
        String stamp = STAMP.format(now);
        return new TrashEntry(stamp + "-" + token + "-" + name, name, STAMP.parse(stamp, Instant::from));
    }

    /** The entry of a name in the trash; empty if the name is that of something else. */
    static Optional<TrashEntry> of(String listed) {
        Matcher found = ID.matcher(listed);
        if (!found.matches()) {
            return Optional.empty();
        }
        String name = SlotNames.ofListed(found.group(2));
        try {
            Instant time = STAMP.parse(found.group(1), Instant::from);
            return SlotNames.refusal(name).isPresent()
                    ? Optional.empty()
                    : Optional.of(new TrashEntry(listed, name, time));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty(); // then another program made the folder
        }
    }
}
