package dev.saveschema.storage.medium;

import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of the copies of a save in a medium: {@code ada} for the save itself, {@code ada#41} for one of its generations. */
record CopyNames(String save) {

    Copy live() {
        return Copy.named(save);
    }

    Copy of(Generation generation) {
        return Copy.named(save + "#" + generation.number());
    }

    /** The number of the generation that has this name; empty if the name is none of a generation. */
    Optional<Long> number(Copy copy) {
        String prefix = save + "#";
        if (copy.path().isPresent() || !copy.name().startsWith(prefix)) {
            return Optional.empty();
        }
        String number = copy.name().substring(prefix.length());
        return number.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(number)) : Optional.empty();
    }

    /** The generation as a kept copy; none if it is a backup like any other. */
    Stream<KeptCopy> keptCopy(Generation generation) {
        return generation
                .kept()
                .map(why -> new KeptCopy(of(generation), why, generation.time(), generation.size()))
                .stream();
    }
}
