package dev.saveschema.benchmark.broad;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** avaje-jsonb, which generates its readers and writers at compile time. */
final class Avaje implements Contender {

    private final JsonType<Broad> type = Jsonb.builder().build().type(Broad.class);

    @Override
    public Broad read(byte[] save) {
        return type.fromJson(save);
    }

    @Override
    public byte[] write(Broad save) {
        return type.toJsonBytes(save);
    }
}
