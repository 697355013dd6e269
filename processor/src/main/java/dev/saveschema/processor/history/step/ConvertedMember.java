package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import java.util.Optional;

/**
 * Which member of the older version a conversion is for. It names the component as the record has it today; what that was called
 * then follows from the history, long after the annotations that told of it are gone, and else from the annotations.
 */
final class ConvertedMember {

    private final SchemaModel schema;
    private final History history;
    private final Lineage lineage;

    ConvertedMember(SchemaModel schema, History history, Lineage lineage) {
        this.schema = schema;
        this.history = history;
        this.lineage = lineage;
    }

    /** Its name in files of the version that the step starts from; empty for a step on the whole document. */
    Optional<String> of(Step step) {
        return step.form() instanceof Step.Form.Conversion conversion
                ? recorded(step.from(), conversion.component())
                        .or(() -> Optional.of(declared(step.from(), conversion.component())))
                : Optional.empty();
    }

    /** What has become the component, or what was removed and had the name. */
    private Optional<String> recorded(int version, String component) {
        return history.find(version)
                .map(locked -> locked.snapshot().root())
                .flatMap(root -> root.members().stream()
                        .map(Definition.Member::name)
                        .filter(member -> lineage.of(version)
                                .component(root.name(), member)
                                .map(living -> living.record() == schema.root()
                                        && living.component().name().equals(component))
                                .orElse(member.equals(component)))
                        .findFirst());
    }

    /** A name that no component has belongs to a removed one. */
    private String declared(int version, String component) {
        return schema.root().components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .map(found -> found.jsonNameIn(version))
                .orElse(component);
    }
}
