package dev.saveschema.codec;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Makes parsers that are quick with plain text; see {@link PlainTextParser}. */
final class PlainTextFactory extends JsonFactory {

    private static final long serialVersionUID = 1L;

    private PlainTextFactory(JsonFactoryBuilder settings) {
        super(settings);
    }

    // Not a constructor, so that a caller can be verified without this class, which another Jackson may not allow to
    // be.
    static JsonFactory of(JsonFactoryBuilder settings) {
        return new PlainTextFactory(settings);
    }

    @Override
    protected JsonParser _createParser(
            ObjectReadContext context, IOContext io, byte[] document, int offset, int length) {
        if (!isUtf8(document, offset, length)) {
            return super._createParser(context, io, document, offset, length);
        }
        return new PlainTextParser(
                context,
                io,
                context.getStreamReadFeatures(_streamReadFeatures),
                context.getFormatReadFeatures(_formatReadFeatures),
                _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                document,
                offset,
                offset + length);
    }

    // Every object is, unless a zero beside its brace says UTF-16 or UTF-32. What begins otherwise is left to Jackson.
    private static boolean isUtf8(byte[] document, int offset, int length) {
        return length >= 4 && document[offset] == '{' && document[offset + 1] != 0;
    }
}
