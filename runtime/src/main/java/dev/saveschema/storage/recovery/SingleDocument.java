package dev.saveschema.storage.recovery;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.Finding.State;
import dev.saveschema.SaveSeal;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.SealFinding;
import dev.saveschema.storage.seal.Seals;
import java.util.List;
import java.util.Optional;

/**
 * Reads bytes as a load would that finds nothing beside them: no backup, no unfinished save. These are the rows of
 * {@link RecoveryTable} in which there is a live file and nothing else.
 */
public final class SingleDocument<R> {

    private final Finding found;
    private final Optional<SaveSeal> seal;

    private SingleDocument(Finding found, SealCheck check) {
        this.found = found;
        this.seal = check instanceof SealCheck.Holds holds ? holds.seal().shown() : Optional.empty();
    }

    /**
     * Reads the bytes.
     *
     * @param copy the name of the bytes in findings
     * @param maxBytes a longer document is not read
     * @param sealed whether such documents have a seal
     */
    public static <R> Retrieval<R> retrieve(
            Copy copy, byte[] bytes, long maxBytes, boolean sealed, ContentReader<R> reader) {
        SealCheck check = sealed ? Seals.check(bytes) : Seals.checkUnsealed(bytes);
        SingleDocument<R> document = new SingleDocument<>(SealFinding.of(copy, check, bytes.length), check);
        if (bytes.length > maxBytes) {
            Finding tooLarge = new Finding(copy, State.INVALID, "larger than " + maxBytes + " bytes");
            return document.retrieval(Verdict.LOST, Optional.empty(), tooLarge);
        }
        try {
            R content = reader.read(bytes);
            return document.read(content);
        } catch (UnusableContentException e) {
            return document.unusable(e, bytes, reader);
        }
    }

    private Retrieval<R> read(R content) {
        Verdict verdict = switch (found.state()) {
            case SEALED -> Verdict.INTACT;
            case NEWER -> Verdict.NEWER;
            default -> Verdict.EDITED;
        };
        boolean isDamaged = found.state() == State.INVALID;
        return retrieval(verdict, Optional.of(content), isDamaged ? SealFinding.takenAsItReads(found) : found);
    }

    private Retrieval<R> unusable(UnusableContentException refusal, byte[] bytes, ContentReader<R> reader) {
        if (found.state() == State.NEWER) {
            return retrieval(Verdict.NEWER, Optional.empty(), found);
        }
        Optional<R> part = reader.salvage(bytes);
        Finding invalid =
                new Finding(found.copy(), State.INVALID, String.valueOf(refusal.getMessage()), refusal.isRefusal());
        return retrieval(part.isPresent() ? Verdict.SALVAGED : Verdict.LOST, part, invalid);
    }

    private Retrieval<R> retrieval(Verdict verdict, Optional<R> content, Finding finding) {
        return new Retrieval<>(
                verdict,
                content,
                content.map(present -> finding.copy()),
                content.isPresent() ? seal : Optional.empty(),
                List.of(), // nobody is going to keep anything aside
                List.of(finding));
    }
}
