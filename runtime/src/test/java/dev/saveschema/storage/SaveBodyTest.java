package dev.saveschema.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SaveBodyTest {

    private static final byte[] SEAL = bytes("-seal");

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    @Test
    void sealIsSetIntoTheRoomBehindTheBodyWithoutACopy() {
        byte[] array = bytes("body.....");
        byte[] file = new SaveBody(array, 4).followedBy(SEAL);
        assertThat(file).isSameAs(array).isEqualTo(bytes("body-seal"));
    }

    @Test
    void nobodyGetsARoomThatSomebodyHasFilled() {
        SaveBody body = new SaveBody(bytes("body....."), 4);
        byte[] first = body.followedBy(SEAL);
        byte[] second = body.followedBy(bytes("/seal"));
        assertThat(first).isEqualTo(bytes("body-seal"));
        assertThat(second).isEqualTo(bytes("body/seal"));
    }

    @Test
    void roomOfAnotherSizeIsNotUsedAndTheRightSizeIsTold() {
        for (String array : new String[] {"body", "body....", "body......"}) {
            SaveBody body = new SaveBody(bytes(array), 4);
            assertThat(body.wantedRoom()).isZero();
            assertThat(body.followedBy(SEAL)).isEqualTo(bytes("body-seal"));
            assertThat(body.wantedRoom()).isEqualTo(SEAL.length);
        }
    }

    @Test
    void whatIsInTheRoomIsNoPartOfTheBody() {
        SaveBody body = new SaveBody(bytes("body....."), 4);
        assertThat(body.length()).isEqualTo(4);
        assertThat(body.toByteArray()).isEqualTo(bytes("body"));
        assertThat(body.asFile()).isEqualTo(bytes("body"));
        assertThat(body.isStartOf(bytes("body-seal"), 4)).isTrue();
        assertThat(body.isStartOf(bytes("body....."), 9)).isFalse();
        assertThat(body.isStartOf(bytes("bodx-seal"), 4)).isFalse();
        CRC32 sum = new CRC32();
        body.addTo(sum);
        CRC32 expected = new CRC32();
        expected.update(bytes("body"));
        assertThat(sum.getValue()).isEqualTo(expected.getValue());
    }

    @Test
    void wholeFileIsNotCopied() {
        byte[] array = bytes("{}");
        assertThat(SaveBody.of(array).asFile()).isSameAs(array);
    }

    @Test
    void bodyThatIsLongerThanItsArrayIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SaveBody(bytes("body"), 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new SaveBody(bytes("body"), -1));
    }
}
