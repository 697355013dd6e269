package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Literal;
import dev.saveschema.processor.model.LiteralException;
import dev.saveschema.processor.model.Literals;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A default is within its component's own limits, also the empty one that nobody wrote. */
final class DefaultLimitCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return Check.ofComponents(
                schema,
                component -> literal(component)
                        .map(literal -> ofComponent(component, literal))
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

    private static List<Problem> ofComponent(Component component, Literal literal) {
        Origin origin =
                component.fallback() instanceof Fallback.Literal written ? written.origin() : component.origin();
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
