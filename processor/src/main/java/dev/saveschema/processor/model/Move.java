package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** {@code @MovedFrom}: the place, as a JSON Pointer, in files before version {@code since}. */
public record Move(String from, int since, Origin origin) {}
