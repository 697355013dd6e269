package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.MemberAt;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.JsonPointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Emits the changes of one step: a call for each change, and a method for each part that is changed, which is called wherever the
 * part stands.
 */
final class ChangeCode {

    private final StepPlan plan;
    private final DefaultWriting defaults;
    private final Identifiers names;
    private final Function<String, MethodSpec.Builder> methods;
    private final BiFunction<List<StepPlan.Code>, CodeBlock, CodeBlock> code;

    /**
     * @param methods makes a method of that name
     * @param code puts calls of the developer's methods for a part in front of the part's declared changes
     */
    ChangeCode(
            StepPlan plan,
            DefaultWriting defaults,
            Identifiers names,
            Function<String, MethodSpec.Builder> methods,
            BiFunction<List<StepPlan.Code>, CodeBlock, CodeBlock> code) {
        this.plan = plan;
        this.defaults = defaults;
        this.names = names;
        this.methods = methods;
        this.code = code;
    }

    /**
     * The changes of the whole document. If the root's record also stands within itself, {@code Node(List<Node> children)}, its
     * changes are a method, which is called for the root as for every other place.
     */
    CodeBlock ofDocument() {
        String root = plan.after().root().name();
        if (plan.isWithinItself(root) && plan.isChanged(root)) {
            return moved().addStatement("$N(step)", method(root)).build();
        }
        return moved().add(ofPart(plan.after().root())).build();
    }

    /**
     * The moves into and within the document. A moved value is changed at its old place first, and is taken out before the members
     * there get new names.
     */
    private CodeBlock.Builder moved() {
        CodeBlock.Builder body = CodeBlock.builder();
        plan.changesIn(plan.after().root().name(), Change.Moved.class).stream()
                // a value that stands within another moved value is taken out of that one first: /hud/map/zoom before
                // /hud/map
                .sorted(Comparator.comparingInt(moved -> -moved.from().split("/").length))
                .forEach(moved -> body.add(moved(moved)));
        return body;
    }

    private CodeBlock moved(Change.Moved moved) {
        CodeBlock.Builder calls = CodeBlock.builder();
        Optional<MemberAt> to = MemberAt.of(plan.after(), moved.to());
        to.ifPresent(member -> calls.add(changedWhereItWas(moved, member)));
        CodeBlock around = around(moved.to())
                .map(json -> CodeBlock.of(", $L", JavaText.quoted(json.line())))
                .orElse(CodeBlock.of(""));
        Stream<String> aliases = to.stream()
                .flatMap(member ->
                        plan.aliases(member.definition(), member.member().name()).stream())
                .map(alias -> JsonPointer.parent(moved.from()) + "/" + JsonPointer.escaped(alias));
        Stream.concat(Stream.of(moved.from()), aliases)
                .forEach(from -> calls.addStatement(
                        "step.moved($L, $L$L)", JavaText.quoted(from), JavaText.quoted(moved.to()), around));
        return calls.build();
    }

    private CodeBlock changedWhereItWas(Change.Moved moved, MemberAt to) {
        CodeBlock changes = inside(JsonPointer.name(moved.from()), to.member().type(), Optional::empty);
        String parent = JsonPointer.parent(moved.from());
        if (changes.isEmpty() || parent.isEmpty()) {
            return changes;
        }
        int version = plan.from() + 1;
        String method = names.of("moved " + moved.from() + " " + version, () -> "movedTo" + version);
        methods.apply(method).addCode(changes);
        return CodeBlock.builder()
                .addStatement("step.at($L, Migrator::$N)", JavaText.quoted(parent), method)
                .build();
    }

    /** The defaults of the object that a moved value goes to, if that object may be absent, as an {@code Optional} is. */
    private Optional<Json> around(String to) {
        return Optional.of(JsonPointer.parent(to))
                .filter(place -> !place.isEmpty())
                .flatMap(place -> MemberAt.of(plan.after(), place))
                .map(MemberAt::member)
                .filter(member -> member.type() instanceof ValueType.Nullable)
                .flatMap(absent -> MemberAt.of(plan.after(), to))
                .map(member -> ((Definition.Part) plan.after().definition(member.definition())).defaults());
    }

