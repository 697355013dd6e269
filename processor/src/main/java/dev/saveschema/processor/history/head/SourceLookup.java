package dev.saveschema.processor.history.head;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import java.util.List;
import java.util.Optional;

/** Finds in today's sources the components and records of an older version, by their names in that version. */
public interface SourceLookup {

    /** A component that the older version had already, with its record. */
    record Living(Component component, RecordModel record) {}

    /** The component that a member of a part became, if it is still there; any of them if it became several. */
    Optional<Living> component(String definition, String member);

    /** The aliases of a record of a sealed interface. */
    List<String> aliases(String choice, String name);
}
