package dev.saveschema.storage.medium;

import dev.saveschema.KeptCopy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The change that one save makes to a medium: all of it or nothing.
 *
 * @param expected what must be the newest generation; empty if there must be none
 * @param next the newest one afterwards
 * @param bytes of that. Not to be changed, neither by the medium nor by anybody else
 * @param keep the numbers of generations that stay from now on, and why
 * @param prune the numbers of generations that go
 */
public record GenerationChange(
        Optional<Generation> expected, Generation next, byte[] bytes, Map<Long, KeptCopy.Why> keep, Set<Long> prune) {

    public GenerationChange {
        keep = Map.copyOf(keep);
        prune = Set.copyOf(prune);
    }
}
