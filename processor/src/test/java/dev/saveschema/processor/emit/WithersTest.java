package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record with some components changed, by what is generated for it. */
class WithersTest {

    private static Object run(String records, String expression) throws ReflectiveOperationException {
        Running running = Running.compile("Hero", records + """
                class Use {
                    public static Object run() {
                        return %s;
                    }
                }
                """.formatted(expression));
        Method run = running.loadClass("example.Use").getMethod("run");
        run.setAccessible(true);
        return run.invoke(null);
    }

    @Test
    void componentsThatAreNamedChangeAndTheOthersStay() throws ReflectiveOperationException {
        assertThat(run("""
                        @SaveSchema(version = 1)
                        public record Hero(@Default("Ada") String name, @Default("10") int hp, List<String> items) {}
                        """, "HeroSchema.with(HeroSchema.defaults()).hp(3).items(List.of(\"sword\")).done()"))
                .hasToString("Hero[name=Ada, hp=3, items=[sword]]");
    }

    @Test
    void valueItselfStaysAsItIs() throws ReflectiveOperationException {
        assertThat(run("""
                        @SaveSchema(version = 1)
                        public record Hero(@Default("10") int hp) {
                            static List<Hero> both(Hero before) {
                                return List.of(before, HeroSchema.with(before).hp(3).done());
                            }
                        }
                        """, "Hero.both(new Hero(7))")).hasToString("[Hero[hp=7], Hero[hp=3]]");
    }

    @Test
    void nestedRecordsAndThoseWithTypeParametersChangeToo() throws ReflectiveOperationException {
        assertThat(run("""
                        @SaveSchema(version = 1)
                        public record Hero(Place place, Pair<Integer> pair) {
                            public record Place(@Default("0") int x, @Default("0") int y) {}

                            record Pair<T>(List<T> first, List<T> second) {}
                        }
                        """, """
                        HeroSchema.with(HeroSchema.defaults())
                                .place(HeroSchema.with(HeroSchema.defaults().place()).y(2).done())
                                .pair(HeroSchema.with(HeroSchema.defaults().pair()).second(List.of(4)).done())
                                .done()""")).hasToString("Hero[place=Place[x=0, y=2], pair=Pair[first=[], second=[4]]]");
    }

    @Test
    void recordWhoseTypeParameterStandsForSeveralThingsHasNone() {
        Running running = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(Box<Integer> number, Box<String> text) {
                    public record Box<T>(List<T> in) {}
                }
                """);
        assertThat(running.source("HeroSchema"))
                .contains("WithHero with(Hero value)")
                .doesNotContain("with(Hero.Box");
    }

    @Test
    void nameOfAComponentIsNeverInTheWay() throws ReflectiveOperationException {
        assertThat(run("""
                        @SaveSchema(version = 1)
                        public record Hero(
                                @Default("0") int done, @Default("0") int value, @Default("false") boolean equals, @Default("") String with,
                                WithHero withHero, Loader loader, @Unknown Map<String, JsonNode> rest) {
                            public record WithHero(@Default("0") int of) {}

                            public record Loader(@Default("0") int of) {}
                        }
                        """, """
                        HeroSchema.with(HeroSchema.defaults()).done(1).value(2).equals(true).with("3")
                                .withHero(HeroSchema.with(new Hero.WithHero(0)).of(4).done())
                                .rest(Map.of())
                                .done()"""))
                .hasToString(
                        "Hero[done=1, value=2, equals=true, with=3, withHero=WithHero[of=4], loader=Loader[of=0], rest={}]");
    }

    @Test
    void ownConstructorHasTheLastWord() throws ReflectiveOperationException {
        String hero = """
                @SaveSchema(version = 1)
                public record Hero(@Default("1") int hp) {
                    public Hero {
                        if (hp < 0) {
                            throw new IllegalArgumentException("dead");
                        }
                    }
                }
                """;
        assertThatThrownBy(() -> run(hero, "HeroSchema.with(HeroSchema.defaults()).hp(-1).done()"))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessage("dead");
    }

    @Test
    void nobodySeesMoreThanOfTheRecordItself() throws ReflectiveOperationException {
        Running running = Running.compile("Hero", """
                @SaveSchema(version = 1)
                public record Hero(Place place) {
                    record Place(@Default("0") int x) {}
                }
                """);
        List<Method> with = Arrays.stream(
                        running.loadClass("example.HeroSchema").getDeclaredMethods())
                .filter(method -> method.getName().equals("with"))
                .toList();
        assertThat(with).hasSize(2);
        assertThat(with.stream().filter(method -> Modifier.isPublic(method.getModifiers())))
                .singleElement()
                .satisfies(method -> assertThat(method.getParameterTypes()[0].getSimpleName())
                        .isEqualTo("Hero"));
    }

    @Test
    void recordWithoutComponentsHasNothingToChange() {
        Running running = Running.compile("Hero", "@SaveSchema(version = 1) public record Hero() {}");
        assertThat(running.source("HeroSchema")).doesNotContain(" with(");
    }
}
