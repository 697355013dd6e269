package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layout, and the place of what is written next. */
class StructureWriterTest {

    private final ByteWriter out = new ByteWriter();

    @Test
    void withoutWhiteSpaceThereIsNothingButWhatJsonNeeds() {
        write(new StructureWriter(out, false), new ArrayList<>());
        assertThat(new String(out.toByteArray(), UTF_8))
                .isEqualTo("{\"a\":1,\"b/~\":[2,[],3],\"c\":[{\"a\":4},{}],\"d\":{}}");
    }

    @Test
    void forPeopleThereIsAMemberALine() {
        write(new StructureWriter(out, true), new ArrayList<>());
        assertThat(new String(out.toByteArray(), UTF_8)).isEqualTo("""
                {
                  "a": 1,
                  "b/~": [2, [], 3],
                  "c": [
                    {
                      "a": 4
                    },
                    {}
                  ],
                  "d": {}
                }""");
    }

    @Test
    void thePlaceOfEveryValueIsKnown() {
        List<String> places = new ArrayList<>();
        write(new StructureWriter(out, false), places);
        assertThat(places)
                .containsExactly("", "/a", "/b~1~0", "/b~1~0/0", "/b~1~0/1", "/b~1~0/2", "/c/0", "/c/0/a", "/d");
    }

    private void write(StructureWriter structure, List<String> places) {
        places.add(structure.place());
        assertThat(structure.value()).isFalse();
        structure.beginObject();
        structure.name(Name.of("a"));
        places.add(structure.place());
        out.number(1);
        structure.name("b/~");
        places.add(structure.place());
        structure.beginArray(false);
        places.add(structure.place());
        assertThat(structure.value()).isTrue();
        out.number(2);
        places.add(structure.place());
        structure.value();
        structure.beginArray(false);
        structure.endArray();
        places.add(structure.place());
        structure.value();
        out.number(3);
        structure.endArray();
        structure.name(Name.of("c"));
        structure.beginArray(true);
        places.add(structure.place());
        structure.value();
        structure.beginObject();
        structure.name(Name.of("a"));
        places.add(structure.place());
        out.number(4);
        structure.endObject();
        structure.value();
        structure.beginObject();
        structure.endObject();
        structure.endArray();
        structure.name(Name.of("d"));
        places.add(structure.place());
        structure.beginObject();
        structure.endObject();
        structure.endObject();
        assertThat(structure.depth()).isZero();
    }
}