    private CodeBlock ofPart(Definition.Part part) {
        CodeBlock.Builder body = CodeBlock.builder();
        // first: a removed name may be the new name of another member
        removed(part.name()).forEach(name -> body.addStatement("step.removed($L)", JavaText.quoted(name)));
        body.add(renamed("step.renamed(", part.name(), CodeBlock.of("")));
        for (Definition.Member member : part.members()) {
            if (!plan.isAdded(part.name(), member.name())) {
                Supplier<Optional<CodeBlock>> fallback = () -> value(part, member, member.fallback());
                body.add(inside(member.name(), member.type(), fallback));
                // files of every version may have the alias instead
                plan.aliases(part.name(), member.name())
                        .forEach(alias -> body.add(inside(alias, member.type(), fallback)));
            }
            // last: the value that is added has the form of the newer version already
            added(part, member).ifPresent(body::addStatement);
        }
        return body.build();
    }

    /**
     * A call for each renamed member; one call for all of them if a member takes the name that another one had, as where two
     * members swap their names.
     *
     * @param call the beginning of the call: {@code step.renamed(}
     * @param rest the end of the call, behind the names
     */
    private CodeBlock renamed(String call, String definition, CodeBlock rest) {
        List<Change.Renamed> renames = plan.changesIn(definition, Change.Renamed.class);
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

    /** The names of the members, constants or records that a definition no longer has. */
    private List<String> removed(String definition) {
        return plan.changesIn(definition, Change.Removed.class).stream()
                .map(Change.Removed::name)
                .toList();
    }

    private Optional<CodeBlock> added(Definition.Part part, Definition.Member member) {
        for (Change change : plan.changesIn(part.name())) {
            if (change instanceof Change.Added added && added.name().equals(member.name())) {
                return value(part, member, added.value()).map(value -> call("added", part, member, value));
            }
            if (change instanceof Change.Required required && required.name().equals(member.name())) {
                return value(part, member, required.value()).map(value -> call("required", part, member, value));
            }
        }
        return Optional.empty();
    }

    private CodeBlock call(String verb, Definition.Part part, Definition.Member member, CodeBlock value) {
        CodeBlock.Builder call = CodeBlock.builder().add("step.$L($L, $L", verb, JavaText.quoted(member.name()), value);
        plan.aliases(part.name(), member.name()).forEach(alias -> call.add(", $L", JavaText.quoted(alias)));
        return call.add(")").build();
    }

    /**
     * The value as an argument: JSON in quotes if the history knows it, else code that lets the program write it, {@code out ->
     * out.write(Progress.newId())}.
     */
    private Optional<CodeBlock> value(Definition.Part part, Definition.Member member, Optional<Json> value) {
        if (value.isPresent()) {
            return Optional.of(JavaText.quoted(value.get().line()));
        }
        return plan.sources()
                .component(part.name(), member.name())
                .map(living -> CodeBlock.of("out -> $L", defaults.of(living.component(), living.record())));
    }

    /** The changes of the records and enums within a member's value; empty if nothing in them changes. */
    private CodeBlock inside(String member, ValueType type, Supplier<Optional<CodeBlock>> fallback) {
        CodeBlock.Builder calls = CodeBlock.builder();
        inside(new Place(member, List.of(), fallback), type, calls);
        return calls.build();
    }

    private void inside(Place place, ValueType type, CodeBlock.Builder calls) {
        if (type instanceof ValueType.Nullable nullable) {
            inside(place, nullable.of(), calls);
        } else if (type instanceof ValueType.ListOf list) {
            inside(place.through("ELEMENTS"), list.element(), calls);
        } else if (type instanceof ValueType.MapOf map) {
            inside(place.through("KEYS"), map.key(), calls);
            inside(place.through("VALUES"), map.value(), calls);
        } else if (type instanceof ValueType.OneOf oneOf) {
            // each change leaves a value alone whose JSON type is not that of its definition
            oneOf.types().forEach(each -> inside(place, each, calls));
        } else if (type instanceof ValueType.Defined defined && plan.isChanged(defined.definition())) {
            calls.add(within(place, plan.after().definition(defined.definition())));
        }
    }

    private CodeBlock within(Place place, Definition definition) {
        CodeBlock.Builder calls = CodeBlock.builder();
        if (definition instanceof Definition.Constants) {
            removed(definition.name())
                    .forEach(name -> calls.addStatement(
                            "step.removedConstant($L, $L$L)", place.name(), JavaText.quoted(name), place.instead()));
            return calls.add(renamed("step.renamedConstant(" + place.name() + ", ", definition.name(), place.path()))
                    .build();
        }
        if (definition instanceof Definition.Choice choice) {
            removed(choice.name())
                    .forEach(name -> calls.addStatement(
                            "step.removedSubtype($L, $L, $L$L)",
                            place.name(),
                            JavaText.quoted(oldDiscriminator(choice)),
                            JavaText.quoted(name),
                            place.instead()));
            if (!isChangedInside(choice)) {
                return calls.build();
            }
        }
        return calls.addStatement(
                        "step.inside($L, Migrator::$N$L)", place.name(), method(definition.name()), place.path())
                .build();
    }

    /** Whether objects of the sealed interface have changes beside the removal of whole records. */
    private boolean isChangedInside(Definition.Choice choice) {
        return !plan.codeOf(choice.name()).isEmpty()
                || choice.parts().stream().anyMatch(plan::isChanged)
                || plan.changesIn(choice.name()).stream().anyMatch(change -> !(change instanceof Change.Removed));
    }

    private String oldDiscriminator(Definition.Choice choice) {
        return plan.changesIn(choice.name(), Change.RenamedDiscriminator.class).stream()
                .map(Change.RenamedDiscriminator::from)
                .findFirst()
                .orElse(plan.after().discriminator(choice));
    }

    /**
     * A member, or the values in the arrays and maps of a member.
     *
     * @param descents the way from the member to the values: {@code ELEMENTS}, {@code VALUES}
     * @param fallback the value that the member takes where its own value is gone. It is asked only then, since its code may need a
     *     method in the generated class
     */
    private record Place(String member, List<String> descents, Supplier<Optional<CodeBlock>> fallback) {

        Place through(String descent) {
            List<String> longer = new ArrayList<>(descents);
            longer.add(descent);
            return new Place(member, longer, fallback);
        }

        CodeBlock name() {
            return JavaText.quoted(member);
        }

        /** The descents as the call's further arguments: {@code , Descent.ELEMENTS, Descent.VALUES}. */
        CodeBlock path() {
            CodeBlock.Builder path = CodeBlock.builder();
            descents.forEach(
                    descent -> path.add(", $T.$L", RuntimeNames.MIGRATION_STEP.nestedClass("Descent"), descent));
            return path.build();
        }

        /** The call's further arguments: the descents, or for the member itself the value that it takes where its own is gone. */
        CodeBlock instead() {
            Optional<CodeBlock> instead = descents.isEmpty() ? fallback.get() : Optional.empty();
            return instead.map(value -> CodeBlock.of(", $L", value)).orElseGet(this::path);
        }
    }

    /** The method that changes a record or one of several records, wherever it stands in the document. */
    private String method(String definition) {
        int version = plan.from() + 1;
        String owner = "step " + definition + " " + version;
        boolean known = names.has(owner);
        String name = names.of(owner, () -> Identifiers.uncapitalized(definition) + "To" + version);
        if (!known) {
            MethodSpec.Builder method = methods.apply(name);
            Definition found = plan.after().definition(definition);
            CodeBlock declared =
                    found instanceof Definition.Choice choice ? ofChoice(choice) : ofPart((Definition.Part) found);
            method.addCode(code.apply(plan.codeOf(definition), declared));
        }
        return name;
    }

    /**
     * The changes of the objects of a sealed interface. Each object is changed under its old name, {@code "type": "circle"}; then
     * the object gets its newer name.
     */
    private CodeBlock ofChoice(Definition.Choice choice) {
        CodeBlock.Builder body = CodeBlock.builder();
        String discriminator = oldDiscriminator(choice);
        for (String name : choice.parts()) {
            if (plan.isChanged(name)) {
                Definition.Tag tag =
                        ((Definition.Part) plan.after().definition(name)).tag().orElseThrow();
                CodeBlock.Builder call = CodeBlock.builder()
                        .add(
                                "step.ifSubtype($L, $L, Migrator::$N",
                                JavaText.quoted(discriminator),
                                JavaText.quoted(plan.oldName(choice.name(), tag.value())),
                                method(name));
                plan.sources()
                        .aliases(choice.name(), tag.value())
                        .forEach(alias -> call.add(", $L", JavaText.quoted(alias)));
                body.addStatement(call.add(")").build());
            }
        }
        body.add(renamed(
                "step.renamedSubtype(" + JavaText.quoted(discriminator) + ", ", choice.name(), CodeBlock.of("")));
        plan.changesIn(choice.name(), Change.RenamedDiscriminator.class)
                .forEach(renamed -> body.addStatement(
                        "step.renamed($L, $L)", JavaText.quoted(renamed.from()), JavaText.quoted(renamed.to())));
        return body.build();
    }
}
