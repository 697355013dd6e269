package dev.saveschema;

import dev.saveschema.document.Annotations;
import dev.saveschema.document.Document;
import dev.saveschema.document.NewerDocument;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a save since it was last loaded or saved.
 *
 * @param isDurable whether it was saved here, and cannot roll back
 * @param isCertain whether this is what is stored; not so after a save of which nobody could say what became of it
 * @param keep what the next save must keep aside before it replaces the save
 * @param annotations what the save says of itself to others, which is written back
 * @param newer the save of a newer program around the value, if this one may write it
 */
record Loaded<T>(
        T value,
        boolean isDurable,
        boolean isCertain,
        boolean isNewer,
        String age,
        boolean mayOverwriteNewer,
        List<Keep> keep,
        Annotations annotations,
        Optional<NewerDocument> newer) {

    static <T> Loaded<T> of(LoadResult<T> result, Retrieval<Document<T>> retrieval) {
        boolean isNewer = result.outcome() == Outcome.NEWER;
        String age = LoadResults.age(retrieval);
        return new Loaded<>(
                result.value(),
                false,
                true,
                isNewer,
                age,
                false,
                LoadResults.keep(retrieval),
                retrieval.content().map(Document::annotations).orElse(Annotations.NONE),
                isNewer ? Optional.empty() : retrieval.content().flatMap(Document::newer));
    }

    /** The newest generation is now our own, so that nothing of what was loaded is left to keep. */
    Loaded<T> saved(T newest, boolean isDurable) {
        return new Loaded<>(newest, isDurable, true, false, "", false, List.of(), annotations, newer);
    }

    Optional<T> durable() {
        return isDurable ? Optional.of(value) : Optional.empty();
    }

    Loaded<T> uncertain() {
        return new Loaded<>(value, isDurable, false, isNewer, age, mayOverwriteNewer, keep, annotations, newer);
    }

    Loaded<T> overwritingNewer() {
        List<Keep> aside = isNewer ? List.of(new Keep.Aside(Keep.QuarantineReason.NEWER)) : keep;
        return new Loaded<>(value, isDurable, isCertain, isNewer, age, true, aside, annotations, newer);
    }

    Loaded<T> keepingWhatIsReplaced() {
        List<Keep> more = new ArrayList<>(keep);
        more.add(new Keep.Aside(Keep.QuarantineReason.REPLACED));
        return new Loaded<>(value, isDurable, isCertain, isNewer, age, mayOverwriteNewer, more, annotations, newer);
    }
}
