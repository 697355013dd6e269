package dev.saveschema.processor.emit;

/**
 * A source file to be written.
 *
 * @param qualifiedName of the class in it
 */
public record GeneratedSource(String qualifiedName, String text) {}
