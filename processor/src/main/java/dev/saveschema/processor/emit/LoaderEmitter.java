package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Emits {@code Loader}: a method for each record that reads its members in whatever order and state they are. */
final class LoaderEmitter {

    private final SchemaModel schema;
    private final LoaderNames names;
    private final Defaults defaults;
    private final ReadParts parts;
    private final Set<String> packages;
    private final List<FieldSpec> members = new ArrayList<>();
    private final List<FieldSpec> limits = new ArrayList<>();
    private final Map<String, PartLimits> limitsOfComponents = new HashMap<>();
    private final Map<String, CodeBlock> reads = new HashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    LoaderEmitter(SchemaModel schema, LoaderNames names, Defaults defaults, SharedConstants constants) {
        this.schema = schema;
        this.names = names;
        this.defaults = defaults;
        this.parts = new ReadParts(names, constants, this::limits);
        this.packages = Locals.packages(schema);
    }

    /** The emitter of code that reads parts. Conversions in migrations use the same. */
    ReadParts parts() {
        return parts;
    }

    void readRecords() {
        for (RecordModel record : schema.records()) {
            members.add(members(names.members(record.shape()), record.inFile()));
            methods.add(reader(record));
            methods.addAll(parts.takeMethods());
        }
        for (RecordModel record : schema.records()) {
            methods.add(defaultsOf(record));
        }
    }

    TypeSpec emit() {
        methods.addAll(parts.takeMethods());
        members.addAll(parts.subtypes());
        return TypeSpec.classBuilder("Loader")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Reads version $L and trusts nothing in it.\n", schema.version())
                .addFields(members)
                .addFields(limits)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(methods)
                .build();
    }

