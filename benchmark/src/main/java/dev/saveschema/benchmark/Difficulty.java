package dev.saveschema.benchmark;

/** The amount of help that a course gives. */
public enum Difficulty {
    EASY,
    NORMAL,
    HARD
}
