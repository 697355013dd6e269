package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.Move;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.CodecProblems;
import dev.saveschema.processor.problem.DefaultProblems;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.mirror.DeclaredNames;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a component with all its annotations. */
final class ComponentReader {

    private final Reading reading;
    private final ShapeReader shapes;
    private final CodecReader codecs;
    private final FactoryReader factories;
    private final LimitReader limits;
    private final Constraints constraints;

    ComponentReader(Reading reading, ShapeReader shapes) {
        this.reading = reading;
        this.shapes = shapes;
        this.codecs = new CodecReader(reading, shapes);
        this.factories = new FactoryReader(reading);
        this.limits = new LimitReader(reading);
        this.constraints = new Constraints(reading);
    }

    /** The component. Empty if the model cannot express it, which is reported. */
    Optional<Component> read(DeclaredType record, RecordComponentElement element) {
        TypeElement type = (TypeElement) record.asElement();
        TypeMirror componentType = typeOf(record, element);
        Element place = place(reading, type, element);
        ExecutableElement accessor = accessor(type, element);
        reading.uses(accessor);
        String name = element.getSimpleName().toString();
        Optional<Mirror> preset = find(place, "Default");
        Optional<Fallback> fallback = preset.isEmpty()
                ? Optional.of(new Fallback.Undeclared())
                : fallback(type, element, componentType, preset.get());
        Optional<Shape> shape = shape(element, componentType, place, preset.isPresent());
        if (shape.isEmpty() || fallback.isEmpty()) {
            return Optional.empty();
        }
        if (!(shape.get() instanceof Shape.OptionalOf) && isNullable(place, componentType)) {
            reading.report(TypeProblems.nullable(
                    SourceOrigin.of(place), name, "Optional<" + MirrorText.of(componentType) + "> " + name));
        }
        constraints.warnOfAccessor(accessor, place);
        SourceOrigin origin = SourceOrigin.of(place);
        DeclaredNames names = DeclaredNames.of(reading.elements, place, "Name", reading.spelling.of(name));
        Optional<Mirror> since = find(place, "Since");
        return Optional.of(new Component(
                name,
                names.main(),
                names.aliases(),
                shape.get(),
                fallback.get(),
                limits.read(place).and(constraints.read(place, shape.get())),
                isOmitted(type, place, name, shape.get(), fallback.get()),
                since.map(mirror -> mirror.whole("value")).orElse(1),
                names.renames(),
                find(place, "MovedFrom")
                        .map(mirror -> new Move(mirror.text("value"), mirror.whole("since"), mirror.origin())),
                find(place, "Summary").map(Mirror::origin),
                origin,
                names.mainOrigin(),
                names.aliasOrigin(),
                since.map(Mirror::origin).orElse(origin)));
    }

    /** Whether the component has an annotation {@code Nullable} of any library. */
    private static boolean isNullable(Element place, TypeMirror type) {
        return Stream.concat(place.getAnnotationMirrors().stream(), type.getAnnotationMirrors().stream())
                .anyMatch(annotation -> annotation
                        .getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals("Nullable"));
    }

    /**
     * Whether the component is left out of the file where its value is the default. {@code @Omit} says so on the component, on its
     * record, or on the annotated record.
     */
    private boolean isOmitted(TypeElement type, Element place, String name, Shape shape, Fallback fallback) {
        Optional<Mirror> own = find(place, "Omit");
        Optional<String> hindrance = hindranceToOmit(shape, fallback);
        own.ifPresent(omit ->
                hindrance.ifPresent(reason -> reading.report(DefaultProblems.cannotOmit(omit.origin(), name, reason))));
        boolean isAsked = own.isPresent()
                || find(type, "Omit").isPresent()
                || find(reading.root, "Omit").isPresent();
        return isAsked && hindrance.isEmpty();
    }

