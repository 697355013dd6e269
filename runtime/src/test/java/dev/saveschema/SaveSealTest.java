package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveSeal.Relation;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.file.Saves;
import dev.saveschema.storage.seal.Seal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Two saves are told apart by where they come from. */
class SaveSealTest {

    private static final byte[] ONE = save("1", "0", "one");
    private static final byte[] TWO = save("2", "1", "two");
    private static final byte[] OTHER_TWO = save("3", "1", "other");
    private static final byte[] THREE = save("4", "2", "three");

    @Test
    void theOneThatNamesTheOtherAsItsParentIsLater() {
        assertThat(SaveSeal.compare(ONE, TWO)).isEqualTo(Relation.SECOND_IS_LATER);
        assertThat(SaveSeal.compare(TWO, ONE)).isEqualTo(Relation.FIRST_IS_LATER);
        assertThat(SaveSeal.compare(TWO, TWO.clone())).isEqualTo(Relation.SAME);
    }

    @Test
    void twoWithTheSameParentHaveDiverged() {
        assertThat(SaveSeal.compare(TWO, OTHER_TWO)).isEqualTo(Relation.DIVERGED);
    }

    @Test
    void twoFirstOnesAreNotRelatedByHavingNoParent() {
        assertThat(SaveSeal.compare(ONE, save("5", "0", "one"))).isEqualTo(Relation.DIVERGED);
    }

    @Test
    void anAncestorTellsWhichSideWentOn() {
        SaveSeal one = SaveSeal.of(ONE).orElseThrow();
        assertThat(SaveSeal.compare(ONE, THREE)).isEqualTo(Relation.DIVERGED);
        assertThat(SaveSeal.compare(ONE, THREE, one)).isEqualTo(Relation.SECOND_IS_LATER);
        assertThat(SaveSeal.compare(THREE, ONE, one)).isEqualTo(Relation.FIRST_IS_LATER);
        assertThat(SaveSeal.compare(THREE, OTHER_TWO, one)).isEqualTo(Relation.DIVERGED);
        assertThat(SaveSeal.compare(THREE, TWO, one)).isEqualTo(Relation.FIRST_IS_LATER);
    }

    @Test
    void anEditedOneComesAfterTheOneThatWasEdited() {
        byte[] edited = edited(TWO);
        assertThat(SaveSeal.of(edited)).isEmpty();
        assertThat(SaveSeal.compare(edited, TWO)).isEqualTo(Relation.FIRST_IS_LATER);
        assertThat(SaveSeal.compare(TWO, edited)).isEqualTo(Relation.SECOND_IS_LATER);
        assertThat(SaveSeal.compare(edited, THREE)).isEqualTo(Relation.DIVERGED);
        assertThat(SaveSeal.compare(edited, edited.clone())).isEqualTo(Relation.SAME);
    }

    @Test
    void whatHasNoSealIsRelatedToNothing() {
        byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(SaveSeal.compare(none, ONE)).isEqualTo(Relation.DIVERGED);
        assertThat(SaveSeal.compare(none, new byte[0])).isEqualTo(Relation.DIVERGED);
    }

    private static byte[] edited(byte[] save) {
        return new String(save, StandardCharsets.UTF_8).replace("two", "zwei").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] save(String id, String parent, String word) {
        Seal seal = new Seal(Long.parseLong(id), id.repeat(16), parent.repeat(16), Saves.NOW);
        return Saves.file(Saves.body(word), Layout.PRETTY, seal);
    }
}