    // private static final Members SETTINGS_MEMBERS = Members.of(Members.member("volume", "80"), …);
    private FieldSpec members(String name, List<Component> components) {
        CodeBlock list = components.stream().map(this::member).collect(CodeBlock.joining(", "));
        return FieldSpec.builder(RuntimeNames.MEMBERS, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", RuntimeNames.MEMBERS, list)
                .build();
    }

    private CodeBlock member(Component component) {
        String factory = component.mayBeAbsent() ? "optional" : "member";
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.$L($L, $L",
                        RuntimeNames.MEMBERS,
                        factory,
                        JavaText.quoted(component.jsonName()),
                        JavaText.quoted(defaults.text(component)));
        component.aliases().forEach(alias -> code.add(", $L", JavaText.quoted(alias)));
        return code.add(")").build();
    }

    private MethodSpec reader(RecordModel record) {
        Locals locals = new Locals(record, packages, "in", "fallback", "member", "refusal");
        TypeName type = ShapeTypeName.of(record.shape());
        CodeBlock.Builder body = CodeBlock.builder()
                .beginControlFlow("if (!$N.beginObject($N))", locals.name("in"), names.members(record.shape()))
                .addStatement("return $N", locals.name("fallback"))
                .endControlFlow();
        record.components().forEach(component -> body.add(local(component, record, locals)));
        record.unknown()
                .ifPresent(unknown -> body.addStatement(
                        "$T $N = new $T<>()", RuntimeNames.UNKNOWN, locals.name(unknown), LinkedHashMap.class));
        body.add(
                loop(record, record.inFile(), record.unknown().map(locals::name).orElse(""), locals));
        body.add(construction(record, locals));
        return MethodSpec.methodBuilder(names.reader(record.shape()))
                .addModifiers(Modifier.STATIC)
                .returns(type)
                .addParameter(RuntimeNames.SAVE_READER, locals.name("in"))
                .addParameter(type, locals.name("fallback"))
                .addCode(body.build())
                .build();
    }

    /** Emits the method that reads a summary, from an object that has the summary's members and no others. */
    void readSummary(ClassName summary) {
        RecordModel record = schema.root();
        Locals locals = new Locals(record, packages, "in", "member");
        members.add(members(names.summaryMembers(), record.summary()));
        CodeBlock.Builder body =
                CodeBlock.builder().addStatement("$N.beginObject($N)", locals.name("in"), names.summaryMembers());
        record.summary().forEach(component -> body.add(local(component, record, locals)));
        body.add(loop(record, record.summary(), "", locals));
        record.summary().stream()
                .filter(Defaults::isMade)
                .forEach(component -> body.add(defaulted(component, record, locals)));
        body.addStatement(
                "return new $T($L)",
                summary,
                record.summary().stream()
                        .map(component -> CodeBlock.of("$N", locals.name(component)))
                        .collect(CodeBlock.joining(", ")));
        methods.add(MethodSpec.methodBuilder(names.summaryReader())
                .addModifiers(Modifier.STATIC)
                .returns(summary)
                .addParameter(RuntimeNames.SAVE_READER, locals.name("in"))
                .addCode(body.build())
                .build());
    }

    private CodeBlock local(Component component, RecordModel record, Locals locals) {
        TypeName type = ShapeTypeName.of(component.shape());
        return Defaults.isMade(component)
                ? CodeBlock.builder()
                        .addStatement("$T $N = null", type.box(), locals.name(component))
                        .build()
                : CodeBlock.builder()
                        .addStatement("$T $N = $L", type, locals.name(component), defaults.code(component, record))
                        .build();
    }

    private CodeBlock loop(RecordModel record, List<Component> components, String unknown, Locals locals) {
        String in = locals.name("in");
        String member = locals.name("member");
        CodeBlock.Builder loop = CodeBlock.builder()
                .beginControlFlow(
                        "for (int $1N = $2N.nextMember($4L); $1N != $3T.END; $1N = $2N.nextMember($4L))",
                        member,
                        in,
                        RuntimeNames.SAVE_READER,
                        unknown)
                .beginControlFlow("switch ($N)", member);
        for (int number = 0; number < components.size(); number++) {
            Component component = components.get(number);
            loop.addStatement("case $L -> $N = $L", number, locals.name(component), value(record, component, locals));
        }
        return loop.addStatement("default -> throw new $T($N)", AssertionError.class, member)
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    /**
     * The expression that reads a component. The record's method and the summary's share it, since both call their variables the
     * same.
     */
    private CodeBlock value(RecordModel record, Component component, Locals locals) {
        return reads.computeIfAbsent(
                key(record, component),
                key -> parts.read(
                        component.shape(),
                        CodeBlock.of("$N", locals.name(component)),
                        limits(record, component),
                        names.hint(record, component),
                        locals.name("in")));
    }

    private static String key(RecordModel record, Component component) {
        return record.shape() + " " + component.name();
    }

    /** The limits of a component, as expressions within {@code Loader}. {@code Saver} checks the same limits. */
    PartLimits limits(RecordModel record, Component component) {
        return limitsOfComponents.computeIfAbsent(
                key(record, component),
                key -> limits(component.shape(), component.limits(), names.hint(record, component)));
    }

    /** The limits of an alternative, a record that stands in the file as its one value, as expressions within {@code Loader}. */
    PartLimits limits(Shape.OneOf oneOf, Alternative alternative) {
        return limitsOfComponents.computeIfAbsent(
                "alternative " + alternative.type(),
                key -> limits(
                        alternative.component().shape(),
                        alternative.component().limits(),
                        names.hint(oneOf, alternative)));
    }

    private PartLimits limits(Shape shape, Limits written, String hint) {
        CodeBlock own = limit(shape, written, hint);
        CodeBlock element = Limitable.element(shape)
                .map(part -> limit(part, written.ofElements(), hint + "Element"))
                .orElse(CodeBlock.of(""));
        Optional<CodeBlock> key = Limitable.key(shape)
                .filter(part -> !written.ofKeys().equals(Limits.NONE))
                .map(part -> limit(part, written.ofKeys(), hint + "Key"));
        return new PartLimits(own, element, key, written.isReset());
    }

    /** The name of a new constant for the limit; {@code NONE} or empty if there is no limit. */
    private CodeBlock limit(Shape shape, Limits written, String hint) {
        Optional<ClassName> type = LimitCode.type(shape);
        if (type.isEmpty()) {
            return CodeBlock.of("");
        }
        CodeBlock code = LimitCode.code(type.get(), written);
        if (LimitCode.isNone(code)) {
            return code;
        }
        String name = names.limit(hint);
        limits.add(FieldSpec.builder(type.get(), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code)
                .build());
        return CodeBlock.of("$N", name);
    }

    private CodeBlock defaulted(Component component, RecordModel record, Locals locals) {
        return CodeBlock.builder()
                .beginControlFlow("if ($N == null)", locals.name(component))
                .addStatement("$N = $L", locals.name(component), defaults.code(component, record))
                .endControlFlow()
                .build();
    }

    private CodeBlock construction(RecordModel record, Locals locals) {
        CodeBlock.Builder body = CodeBlock.builder();
        record.components().stream()
                .filter(Defaults::isMade)
                .forEach(component -> body.add(defaulted(component, record, locals)));
        CodeBlock arguments = CodeBlock.join(
                record.arguments(
                        component -> CodeBlock.of("$N", locals.name(component)),
                        unknown -> CodeBlock.of("$T.unmodifiableMap($N)", Collections.class, locals.name(unknown))),
                ", ");
        body.addStatement(
                record.arguments().isEmpty() ? "return new $T($L)" : "return new $T<>($L)",
                ShapeTypeName.of(record.type()),
                arguments);
        if (!Defaults.mayThrow(schema, record)) {
            return body.build();
        }
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(body.build())
                .nextControlFlow("catch ($T | $T $N)", RuntimeException.class, Error.class, locals.name("refusal"))
                .addStatement(
                        "return $N.rejected($N, $N)",
                        locals.name("in"),
                        locals.name("refusal"),
                        locals.name("fallback"))
                .endControlFlow()
                .build();
    }

    private MethodSpec defaultsOf(RecordModel record) {
        CodeBlock values = CodeBlock.join(
                record.arguments(
                        component -> defaults.code(component, record), unknown -> CodeBlock.of("$T.of()", Map.class)),
                ", ");
        CodeBlock made = CodeBlock.builder()
                // type arguments are written out: the compiler cannot always infer them from values whose own are
                // inferred
                .addStatement("return new $T($L)", ShapeTypeName.of(record.shape()), values)
                .build();
        return MethodSpec.methodBuilder(names.defaults(record.shape()))
                .addModifiers(Modifier.STATIC)
                .returns(ShapeTypeName.of(record.shape()))
                .addCode(Defaults.mayThrow(record) ? named(record, made) : made)
                .build();
    }

    /** A body that makes the default, and names the record if the developer's code throws. */
    private static CodeBlock named(RecordModel record, CodeBlock made) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(made)
                .nextControlFlow("catch ($T | $T refusal)", RuntimeException.class, Error.class)
                .addStatement(
                        "throw $T.of($T.class, refusal)",
                        RuntimeNames.UNUSABLE_DEFAULTS_EXCEPTION,
                        ShapeTypeName.of(record.type()))
                .endControlFlow()
                .build();
    }
}
