package dev.saveschema.storage.medium;

import dev.saveschema.KeptCopy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The change that one save makes to a medium: all of it or nothing.
 *
 * @param expected the generation that must be the newest; empty if there must be none
 * @param next the newest generation afterwards
 * @param bytes the bytes of that. Nobody may change them, neither the medium nor the caller
 * @param keep the numbers of generations that stay from now on, and why
 * @param prune the numbers of generations that are deleted
 */
public record GenerationChange(
        Optional<Generation> expected, Generation next, byte[] bytes, Map<Long, KeptCopy.Why> keep, Set<Long> prune) {

    public GenerationChange {
        keep = Map.copyOf(keep);
        prune = Set.copyOf(prune);
    }
}
