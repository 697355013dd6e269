package dev.saveschema.benchmark;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Jackson Databind, which checks nothing but types. */
final class Databind implements Peer {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final ObjectReader READER = MAPPER.readerFor(Progress.class);
    private static final ObjectWriter WRITER = MAPPER.writerFor(Progress.class);

    @Override
    public Progress load(byte[] save) {
        return READER.readValue(save);
    }

    @Override
    public byte[] write(Progress progress) {
        return WRITER.writeValueAsBytes(progress);
    }
}
