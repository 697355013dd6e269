package dev.saveschema;

import java.util.Optional;

/**
 * One thing that a load had to put right. Prints as one line:
 *
 * <pre>{@code
 * settings.volume: 400 is outside 0..100; used 80
 * }</pre>
 *
 * <p>Texts that come from the file are cut at 80 characters, and control characters in them are escaped, so that a hostile
 * file cannot write to a terminal through a report.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the document itself
 * @param reason why
 * @param problem what is wrong, as a phrase that follows the place: {@code 400 is outside 0..100}
 * @param found what stands in the file, if anything does
 * @param used what became of it: {@code used 80}, {@code dropped}
 */
public record Repair(String pointer, Reason reason, String problem, Optional<String> found, String used) {

    /** The place as people write it, {@code settings.keys[2]}; {@code the file} for the document itself. */
    public String place() {
        if (pointer.isEmpty()) {
            return "the file";
        }
        StringBuilder place = new StringBuilder();
        for (String part : pointer.substring(1).split("/", -1)) {
            if (!part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                place.append('[').append(part).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".")
                        .append(part.replace("~1", "/").replace("~0", "~"));
            }
        }
        return place.toString();
    }

    @Override
    public String toString() {
        return place() + ": " + problem + "; " + used;
    }
}
