package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.literal.Literal;
import dev.saveschema.processor.model.literal.LiteralException;
import dev.saveschema.processor.model.literal.Literals;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A default is within the limits of its own component. So is the empty collection of a component that declares no default. */
final class DefaultLimitCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(
                schema,
                component -> literal(component)
                        .map(literal -> ofComponent(origin(component), component, literal))
                        .orElse(List.of()));
    }

    /** The default, if it is a value at all. */
    private static Optional<Literal> literal(Component component) {
        if (component.fallback() instanceof Fallback.Literal written) {
            try {
                return Optional.of(Literals.parse(component.shape(), written.text()));
            } catch (LiteralException e) {
                return Optional.empty();
            }
        }
        boolean startsEmpty = component.shape() instanceof Shape.Sequence || component.shape() instanceof Shape.Mapping;
        return component.fallback() instanceof Fallback.Undeclared && startsEmpty
                ? Optional.of(new Literal.Elements(List.of()))
                : Optional.empty();
    }

    /** Whether a text would be a default that the component takes as it is. */
    static boolean allows(Component component, String text) {
        try {
            Literal literal = Literals.parse(component.shape(), text);
            return ofComponent(component.origin(), component, literal).isEmpty();
        } catch (LiteralException e) {
            return false;
        }
    }

    private static Origin origin(Component component) {
        return component.fallback() instanceof Fallback.Literal written ? written.origin() : component.origin();
    }

    private static List<Problem> ofComponent(Origin origin, Component component, Literal literal) {
        if (literal instanceof Literal.OfAlternative of) {
            return ofComponent(origin, of.alternative().component(), of.value());
        }
        List<Problem> problems = new ArrayList<>();
        problems.addAll(
                new LiteralLimitCheck(origin, component.name(), "the default", component.shape(), component.limits())
                        .check(literal));
        if (literal instanceof Literal.Elements elements) {
            elements.values().forEach(element -> problems.addAll(ofElement(origin, component, element)));
        }
        if (literal instanceof Literal.Entries entries) {
            entries.values().forEach(entry -> {
                problems.addAll(ofKey(origin, component, entry.key()));
                problems.addAll(ofElement(origin, component, entry.value()));
            });
        }
        return problems;
    }

    private static List<Problem> ofElement(Origin origin, Component component, Literal element) {
        if (element instanceof Literal.OfAlternative) {
            return ofComponent(origin, component, element);
        }
        Shape shape = Limitable.element(component.shape()).orElseThrow();
        Limits limits = component.limits().ofElements();
        return new LiteralLimitCheck(origin, component.name(), "the default's element", shape, limits).check(element);
    }

    private static List<Problem> ofKey(Origin origin, Component component, Literal key) {
        Shape shape = Limitable.key(component.shape()).orElseThrow();
        Limits limits = component.limits().ofKeys();
        return new LiteralLimitCheck(origin, component.name(), "the default's key", shape, limits).check(key);
    }
}