    private static Optional<String> hindranceToOmit(Shape shape, Fallback fallback) {
        if (fallback instanceof Fallback.Factory) {
            return Optional.of("its default is made by a factory, and is another each time, as far as anybody knows");
        }
        if (shape instanceof Shape.Nested || shape instanceof Shape.Choice) {
            return Optional.of("its default is an object, whose members have defaults of their own");
        }
        return shape instanceof Shape.OptionalOf && fallback instanceof Fallback.Literal
                ? Optional.of("an optional that is left out is empty, and this one has another default")
                : Optional.empty();
    }

    /**
     * The element whose annotations are read and at which problems are shown: the component's private field. A class file that was
     * made only for compiling against may lack private fields; then it is the component itself.
     */
    static Element place(Reading reading, TypeElement type, RecordComponentElement component) {
        for (VariableElement field : ElementFilter.fieldsIn(reading.members(type))) {
            if (field.getSimpleName().equals(component.getSimpleName())) {
                return field;
            }
        }
        return component;
    }

    private Optional<Mirror> find(Element place, String annotation) {
        return Mirror.find(reading.elements, place, annotation);
    }

    /** The component's type, with the record's type arguments filled in. */
    private TypeMirror typeOf(DeclaredType record, RecordComponentElement component) {
        if (record.getTypeArguments().isEmpty()) {
            return component.asType();
        }
        ExecutableElement accessor = accessor((TypeElement) record.asElement(), component);
        return ((ExecutableType) reading.types.asMemberOf(record, accessor)).getReturnType();
    }

    private ExecutableElement accessor(TypeElement type, RecordComponentElement component) {
        return ElementFilter.methodsIn(reading.members(type)).stream()
                .filter(method -> method.getSimpleName().equals(component.getSimpleName())
                        && method.getParameters().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError(component));
    }

    private Optional<Shape> shape(RecordComponentElement element, TypeMirror type, Element place, boolean hasDefault) {
        try {
            Optional<Mirror> useCodec = find(place, "UseCodec");
            Optional<Codec> codec = useCodec.flatMap(
                    mirror -> codecs.read(mirror, element.getSimpleName().toString(), MirrorText.of(type)));
            if (useCodec.isPresent() && codec.isEmpty()) {
                return Optional.empty();
            }
            Shape shape = shapes.read(type, codec);
            codec.filter(unused -> !isUsed(unused, shape))
                    .ifPresent(unused -> reading.report(CodecProblems.unused(
                            unused.origin(),
                            element.getSimpleName().toString(),
                            MirrorText.of(type),
                            unused.name(),
                            MirrorText.of(unused.type()))));
            return Optional.of(shape);
        } catch (UnsupportedTypeException e) {
            reading.report(e.of(new UnsupportedTypeException.Site(
                    SourceOrigin.of(place), element.getSimpleName().toString(), type, hasDefault, shapes)));
            return Optional.empty();
        }
    }

    private static boolean isUsed(Codec codec, Shape shape) {
        if (shape instanceof Shape.OptionalOf optional) {
            return isUsed(codec, optional.of());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return isUsed(codec, sequence.element());
        }
        return shape instanceof Shape.Mapping mapping ? isUsed(codec, mapping.value()) : shape.equals(codec.shape());
    }

    private Optional<Fallback> fallback(
            TypeElement type, RecordComponentElement component, TypeMirror componentType, Mirror preset) {
        String name = component.getSimpleName().toString();
        boolean value = preset.has("value");
        boolean factory = preset.has("factory");
        if (value == factory) {
            reading.report(
                    value
                            ? DefaultProblems.valueAndFactory(preset.origin(), name, preset.text("value"))
                            : DefaultProblems.neitherValueNorFactory(preset.origin(), name));
            return Optional.empty();
        }
        if (value) {
            String text = preset.text("value");
            return Optional.of(
                    new Fallback.Literal(text, factories.couldMake(type, componentType, text), preset.origin("value")));
        }
        factories.check(type, component, componentType, preset);
        return Optional.of(new Fallback.Factory(preset.text("factory"), preset.origin("factory")));
    }
}
