package dev.saveschema.benchmark;

/** How much a course helps. */
public enum Difficulty {
    EASY,
    NORMAL,
    HARD
}
