package dev.saveschema.processor.emit;

/**
 * A source file to be written.
 *
 * @param qualifiedName the name of the class in the file
 */
public record GeneratedSource(String qualifiedName, String text) {}
