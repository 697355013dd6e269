package example;

import dev.saveschema.annotation.Alias;
import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Discriminator;
import dev.saveschema.annotation.RenamedFrom;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Subtype;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of several records, records within themselves, and records with type parameters. */
@SaveSchema(version = 2)
public record Canvas(
        @Default("circle") Figure brush,
        List<Figure> figures,
        Set<Polygon> stamps,
        Pair<Integer, Shade> margin,
        Map<Shade, Pair<String, Pair<Integer, Integer>>> labels) {

    @Discriminator("kind")
    public sealed interface Figure permits Circle, Polygon, Group {}

    public sealed interface Polygon extends Figure permits Square {}

    @Subtype("circle")
    @Alias("disc")
    public record Circle(@RenamedFrom(value = "r", since = 2) @Default("1") double radius) implements Figure {}

    @Subtype("square")
    @RenamedFrom(value = "box", since = 2)
    public record Square(@Default("1") double side) implements Polygon {}

    @Subtype("group")
    public record Group(List<Figure> members, Optional<Group> legend) implements Figure {}

    public record Pair<A, B>(Optional<A> first, Optional<B> second) {}

    public enum Shade {
        LIGHT,
        @RenamedFrom(value = "DARK_MODE", since = 2)
        DARK
    }
}
