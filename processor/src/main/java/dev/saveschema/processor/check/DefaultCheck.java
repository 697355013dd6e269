package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.literal.LiteralException;
import dev.saveschema.processor.model.literal.Literals;
import dev.saveschema.processor.model.literal.UnknownNameException;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.DefaultProblems;
import dev.saveschema.processor.problem.Nearest;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.SubtypeProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A default is a value of its component's type. */
final class DefaultCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(
                schema,
                component -> component.fallback() instanceof Fallback.Literal literal
                        ? ofLiteral(component, literal)
                        : List.of());
    }

    private static List<Problem> ofLiteral(Component component, Fallback.Literal literal) {
        if (component.shape() instanceof Shape.Nested nested) {
            return List.of(DefaultProblems.onRecord(
                    literal.origin(), component.name(), nested.type().simpleName()));
        }
        Shape shape = component.shape() instanceof Shape.OptionalOf optional ? optional.of() : component.shape();
        if (shape instanceof Shape.Custom custom && custom.forms().isEmpty()) {
            return List.of(DefaultProblems.ofCodec(
                    literal.origin(),
                    component.name(),
                    ShapeText.type(component.shape()),
                    custom.codec().simpleName()));
        }
        try {
            Literals.parse(component.shape(), literal.text());
            return List.of();
        } catch (UnknownNameException e) {
            return List.of(
                    e.isConstant() ? orFactory(unknownConstant(literal, e), literal) : unknownSubtype(literal, e));
        } catch (LiteralException e) {
            if (component.shape() instanceof Shape.OptionalOf && literal.text().equals("null")) {
                return List.of(DefaultProblems.nullOptional(literal.origin(), component.name()));
            }
            Problem problem = DefaultProblems.typeMismatch(
                    literal.origin(),
                    component.name(),
                    ShapeText.of(component.shape()),
                    e.reason(),
                    instead(component, literal));
            return List.of(orFactory(problem, literal));
        }
    }

    /**
     * The fixes to offer. A developer who writes {@code @Default("null")} may mean an empty {@code Optional}, which needs no
     * default.
     */
    private static List<String> instead(Component component, Fallback.Literal literal) {
        List<String> instead = new ArrayList<>();
        String type = ShapeText.type(component.shape());
        if (literal.text().equals("null") && Character.isUpperCase(type.charAt(0))) {
            instead.add("Optional<%s> %s, without @Default".formatted(type, component.name()));
        }
        Optional<String> meant = MeantDefaults.of(component, literal.text());
        Stream.concat(meant.stream(), SuggestedDefaults.of(component.shape(), component.limits()).stream())
                .distinct()
                .forEach(text -> instead.add(Code.defaultOf(text)));
        return instead;
    }

    /**
     * The problem. If the record has a method of the literal's name, the developer may have meant {@code @Default(factory = …)}:
     * then the problem offers that.
     */
    private static Problem orFactory(Problem problem, Fallback.Literal literal) {
        return literal.isFactory() ? DefaultProblems.orFactory(problem, literal.text()) : problem;
    }

    private static Problem unknownSubtype(Fallback.Literal literal, UnknownNameException unknown) {
        return SubtypeProblems.unknownSubtype(
                literal.origin(),
                unknown.found(),
                unknown.type(),
                unknown.names(),
                Nearest.to(unknown.found(), unknown.names()));
    }

    /** The constant may stand alone or somewhere in a list: the rest of the text stays as it is. */
    private static Problem unknownConstant(Fallback.Literal literal, UnknownNameException unknown) {
        return DefaultProblems.unknownConstant(
                literal.origin(),
                unknown.found(),
                unknown.type(),
                unknown.names(),
                Nearest.to(unknown.found(), unknown.names())
                        .map(nearest -> Code.defaultOf(
                                literal.text().equals(unknown.found())
                                        ? nearest
                                        : literal.text().replace('"' + unknown.found() + '"', '"' + nearest + '"'))));
    }
}
