package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.Naming;
import dev.saveschema.annotation.Range;
import dev.saveschema.annotation.SaveSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Nested records, one of which has rules of its own, and defaults that are made anew each time. */
@SaveSchema(version = 1, naming = Naming.SNAKE_CASE)
public record House(
        @Default(factory = "newId") UUID houseId,
        Room entrance,
        List<Room> otherRooms,
        Map<String, Room> roomsByName,
        Optional<Door> backDoor) {

    static UUID newId() {
        return UUID.randomUUID();
    }

    public record Room(@Default("1") @Range(min = 1) int doorCount, Door mainDoor) {}

    public record Door(@Default("90") int width, @Default("200") int height) {
        public Door {
            if (width > height) {
                throw new IllegalArgumentException("a door is higher than wide");
            }
        }
    }
}
