package dev.saveschema.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DifferencesTest {

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static List<String> between(String first, String second) {
        return Differences.between(json(first), json(second)).stream()
                .map(DifferencesTest::text)
                .toList();
    }

    private static String text(Difference difference) {
        if (difference instanceof Difference.Added added) {
            return "+ " + added.pointer() + " " + added.value();
        }
        if (difference instanceof Difference.Removed removed) {
            return "- " + removed.pointer() + " " + removed.value();
        }
        if (difference instanceof Difference.Moved moved) {
            return "> " + moved.from() + " " + moved.pointer();
        }
        Difference.Changed changed = (Difference.Changed) difference;
        return "~ " + changed.pointer() + " " + changed.from() + " " + changed.to();
    }

    @Test
    void orderOfMembersAndTheWayOfWritingANumberSayNothing() {
        assertThat(between("{'a': 5, 'b': [1, {'c': 2}]}", "{'b': [1.0, {'c': 2e0}], 'a': 5.0}"))
                .isEmpty();
        assertThat(between("{'a': 5}", "{'a': '5'}")).containsExactly("~ /a 5 \"5\"");
    }

    @Test
    void insertedElementIsOneDifference() {
        assertThat(between("{'a': [1, 2, 3]}", "{'a': [0, 1, 2, 3]}")).containsExactly("+ /a/0 0");
        assertThat(between("{'a': [1, 2, 3, 4]}", "{'a': [1, 3, 4, 5]}")).containsExactly("- /a/1 2", "+ /a/3 5");
    }

    @Test
    void elementThatIsStillTheSameThingIsComparedInside() {
        assertThat(between(
                        "{'a': [{'n': 1, 'q': 1}, {'n': 2, 'q': 2}]}", "{'a': [{'n': 1, 'q': 9}, {'n': 2, 'q': 2}]}"))
                .containsExactly("~ /a/0/q 1 9");
    }

    @Test
    void renamedMemberIsOneLine() {
        assertThat(between("{'nick': 'Ada', 'x': 1}", "{'name': 'Ada', 'x': 1}"))
                .containsExactly("> /nick /name");
    }

    @Test
    void memberThatMovedIntoANewObjectIsOneLineAndWhatIsNewInThereAnother() {
        assertThat(between("{'volume': 80}", "{'settings': {'volume': 80, 'hints': true}}"))
                .containsExactly("> /volume /settings/volume", "+ /settings/hints true");
        assertThat(between("{'settings': {'volume': 80, 'hints': true}}", "{'volume': 80}"))
                .containsExactly("- /settings/hints true", "> /settings/volume /volume");
    }

    @Test
    void valueThatStandsInManyPlacesHasNotMovedUnderAnotherName() {
        assertThat(between("{'lives': 0}", "{'badges': 0}")).containsExactly("- /lives 0", "+ /badges 0");
        assertThat(between("{'a': 'Ada', 'b': 'Ada'}", "{'c': 'Ada'}"))
                .as("nobody knows which of them it was")
                .containsExactly("- /a \"Ada\"", "- /b \"Ada\"", "+ /c \"Ada\"");
    }

    @Test
    void listsTooLongToBeAlignedAreComparedOneByOne() {
        String many =
                IntStream.range(0, 3000).mapToObj(Integer::toString).toList().toString();
        String others = IntStream.range(1, 3002).mapToObj(i -> "" + -i).toList().toString();
        assertThat(between("{'a': " + many + "}", "{'a': " + others + "}")).hasSize(3001);
    }
}
