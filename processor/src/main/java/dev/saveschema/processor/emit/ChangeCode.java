package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.saveschema.processor.history.Change;
import dev.saveschema.processor.history.Definition;
import dev.saveschema.processor.history.Json;
import dev.saveschema.processor.history.StepPlan;
import dev.saveschema.processor.history.ValueType;
import dev.saveschema.processor.model.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Emits the changes of one step: a call for each, and a method for each part in which there are any, wherever the part is. */
final class ChangeCode {

    private final StepPlan plan;
    private final DefaultWriting defaults;
    private final Identifiers names;
    private final Function<String, MethodSpec.Builder> methods;

    /** @param methods makes a method of that name */
    ChangeCode(
            StepPlan plan, DefaultWriting defaults, Identifiers names, Function<String, MethodSpec.Builder> methods) {
        this.plan = plan;
        this.defaults = defaults;
        this.names = names;
        this.methods = methods;
    }

    /** What is done to the document, in place or by the method that does it to the document as a part of itself. */
    CodeBlock ofDocument() {
        String root = plan.after().root().name();
        if (plan.isWithinItself(root) && plan.isChanged(root)) {
            return CodeBlock.builder().addStatement("$N(step)", method(root)).build();
        }
        return ofPart(plan.after().root());
    }

    private CodeBlock ofPart(Definition.Part part) {
        CodeBlock.Builder body = CodeBlock.builder();
        body.add(renamed("step.renamed(", part.name(), CodeBlock.of("")));
        plan.changesIn(part.name()).forEach(change -> removed(change).ifPresent(body::addStatement));
        for (Definition.Member member : part.members()) {
            added(part, member).ifPresent(body::addStatement);
            if (!plan.isAdded(part.name(), member.name())) {
                body.add(inside(member.name(), member.type()));
                // an alias is accepted in every version
                plan.component(part.name(), member.name())
                        .ifPresent(component ->
                                component.aliases().forEach(alias -> body.add(inside(alias, member.type()))));
            }
        }
        plan.changesIn(part.name()).stream()
                .filter(Change.Moved.class::isInstance)
                .map(Change.Moved.class::cast)
                .forEach(moved -> body.addStatement(
                        "step.moved($L, $L)", JavaText.quoted(moved.from()), JavaText.quoted(moved.to())));
        return body.build();
    }

    /**
     * A call for each name that a definition gave up; one for all if one of them takes the name that another one had.
     *
     * @param call how the call begins
     * @param rest how it ends
     */
    private CodeBlock renamed(String call, String definition, CodeBlock rest) {
        List<Change.Renamed> renames = plan.changesIn(definition).stream()
                .filter(Change.Renamed.class::isInstance)
                .map(Change.Renamed.class::cast)
                .toList();
        CodeBlock.Builder calls = CodeBlock.builder();
        boolean isTurned = renames.stream()
                .anyMatch(
                        rename -> renames.stream().anyMatch(other -> other.to().equals(rename.from())));
        if (isTurned) {
            CodeBlock entries = renames.stream()
                    .map(rename -> CodeBlock.of(
                            "$T.entry($L, $L)",
                            Map.class,
                            JavaText.quoted(rename.from()),
                            JavaText.quoted(rename.to())))
                    .collect(CodeBlock.joining(", "));
            return calls.addStatement("$L$T.of($L)$L)", call, RuntimeNames.ORDERED_MAPS, entries, rest)
                    .build();
        }
        renames.forEach(rename -> calls.addStatement(
                "$L$L, $L$L)", call, JavaText.quoted(rename.from()), JavaText.quoted(rename.to()), rest));
        return calls.build();
    }

    private static Optional<CodeBlock> removed(Change change) {
        return change instanceof Change.Removed removed
                ? Optional.of(CodeBlock.of("step.removed($L)", JavaText.quoted(removed.name())))
                : Optional.empty();
    }

    private Optional<CodeBlock> added(Definition.Part part, Definition.Member member) {
        for (Change change : plan.changesIn(part.name())) {
            if (change instanceof Change.Added added && added.name().equals(member.name())) {
                return value("added", part, member, added.value());
            }
            if (change instanceof Change.Required required && required.name().equals(member.name())) {
                return value("required", part, member, required.value());
            }
        }
        return Optional.empty();
    }

