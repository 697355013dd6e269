package dev.saveschema;

/** A value and the text of its save. */
record Encoded<T>(T value, OutgoingDocument document) {}
