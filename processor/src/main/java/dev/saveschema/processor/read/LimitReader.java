package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.literal.Literal;
import dev.saveschema.processor.model.literal.LiteralException;
import dev.saveschema.processor.model.literal.Literals;
import dev.saveschema.processor.problem.LimitProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;

/** Reads SaveSchema's own limits. */
final class LimitReader {

    private static final Shape NUMBER = new Shape.Decimal(Shape.Decimal.Precision.BIG, true);

    private static final LimitNames ANNOTATIONS = new LimitNames("Range", "DecimalRange", "Size", "Pattern");
    private static final LimitNames ATTRIBUTES = new LimitNames("range", "decimalRange", "size", "pattern");

    /** The names of limits: as annotations, or as attributes of {@code @Each}. */
    private record LimitNames(String range, String decimalRange, String size, String pattern) {}

    private final Reading reading;

    LimitReader(Reading reading) {
        this.reading = reading;
    }

    /** The limits written on a component. */
    Limits read(Element place) {
        Limits own = limits(annotation -> find(place, annotation), ANNOTATIONS);
        return new Limits(
                own.ranges(),
                own.sizes(),
                own.patterns(),
                find(place, "Each")
                        .map(each -> each("Each", each, each.constant("invalid").equals("RESET"))),
                find(place, "EachKey").map(each -> each("EachKey", each, false)));
    }

    private Limits.Each each(String annotation, Mirror each, boolean reset) {
        return new Limits.Each(limits(each::nested, ATTRIBUTES), reset, source(annotation, each));
    }

    private Limits limits(Function<String, Optional<Mirror>> written, LimitNames names) {
        List<Limits.Range> ranges = new ArrayList<>();
        written.apply(names.range()).map(LimitReader::range).ifPresent(ranges::add);
        written.apply(names.decimalRange()).map(this::decimalRange).ifPresent(ranges::add);
        return new Limits(
                ranges,
                written.apply(names.size()).map(LimitReader::size).stream().toList(),
                written.apply(names.pattern()).map(LimitReader::pattern).stream()
                        .toList());
    }

    private static Limits.Range range(Mirror mirror) {
        long min = mirror.large("min");
        long max = mirror.large("max");
        return new Limits.Range(
                min == Long.MIN_VALUE ? Optional.empty() : Optional.of(Bound.at(min)),
                max == Long.MAX_VALUE ? Optional.empty() : Optional.of(Bound.at(max)),
                clamps(mirror),
                source("Range", mirror));
    }

    private Limits.Range decimalRange(Mirror mirror) {
        return new Limits.Range(
                bound(mirror, "min"), bound(mirror, "max"), clamps(mirror), source("DecimalRange", mirror));
    }

    private Optional<Bound> bound(Mirror mirror, String attribute) {
        String text = mirror.text(attribute);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Bound.at(((Literal.Number) Literals.parse(NUMBER, text)).value()));
        } catch (LiteralException e) {
            reading.report(LimitProblems.brokenBound(
                    mirror.origin(attribute), mirror.element().getSimpleName().toString(), attribute, text));
            return Optional.empty();
        }
    }

    private static Limits.Size size(Mirror mirror) {
        return new Limits.Size(mirror.whole("min"), mirror.whole("max"), clamps(mirror), source("Size", mirror));
    }

    private static Limits.Pattern pattern(Mirror mirror) {
        return new Limits.Pattern(mirror.text("value"), source("Pattern", mirror));
    }

    private static boolean clamps(Mirror limit) {
        return limit.constant("violation").equals("CLAMP");
    }

    private static Limits.Source source(String annotation, Mirror mirror) {
        return new Limits.Source(annotation, true, mirror.origin());
    }

    private Optional<Mirror> find(Element place, String annotation) {
        return Mirror.find(reading.elements, place, annotation);
    }
}
