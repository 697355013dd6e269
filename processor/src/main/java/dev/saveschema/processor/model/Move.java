package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** {@code @MovedFrom}: the former place, a JSON Pointer into files before version {@code since}. */
public record Move(String from, int since, Origin origin) {}
