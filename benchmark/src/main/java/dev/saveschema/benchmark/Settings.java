package dev.saveschema.benchmark;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;

/** A person's settings of the program. */
public record Settings(
        @Default("80") @Range(min = 0, max = 100) int volume,
        @Default("1.0") double textScale,
        @Default("true") boolean hints,
        @Default("dark") String theme) {}
