package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.OneOf;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import java.util.List;

/** A value that is told apart by its type of JSON. */
@SaveSchema(version = 1)
public record Notes(@Default("untitled") Source title, List<Source> cells) {

    @OneOf
    public sealed interface Source {

        record Text(@Size(max = 1000) String text) implements Source {}

        record Lines(List<String> lines) implements Source {}

        record Number(int number) implements Source {
            public Number {
                if (number == 0) {
                    throw new IllegalArgumentException("zero");
                }
            }
        }
    }
}
