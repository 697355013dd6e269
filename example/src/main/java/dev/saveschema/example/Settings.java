package dev.saveschema.example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Range;

/** How the course looks and sounds to one learner. */
public record Settings(
        @Default("80") @Range(min = 0, max = 100) int volume,
        @Default("14") @Range(min = 8, max = 32) int fontSize,
        @Default("true") boolean hints) {}
