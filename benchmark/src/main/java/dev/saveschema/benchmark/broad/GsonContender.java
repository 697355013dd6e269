package dev.saveschema.benchmark.broad;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Gson, by reflection. */
final class GsonContender implements Contender {

    private final Gson gson =
            new GsonBuilder().registerTypeAdapter(Instant.class, new Instants()).create();

    @Override
    public Broad read(byte[] save) {
        return gson.fromJson(new String(save, StandardCharsets.UTF_8), Broad.class);
    }

    @Override
    public byte[] write(Broad save) {
        return gson.toJson(save).getBytes(StandardCharsets.UTF_8);
    }

    private static final class Instants extends TypeAdapter<Instant> {

        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            out.value(value.toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            return Instant.parse(in.nextString());
        }
    }
}
