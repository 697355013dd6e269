package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Emits the methods by which a step from record to record carries over the parts that it does not change: {@code of}, for a part that needs
 * nothing from the step, and {@code from}, which begins a record with new or changed components.
 */
final class CarryOverEmitter {

    private final CarryOver carryOver;
    private final WitherEmitter withers;
    private final Function<RecordModel, CodeBlock> defaults;
    private final boolean isPublic;

    /**
     * @param withers the classes that change single components of the newer version's records
     * @param defaults the code that makes one of those records of defaults alone
     * @param isPublic whether each method is, and not only those of public records
     */
    CarryOverEmitter(
            CarryOver carryOver, WitherEmitter withers, Function<RecordModel, CodeBlock> defaults, boolean isPublic) {
        this.carryOver = carryOver;
        this.withers = withers;
        this.defaults = defaults;
        this.isPublic = isPublic;
    }

    /** The methods, each with the type of the newer version that it makes. */
    Map<Shape, List<MethodSpec>> methods() {
        Map<Shape, List<MethodSpec>> methods = new LinkedHashMap<>();
        for (CarryOver.Records records : carryOver.records()) {
            Shape to = records.to().shape();
            if (records.asked().isEmpty()) {
                add(methods, to, records.isWhole() ? of(records) : done(records));
            }
            if (!records.isWhole()) {
                add(methods, to, from(records));
            }
        }
        for (CarryOver.Pair pair : carryOver.others()) {
            add(methods, pair.to(), of(pair));
        }
        return methods;
    }

    private static void add(Map<Shape, List<MethodSpec>> methods, Shape to, MethodSpec method) {
        methods.computeIfAbsent(to, shape -> new ArrayList<>()).add(method);
    }

