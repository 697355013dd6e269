package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps the members of an object that the record does not know, and writes them back after those that it does: what plugins,
 * or people, have added to a save.
 *
 * <pre>{@code
 * record Settings(@Default("80") int volume, @Unknown Map<String, JsonNode> others) {}
 * }</pre>
 *
 * <p>One component of a record may be annotated so, at any level; its type is {@code Map<String, JsonNode>}. The members are in
 * it in the order of the file, as they are, and are no longer reported as unknown. It is empty on a first run, and takes no
 * default, no limits and no name. A migration carries them along.
 *
 * <p>A name that the record reads itself, aliases among them, is never in it, nor at the root of a document
 * {@code $version} or {@code $save}: a save with such a key is refused.
 *
 * <p>A record of a sealed interface with this component alone and without {@link Subtype} stands for every kind that is not known.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Unknown {}