    /** A value that is known goes in as JSON; one that only the program can make is written by it. */
    private Optional<CodeBlock> value(
            String verb, Definition.Part part, Definition.Member member, Optional<Json> value) {
        CodeBlock name = JavaText.quoted(member.name());
        if (value.isPresent()) {
            return Optional.of(CodeBlock.of(
                    "step.$L($L, $L)", verb, name, JavaText.quoted(value.get().line())));
        }
        Optional<Component> component = plan.component(part.name(), member.name());
        return component.map(found -> CodeBlock.of(
                "step.$L($L, out -> $L)",
                verb,
                name,
                defaults.of(found, plan.records().get(part.name()))));
    }

    /** The changes of what a member holds, if there are any. */
    private CodeBlock inside(String member, ValueType type) {
        CodeBlock.Builder calls = CodeBlock.builder();
        inside(member, type, List.of(), calls);
        return calls.build();
    }

    private void inside(String member, ValueType type, List<String> descents, CodeBlock.Builder calls) {
        if (type instanceof ValueType.Nullable nullable) {
            inside(member, nullable.of(), descents, calls);
        } else if (type instanceof ValueType.ListOf list) {
            inside(member, list.element(), with(descents, "ELEMENTS"), calls);
        } else if (type instanceof ValueType.MapOf map) {
            inside(member, map.key(), with(descents, "KEYS"), calls);
            inside(member, map.value(), with(descents, "VALUES"), calls);
        } else if (type instanceof ValueType.Defined defined && plan.isChanged(defined.definition())) {
            calls.add(within(member, plan.after().definition(defined.definition()), descents));
        }
    }

    private static List<String> with(List<String> descents, String descent) {
        List<String> longer = new ArrayList<>(descents);
        longer.add(descent);
        return longer;
    }

    private CodeBlock within(String member, Definition definition, List<String> descents) {
        CodeBlock.Builder path = CodeBlock.builder();
        descents.forEach(descent -> path.add(", $T.$L", RuntimeNames.MIGRATION_STEP.nestedClass("Descent"), descent));
        if (definition instanceof Definition.Constants constants) {
            String call = "step.renamedConstant(" + JavaText.quoted(member) + ", ";
            return renamed(call, constants.name(), path.build());
        }
        return CodeBlock.builder()
                .addStatement(
                        "step.inside($L, Migrator::$N$L)",
                        JavaText.quoted(member),
                        method(definition.name()),
                        path.build())
                .build();
    }

    /** The method that changes a part, or one of several, wherever it is. */
    private String method(String definition) {
        int version = plan.from() + 1;
        String owner = "step " + definition + " " + version;
        boolean known = names.has(owner);
        String name = names.of(owner, () -> Identifiers.uncapitalized(definition) + "To" + version);
        if (!known) {
            MethodSpec.Builder method = methods.apply(name);
            Definition found = plan.after().definition(definition);
            method.addCode(
                    found instanceof Definition.Choice choice ? ofChoice(choice) : ofPart((Definition.Part) found));
        }
        return name;
    }

    private CodeBlock ofChoice(Definition.Choice choice) {
        CodeBlock.Builder body = CodeBlock.builder();
        List<Definition.Part> parts = choice.parts().stream()
                .map(name -> (Definition.Part) plan.after().definition(name))
                .toList();
        if (!parts.isEmpty()) {
            String discriminator = parts.get(0).tag().orElseThrow().member();
            body.add(renamed(
                    "step.renamedObject(" + JavaText.quoted(discriminator) + ", ", choice.name(), CodeBlock.of("")));
        }
        for (Definition.Part part : parts) {
            if (plan.isChanged(part.name())) {
                Definition.Tag tag = part.tag().orElseThrow();
                CodeBlock.Builder call = CodeBlock.builder()
                        .add(
                                "step.where($L, $L, Migrator::$N",
                                JavaText.quoted(tag.member()),
                                JavaText.quoted(tag.value()),
                                method(part.name()));
                plan.aliases(choice.name(), tag.value()).forEach(alias -> call.add(", $L", JavaText.quoted(alias)));
                body.addStatement(call.add(")").build());
            }
        }
        return body.build();
    }
}
