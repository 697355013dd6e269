package dev.saveschema.benchmark.broad;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Jackson Databind 2: the reference. */
final class Databind2 implements Contender {

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private final ObjectReader reader = mapper.readerFor(Broad.class);
    private final ObjectWriter writer = mapper.writerFor(Broad.class);

    @Override
    public Broad read(byte[] save) {
        try {
            return reader.readValue(save);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] write(Broad save) {
        try {
            return writer.writeValueAsBytes(save);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
