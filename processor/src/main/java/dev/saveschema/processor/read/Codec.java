package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import javax.lang.model.type.TypeMirror;

/**
 * A codec that a component names.
 *
 * @param name the simple name of the codec's class
 * @param type the type that the codec reads and writes
 */
record Codec(String name, TypeMirror type, Shape.Custom shape, SourceOrigin origin) {}
