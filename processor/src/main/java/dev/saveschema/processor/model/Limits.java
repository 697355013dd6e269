package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.Optional;

/** The limits written on a component, whether or not they apply to its type. */
public record Limits(Optional<Range> range, Optional<Size> size, Optional<Pattern> pattern) {

    /** No limit at all. */
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    /** {@code @Range}: inclusive bounds of a number. */
    public record Range(long min, long max, boolean clamp, Origin origin) {}

    /** {@code @Size}: inclusive bounds of a length, in code points or elements. */
    public record Size(int min, int max, boolean clamp, Origin origin) {}

    /** {@code @Pattern}: what the whole text must match. */
    public record Pattern(String regex, Origin origin) {}
}
