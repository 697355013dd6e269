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
        plan.changesIn(part.name()).forEach(change -> old(change).ifPresent(body::addStatement));
        for (Definition.Member member : part.members()) {
            added(part, member).ifPresent(body::addStatement);
            if (!plan.isAdded(part.name(), member.name())) {
                body.add(inside(member));
            }
        }
        plan.changesIn(part.name()).stream()
                .filter(Change.Moved.class::isInstance)
                .map(Change.Moved.class::cast)
                .forEach(moved -> body.addStatement(
                        "step.moved($L, $L)", JavaText.quoted(moved.from()), JavaText.quoted(moved.to())));
        return body.build();
    }

    /** What is done to a member that was there before. */
    private static Optional<CodeBlock> old(Change change) {
        if (change instanceof Change.Renamed renamed) {
            return Optional.of(CodeBlock.of(
                    "step.renamed($L, $L)", JavaText.quoted(renamed.from()), JavaText.quoted(renamed.to())));
        }
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
    private CodeBlock inside(Definition.Member member) {
        CodeBlock.Builder calls = CodeBlock.builder();
        inside(member, member.type(), List.of(), calls);
        return calls.build();
    }

    private void inside(Definition.Member member, ValueType type, List<String> descents, CodeBlock.Builder calls) {
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

    private CodeBlock within(Definition.Member member, Definition definition, List<String> descents) {
        CodeBlock.Builder path = CodeBlock.builder();
        descents.forEach(descent -> path.add(", $T.$L", RuntimeNames.MIGRATION_STEP.nestedClass("Descent"), descent));
        CodeBlock.Builder calls = CodeBlock.builder();
        if (definition instanceof Definition.Constants constants) {
            for (Change change : plan.changesIn(constants.name())) {
                if (change instanceof Change.Renamed renamed) {
                    calls.addStatement(
                            "step.renamedConstant($L, $L, $L$L)",
                            JavaText.quoted(member.name()),
                            JavaText.quoted(renamed.from()),
                            JavaText.quoted(renamed.to()),
                            path.build());
                }
            }
            return calls.build();
        }
        return calls.addStatement(
                        "step.inside($L, Migrator::$N$L)",
                        JavaText.quoted(member.name()),
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
        for (String name : choice.parts()) {
            Definition.Tag tag =
                    ((Definition.Part) plan.after().definition(name)).tag().orElseThrow();
            for (Change change : plan.changesIn(choice.name())) {
                if (change instanceof Change.Renamed renamed && renamed.to().equals(tag.value())) {
                    body.addStatement(
                            "step.renamedObject($L, $L, $L)",
                            JavaText.quoted(tag.member()),
                            JavaText.quoted(renamed.from()),
                            JavaText.quoted(renamed.to()));
                }
            }
            if (plan.isChanged(name)) {
                body.addStatement(
                        "step.where($L, $L, Migrator::$N)",
                        JavaText.quoted(tag.member()),
                        JavaText.quoted(tag.value()),
                        method(name));
            }
        }
        return body.build();
    }
}
