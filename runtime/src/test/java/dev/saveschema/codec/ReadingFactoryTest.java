package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.UTF8StreamJsonParser;
import tools.jackson.core.util.JsonParserDelegate;

class ReadingFactoryTest {

    @Test
    void jacksonOfThisBuildIsReadQuickly() {
        assertThat(Json.parser("{\"a\": 1}".getBytes(UTF_8))).isInstanceOf(PlainTextParser.class);
    }

    @Test
    void jacksonByItselfReadsTheProbe() {
        assertThat(ReadingFactory.readsTheProbe(JsonFactory.builder().build())).isTrue();
    }

    @Test
    void parserThatGetsOneTextWrongIsNotTrusted() {
        for (String text : new String[] {"a", "as it is", "\n", "a\t\"quote\"", "\u0007 bell", "ö", "größer →"}) {
            assertThat(ReadingFactory.readsTheProbe(misreading(text))).as(text).isFalse();
        }
    }

    private static JsonFactory misreading(String text) {
        return new JsonFactory(new JsonFactoryBuilder()) {
            private static final long serialVersionUID = 1L;

            @Override
            protected JsonParser _createParser(
                    ObjectReadContext context, IOContext io, byte[] document, int offset, int length) {
                return new JsonParserDelegate(super._createParser(context, io, document, offset, length)) {
                    @Override
                    public String nextName() {
                        return changed(super.nextName());
                    }

                    @Override
                    public String getString() {
                        return changed(super.getString());
                    }

                    private String changed(String read) {
                        return read.equals(text) ? read + "?" : read;
                    }
                };
            }
        };
    }

    /** As a later Jackson may have it. */
    @ParameterizedTest
    @ValueSource(classes = {UTF8StreamJsonParser.class, JsonFactory.class})
    void withAJacksonThatAllowsNoSubclassDocumentsAreReadByJackson(Class<?> closed) throws Exception {
        ClassLoader later = new LaterJackson(closed.getName());
        Class<?> json = later.loadClass(Json.class.getName());
        Method parser = json.getDeclaredMethod("parser", byte[].class);
        parser.setAccessible(true);
        Object chosen = parser.invoke(null, "{\"a\": 1}".getBytes(UTF_8));
        assertThat(chosen.getClass().getName()).isEqualTo(UTF8StreamJsonParser.class.getName());
        assertThatThrownBy(() -> Class.forName(PlainTextFactory.class.getName(), true, later))
                .isInstanceOf(LinkageError.class);
    }

    /** Defines Jackson and our codec anew, and in the former one class as final. */
    private static final class LaterJackson extends ClassLoader {

        private static final short FINAL = 0x10;

        private final String closed;

        LaterJackson(String closed) {
            this.closed = closed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("tools.jackson.") && !name.startsWith("dev.saveschema.codec.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            Class<?> original = Class.forName(name, false, ReadingFactoryTest.class.getClassLoader());
            String file = "/" + name.replace('.', '/') + ".class";
            try (InputStream in = original.getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                if (name.equals(closed)) {
                    int flags = flagsOf(bytes);
                    ByteBuffer.wrap(bytes)
                            .putShort(flags, (short) (ByteBuffer.wrap(bytes).getShort(flags) | FINAL));
                }
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** Where a class file has its flags: behind its constants. */
        private static int flagsOf(byte[] bytes) throws IOException {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int constants = in.getShort(8) & 0xFFFF;
            in.position(10);
            for (int i = 1; i < constants; i++) {
                int tag = in.get();
                int size = switch (tag) {
                    case 1 -> in.getShort() & 0xFFFF;
                    case 7, 8, 16, 19, 20 -> 2;
                    case 15 -> 3;
                    case 5, 6 -> 8;
                    default -> 4;
                };
                i += tag == 5 || tag == 6 ? 1 : 0; // those take two places
                in.position(in.position() + size);
            }
            return in.position();
        }
    }
}
