package dev.saveschema.example;

/** How much help a task gives. */
public enum Difficulty {
    EASY,
    NORMAL,
    HARD
}
