package dev.saveschema.storage;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.SaveSeal;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@link SaveStorage#load}.
 *
 * @param content the value that the reader made; empty exactly if the verdict is {@code ABSENT} or {@code LOST}, or {@code NEWER}
 *     and the reader could not read it
 * @param source the copy that the content comes from, if there is content
 * @param seal the seal of the source, if it holds
 * @param preserved the copies that are not used and that the next save keeps aside, in the order of the findings
 * @param findings every copy that was looked at, the live one first
 */
public record Retrieval<R>(
        Verdict verdict,
        Optional<R> content,
        Optional<Copy> source,
        Optional<SaveSeal> seal,
        List<Copy> preserved,
        List<Finding> findings) {

    public Retrieval {
        preserved = List.copyOf(preserved);
        findings = List.copyOf(findings);
    }

    /** How the storage came by the content. */
    public enum Verdict {
        /** There is no file of any generation, or only part of a first save that was never finished: a first run. */
        ABSENT,
        /** The live file is as it was saved. */
        INTACT,
        /**
         * The live file reads and is not as it was saved: somebody edited it, or another program wrote it; or it is a whole older save
         * that somebody put in its place; or it is damaged and reads, where nothing else is usable.
         */
        EDITED,
        /** A whole unfinished save follows the live file, or there is no live file and it is a first save: it is the newest. */
        RESUMED,
        /** The live file is damaged or missing; the newest other generation stands in. */
        RECOVERED,
        /** No generation reads whole; the content is what precedes the damage. */
        SALVAGED,
        /** Files are there, and none of them holds anything usable. */
        LOST,
        /**
         * The live file, or the newest file where that one is damaged or missing, was sealed by a newer SaveSchema, in a format that
         * this one cannot verify.
         */
        NEWER
    }
}
