package dev.saveschema.processor.history.head;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import java.util.List;
import java.util.Optional;

/** What the sources have today for what an older version had, by its names in that version. */
public interface SourceLookup {

    /** A component that was there already, with the record that it is in. */
    record Living(Component component, RecordModel record) {}

    /** What became of a member of a part, if it is still there; one of them if it has become several. */
    Optional<Living> component(String definition, String member);

    /** Other names that are accepted for one of several objects. */
    List<String> aliases(String choice, String name);
}
