package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import java.util.Optional;

/**
 * Finds the member of the older version that a conversion takes. The conversion names the component as the record has it today. The
 * history tells the older name even when no annotation does so any more; without a history the annotations do.
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

    /** The member's name in files of the version that the step starts from; empty for a step that is no conversion. */
    Optional<String> of(Step step) {
        return step.form() instanceof Step.Form.Conversion conversion
                ? recorded(step.from(), conversion.component())
                        .or(() -> Optional.of(declared(step.from(), conversion.component())))
                : Optional.empty();
    }

    /** The member of a locked version that became the component, or that has its name and was removed. */
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

    /** The member's name by the annotations. A name that no component has is that of a removed one. */
    private String declared(int version, String component) {
        return schema.root().components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .map(found -> found.jsonNameIn(version))
                .orElse(component);
    }
}
