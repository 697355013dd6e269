package dev.saveschema;

import tools.jackson.databind.JsonNode;

/**
 * Reads and writes a type that SaveSchema does not know; named by {@code @UseCodec}.
 *
 * <pre>{@code
 * public final class ColorCodec implements ValueCodec<Color> {
 *
 *     @Override
 *     public Color read(JsonNode json) {
 *         return Color.decode(json.stringValue());         // throws on what is none
 *     }
 *
 *     @Override
 *     public JsonNode write(Color color) {
 *         return StringNode.valueOf("#%06x".formatted(color.getRGB() & 0xffffff));
 *     }
 * }
 * }</pre>
 *
 * <p>A codec is made once, with its constructor without parameters, and shared: it keeps no state, or can be used by several
 * threads. What it writes it must read as an equal value, in every later version of the program too.
 *
 * @param <T> the type, a class without type arguments or an array of such
 */
public interface ValueCodec<T> {

    /**
     * Reads a value, or throws anything if this is none: then the report has it, and the component takes its default, or the
     * element is dropped from its collection.
     *
     * @param json what stands in the file, within the limits of a load; never a JSON null, which is a repair without asking
     * @return the value; null counts as an exception
     */
    T read(JsonNode json) throws Exception;

    /**
     * Writes a value. If it throws, the save is refused with an {@link IllegalArgumentException} that names the place, and the disk
     * has not been touched.
     *
     * @param value never null
     * @return neither null nor a JSON null, which a load would not hand back
     */
    JsonNode write(T value) throws Exception;
}