    private MethodSpec.Builder method(String name, boolean ofPublic, Shape to) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(isPublic || ofPublic ? List.of(Modifier.PUBLIC) : List.of())
                .addModifiers(Modifier.STATIC)
                .returns(ShapeTypeName.of(to));
    }

    // static Settings of(ProgressV1.Settings old) { return new Settings(old.volume()); }
    private MethodSpec of(CarryOver.Records records) {
        Identifiers names = new Identifiers();
        names.fresh("old");
        List<CodeBlock> arguments = records.to()
                .arguments(
                        component -> taken(records, component.name()).code("old", names),
                        unknown -> taken(records, unknown.name()).code("old", names));
        TypeName type = ShapeTypeName.of(records.to().shape());
        return ofOlder(records)
                .addStatement("return new $T($L)", type, CodeBlock.join(arguments, ", "))
                .build();
    }

    // static Settings of(ProgressV1.Settings old) { return from(old).done(); }
    private MethodSpec done(CarryOver.Records records) {
        return ofOlder(records).addStatement("return from(old).done()").build();
    }

    private MethodSpec.Builder ofOlder(CarryOver.Records records) {
        return ofOlder(
                records.to().isPublic(), records.from().shape(), records.to().shape());
    }

    private MethodSpec.Builder ofOlder(boolean ofPublic, Shape from, Shape to) {
        return method("of", ofPublic, to)
                .addJavadoc(
                        "Carries a value of version $L over; new components have their defaults.\n",
                        carryOver.olderVersion())
                .addParameter(ShapeTypeName.of(from), "old");
    }

    private static CarryOver.Taken taken(CarryOver.Records records, String component) {
        return records.taken().stream()
                .filter(taken -> taken.name().equals(component))
                .findFirst()
                .orElseThrow();
    }

    // static WithProgress from(ProgressV1 old, Duration playTime) { return
    // with(defaults()).tasks(old.tasks()).playTime(playTime); }
    private MethodSpec from(CarryOver.Records records) {
        Identifiers names = new Identifiers();
        records.asked().forEach(component -> names.fresh(component.name()));
        String old = names.fresh("old");
        ClassName with = withers.name(records.to());
        MethodSpec.Builder from = method(
                        "from", records.to().isPublic(), records.to().shape())
                .returns(with)
                .addJavadoc(
                        "Begins with the components of version $L; new ones have their defaults.\n",
                        carryOver.olderVersion())
                .addParameter(ShapeTypeName.of(records.from().shape()), old);
        if (!records.asked().isEmpty()) {
            from.addJavadoc("\n");
        }
        List<CodeBlock> calls =
                new ArrayList<>(List.of(CodeBlock.of("new $T($L)", with, defaults.apply(records.to()))));
        for (CarryOver.Taken taken : records.taken()) {
            calls.add(CodeBlock.of(".$N($L)", taken.name(), taken.code(old, names)));
        }
        for (Component component : records.asked()) {
            from.addJavadoc("@param $N had another type or place\n", component.name())
                    .addParameter(ShapeTypeName.of(component.shape()), component.name());
            calls.add(CodeBlock.of(".$N($N)", component.name(), component.name()));
        }
        return from.addStatement("return $L", CodeBlock.join(calls, calls.size() > 2 ? "\n" : ""))
                .build();
    }

    private MethodSpec of(CarryOver.Pair pair) {
        MethodSpec.Builder of = ofOlder(false, pair.from(), pair.to());
        if (pair.from() instanceof Shape.Enumeration from && pair.to() instanceof Shape.Enumeration to) {
            return constants(of, from, to);
        }
        if (pair.from() instanceof Shape.Choice from && pair.to() instanceof Shape.Choice to) {
            return kinds(of, from, to);
        }
        return alternatives(of, (Shape.OneOf) pair.from(), (Shape.OneOf) pair.to());
    }

    private MethodSpec constants(MethodSpec.Builder of, Shape.Enumeration from, Shape.Enumeration to) {
        CodeBlock type = ShapeTypeName.qualifier(to.type());
        List<EnumConstant> renamed = from.constants().stream()
                .filter(constant -> !carryOver.constant(constant, to).name().equals(constant.name()))
                .toList();
        if (renamed.isEmpty()) {
            return of.addStatement("return $L.valueOf(old.name())", type).build();
        }
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (old) {\n").indent();
        renamed.forEach(constant -> cases.add(
                "case $N -> $L.$N;\n",
                constant.name(),
                type,
                carryOver.constant(constant, to).name()));
        return of.addCode(cases.add("default -> $L.valueOf(old.name());\n", type)
                        .unindent()
                        .add("};\n")
                        .build())
                .build();
    }

    private MethodSpec kinds(MethodSpec.Builder of, Shape.Choice from, Shape.Choice to) {
        Identifiers names = new Identifiers();
        names.fresh("old");
        for (Subtype subtype : from.subtypes()) {
            addCase(
                    of,
                    names,
                    ShapeTypeName.of(subtype.record()),
                    value -> carryOver.conversion(subtype, to).orElseThrow().of(value, names));
        }
        from.other()
                .ifPresent(other -> addCase(
                        of,
                        names,
                        ShapeTypeName.of(other),
                        value -> carryOver.other(from, to).orElseThrow().of(value, names)));
        return of.addStatement("throw new $T(old)", AssertionError.class).build();
    }

    private MethodSpec alternatives(MethodSpec.Builder of, Shape.OneOf from, Shape.OneOf to) {
        Identifiers names = new Identifiers();
        names.fresh("old");
        for (Alternative alternative : from.alternatives()) {
            addCase(
                    of,
                    names,
                    ShapeTypeName.of(alternative.type()),
                    value -> carryOver
                            .conversion(alternative, to)
                            .orElseThrow()
                            .of(
                                    CodeBlock.of(
                                            "$L.$N()",
                                            value,
                                            alternative.component().name()),
                                    names));
        }
        return of.addStatement("throw new $T(old)", AssertionError.class).build();
    }

    // if (old instanceof ShapesV1.Circle circle) { return Circle.of(circle); }
    private static void addCase(
            MethodSpec.Builder of, Identifiers names, TypeName type, Function<CodeBlock, CodeBlock> result) {
        String name = names.fresh(Identifiers.uncapitalized(((ClassName) type).simpleName()));
        of.beginControlFlow("if (old instanceof $T $N)", type, name)
                .addStatement("return $L", result.apply(CodeBlock.of("$N", name)))
                .endControlFlow();
    }
}
