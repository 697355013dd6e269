package dev.saveschema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.proof.Everything.Dot;
import dev.saveschema.proof.Everything.Figure;
import dev.saveschema.proof.Everything.Inner;
import dev.saveschema.proof.Everything.Interval;
import dev.saveschema.proof.Everything.Line;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;

/** The limits of the formats, written a second time without annotations. */
final class Limits {

    private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal THREE_QUARTERS = new BigDecimal("0.75");

    private Limits() {}

    static void assertHeld(Everything value) {
        assertFinite(value);
        within("percent", value.percent(), 0, 100);
        within("clamped", value.clamped(), 0, 100);
        within("slope", value.slope(), -1, 1);
        within("middle", value.middle(), 0.25, 0.75);
        held("nearest", value.nearest().compareTo(QUARTER) >= 0);
        held("nearest", value.nearest().compareTo(THREE_QUARTERS) <= 0);
        within("title", length(value.title()), 1, 10);
        within("initials", length(value.initials()), 0, 3);
        held("slug", SLUG.matcher(value.slug()).matches());
        within("podium", value.podium().size(), 1, 3);
        within("latest", value.latest().size(), 0, 3);
        value.digits().forEach(digit -> within("digits", digit, 1, 9));
        value.allDigits().forEach(digit -> within("allDigits", digit, 1, 9));
        value.words().forEach((key, word) -> {
            held("words", WORD.matcher(key).matches());
            within("words", length(word), 0, 4);
        });
        value.byDay().forEach((day, number) -> {
            within("byDay", day, 1, 31);
            held("byDay", number >= 0);
        });
        assertParts(value);
    }

    private static void assertFinite(Everything value) {
        held("single", Float.isFinite(value.single()) && Float.isFinite(value.boxedSingle()));
        held("twice", Double.isFinite(value.twice()) && Double.isFinite(value.boxedTwice()));
        held("maybeDouble", Double.isFinite(value.maybeDouble().orElse(0)));
        for (double[] row : value.grid()) {
            for (double cell : row) {
                held("grid", Double.isFinite(cell));
            }
        }
    }

    private static void assertParts(Everything value) {
        assertHeld("inner", value.inner());
        value.inners().forEach(inner -> assertHeld("inners", inner));
        value.innerSet().forEach(inner -> assertHeld("innerSet", inner));
        value.byLevel().values().forEach(inner -> assertHeld("byLevel", inner));
        assertHeld("pair", value.pair().second());
        assertHeld("figure", value.figure());
        assertHeld("figures", value.figures());
        assertHeld("figureSet", value.figureSet());
        for (Interval interval : value.intervals()) {
            held("intervals", interval.from() <= interval.to());
        }
        value.unknown()
                .keySet()
                .forEach(name -> held("unknown " + name, !name.equals("$version") && !name.equals("$save")));
    }

    private static void assertHeld(String component, Inner inner) {
        within(component, inner.volume(), 0, 100);
        within(component, length(inner.name()), 0, 8);
    }

    private static void assertHeld(String component, Collection<Figure> figures) {
        figures.forEach(figure -> assertHeld(component, figure));
    }

    private static void assertHeld(String component, Figure figure) {
        if (figure instanceof Line line) {
            held(component, line.length() >= 1);
            line.end().ifPresent(end -> assertHeld(component, end));
        } else {
            assertThat(figure).as(component).isInstanceOf(Dot.class);
        }
    }

    static void assertHeld(Journey value) {
        within("step", value.step(), 1, 99);
        held("points", value.points() >= 0);
        within("name", length(value.name()), 0, 24);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void within(String component, double value, double min, double max) {
        held(component, value >= min && value <= max);
    }

    // a plain test, since it is made millions of times
    private static void held(String component, boolean isHeld) {
        if (!isHeld) {
            throw new AssertionError(component + " is outside of its limits");
        }
    }
}
