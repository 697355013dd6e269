package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** {@code @RenamedFrom}: the name in files before version {@code since}. */
public record Rename(String from, int since, Origin origin) {}
