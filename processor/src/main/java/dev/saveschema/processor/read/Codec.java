package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Shape;
import javax.lang.model.type.TypeMirror;

/**
 * A codec that a component names.
 *
 * @param name of its class
 * @param type what it reads and writes
 */
record Codec(String name, TypeMirror type, Shape.Custom shape, SourceOrigin origin) {}
