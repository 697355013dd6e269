package dev.saveschema;

import dev.saveschema.document.Document;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts together what a storage found and what a schema made of it. */
final class LoadResults {

    private LoadResults() {}

    static <T> LoadResult<T> of(Retrieval<Document<T>> retrieval, Schema<T> schema) {
        return of(retrieval, schema, preserved(retrieval));
    }

    /** Of bytes that no save is going to replace, so that nothing of them will be kept aside. */
    static <T> LoadResult<T> ofAlone(Retrieval<Document<T>> retrieval, Schema<T> schema) {
        return of(retrieval, schema, List.of());
    }

    private static <T> LoadResult<T> of(Retrieval<Document<T>> retrieval, Schema<T> schema, List<Copy> preserved) {
        Optional<Document<T>> document = retrieval.content();
        Outcome outcome = outcome(retrieval);
        return new LoadResult<>(
                document.map(Document::value).orElseGet(schema::defaultValue),
                outcome,
                document.map(Document::storedVersion).orElse(OptionalInt.empty()),
                repairs(retrieval),
                document.map(Document::steps).orElse(List.of()),
                outcome == Outcome.RESET ? Optional.empty() : retrieval.source(),
                outcome == Outcome.RESET ? Optional.empty() : retrieval.seal(),
                preserved,
                retrieval.findings());
    }

    /** What the next save must keep of the file that the content comes from. */
    static <T> List<Keep> keep(Retrieval<Document<T>> retrieval) {
        return retrieval.content().map(LoadResults::keep).orElse(List.of());
    }

    private static <T> List<Keep> keep(Document<T> document) {
        return switch (document.age()) {
            case MIGRATED, TOO_OLD -> List.of(new Keep.AsVersion(document.version()));
            case COMPATIBLE -> List.of(new Keep.FirstOfVersion(document.version()));
            case CURRENT, NEWER ->
                document.repairs().stream().anyMatch(LoadResults::losesSomething)
                        ? List.of(new Keep.Aside(Keep.QuarantineReason.REPAIRED))
                        : List.of();
        };
    }

    private static boolean losesSomething(Repair repair) {
        return repair.reason() != Reason.MISSING;
    }

    /** What is newer about the file, for the message that refuses to replace it. */
    static <T> String age(Retrieval<Document<T>> retrieval) {
        if (retrieval.verdict() != Retrieval.Verdict.NEWER) {
            return retrieval.content().map(LoadResults::age).orElse("");
        }
        return retrieval.findings().stream()
                .filter(finding -> finding.state() == Finding.State.NEWER)
                .map(finding -> finding.copy().name() + " was sealed by a newer SaveSchema")
                .findFirst()
                .orElseThrow();
    }

    private static <T> String age(Document<T> document) {
        String version = "the file has version " + document.version();
        return document.newer()
                .map(newer -> version + ", which can be read here, and would lose something if it were written; "
                        + "programs from version " + newer.writes() + " on can write it")
                .orElse(version);
    }

    private static <T> Outcome outcome(Retrieval<Document<T>> retrieval) {
        Optional<Document.Age> age = retrieval.content().map(Document::age);
        if (age.equals(Optional.of(Document.Age.NEWER))) {
            return Outcome.NEWER;
        }
        if (age.equals(Optional.of(Document.Age.TOO_OLD))) {
            return Outcome.RESET;
        }
        return switch (retrieval.verdict()) {
            case ABSENT -> Outcome.FIRST_RUN;
            // The program that began to save it did not live to say so. Nothing is lost, and nobody has to be told.
            case INTACT, RESUMED -> Outcome.LOADED;
            case EDITED -> Outcome.EDITED;
            case RECOVERED -> Outcome.RECOVERED;
            case SALVAGED -> Outcome.SALVAGED;
            case LOST -> Outcome.RESET;
            case NEWER -> Outcome.NEWER;
        };
    }

    /** What had to be put right in the file that was used, behind why the live file was not. */
    private static <T> List<Repair> repairs(Retrieval<Document<T>> retrieval) {
        Optional<Document<T>> document = retrieval.content();
        if (retrieval.verdict() == Retrieval.Verdict.ABSENT) {
            return List.of(); // part of a first save that was never finished is a finding, and no loss
        }
        if (document.isEmpty()) {
            return retrieval.findings().stream()
                    .filter(finding -> finding.state() == Finding.State.INVALID)
                    .flatMap(finding -> notUsed(finding, "used the defaults").stream())
                    .toList();
        }
        List<Repair> repairs = new ArrayList<>();
        if (retrieval.verdict() == Retrieval.Verdict.RECOVERED) {
            Finding live = retrieval.findings().get(0);
            retrieval
                    .source()
                    .flatMap(source -> notUsed(live, "used " + source.name()))
                    .ifPresent(repairs::add);
        }
        repairs.addAll(document.get().repairs());
        return repairs;
    }

    /** Why a file was not used, if it is gone or cannot be. */
    private static Optional<Repair> notUsed(Finding finding, String used) {
        String name = finding.copy().name();
        return switch (finding.state()) {
            case MISSING -> Optional.of(new Repair("", Reason.DAMAGED, name + " is missing", Optional.empty(), used));
            case INVALID ->
                Optional.of(new Repair(
                        "",
                        finding.isRefused() ? Reason.REJECTED : Reason.DAMAGED,
                        name + " is unusable: " + finding.detail(),
                        Optional.empty(),
                        used));
            case SEALED, EDITED, NEWER, UNREADABLE -> Optional.empty();
        };
    }

    private static <T> List<Copy> preserved(Retrieval<Document<T>> retrieval) {
        List<Copy> kept = new ArrayList<>(retrieval.preserved());
        if (!keep(retrieval).isEmpty()) {
            retrieval.source().filter(source -> !kept.contains(source)).ifPresent(kept::add);
        }
        return kept;
    }
}
