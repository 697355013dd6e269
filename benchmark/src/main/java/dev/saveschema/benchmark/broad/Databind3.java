package dev.saveschema.benchmark.broad;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Jackson Databind 3. */
final class Databind3 implements Contender {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final ObjectReader reader = mapper.readerFor(Broad.class);
    private final ObjectWriter writer = mapper.writerFor(Broad.class);

    @Override
    public Broad read(byte[] save) {
        return reader.readValue(save);
    }

    @Override
    public byte[] write(Broad save) {
        return writer.writeValueAsBytes(save);
    }
}
