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
import dev.saveschema.storage.seal.Seals;
import java.util.List;
import java.util.Optional;

/**
 * Reads bytes as a load would that finds nothing beside them: no backup, no unfinished save, no file's time. The rows of
 * {@link RecoveryTable} in which there is a live file and nothing else.
 */
public final class SingleDocument<R> {

    private final Copy copy;
    private final SealCheck check;
    private final Optional<SaveSeal> seal;

    private SingleDocument(Copy copy, SealCheck check) {
        this.copy = copy;
        this.check = check;
        this.seal = check instanceof SealCheck.Holds holds ? holds.seal().shown() : Optional.empty();
    }

    /**
     * Reads the bytes.
     *
     * @param copy what they are called
     * @param maxBytes more than that are not looked at
     * @param sealed whether such documents have a seal
     */
    public static <R> Retrieval<R> retrieve(
            Copy copy, byte[] bytes, long maxBytes, boolean sealed, ContentReader<R> reader) {
        SingleDocument<R> document =
                new SingleDocument<>(copy, sealed ? Seals.check(bytes) : Seals.checkUnsealed(bytes));
        if (bytes.length > maxBytes) {
            return document.retrieval(
                    Verdict.LOST, Optional.empty(), State.INVALID, "larger than " + maxBytes + " bytes", false);
        }
        try {
            R content = reader.read(bytes);
            return document.read(content);
        } catch (UnusableContentException e) {
            return document.unusable(e, bytes, reader);
        }
    }

    private Retrieval<R> read(R content) {
        if (check instanceof SealCheck.Newer newer) {
            return retrieval(Verdict.NEWER, Optional.of(content), State.NEWER, newer.detail(), false);
        }
        return check instanceof SealCheck.Holds
                ? retrieval(Verdict.INTACT, Optional.of(content), State.SEALED, "", false)
                : retrieval(
                        Verdict.EDITED,
                        Optional.of(content),
                        State.EDITED,
                        check instanceof SealCheck.None ? "no seal" : "does not match its seal",
                        false);
    }

    private Retrieval<R> unusable(UnusableContentException refusal, byte[] bytes, ContentReader<R> reader) {
        if (check instanceof SealCheck.Newer newer) {
            return retrieval(Verdict.NEWER, Optional.empty(), State.NEWER, newer.detail(), false);
        }
        Optional<R> part = reader.salvage(bytes);
        return retrieval(
                part.isPresent() ? Verdict.SALVAGED : Verdict.LOST,
                part,
                State.INVALID,
                String.valueOf(refusal.getMessage()),
                refusal.isRefusal());
    }

    private Retrieval<R> retrieval(
            Verdict verdict, Optional<R> content, State state, String detail, boolean isRefused) {
        return new Retrieval<>(
                verdict,
                content,
                content.map(present -> copy),
                content.isPresent() ? seal : Optional.empty(),
                List.of(), // nobody is going to keep anything aside
                List.of(new Finding(copy, state, detail, isRefused)));
    }
}
