package dev.saveschema.storage.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.storage.JavaProcess;
import dev.saveschema.storage.SystemCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A name is refused for what any system makes of it, whatever system this is. Each rule meets twenty names at least. */
class SlotNamesTest {

    private static final int NAMES = 20;

    private static void assertRefused(List<String> names, String reason) {
        assertThat(names).hasSizeGreaterThanOrEqualTo(NAMES).doesNotHaveDuplicates();
        assertThat(names)
                .allSatisfy(name -> assertThat(SlotNames.refusal(name).orElse("nothing"))
                        .as("of %s", name)
                        .startsWith(reason));
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        assertRefused(
                List.of(
                        "a/b",
                        "../hero",
                        "a/../b",
                        "/etc/passwd",
                        "/",
                        "hero/",
                        "a//b",
                        "~/hero",
                        "a/.",
                        "./hero",
                        "a\\b",
                        "..\\hero",
                        "\\\\server\\share",
                        "C:\\hero",
                        "\\",
                        "a\\..\\..\\b",
                        "hero\\",
                        "a/b/c",
                        "a/..",
                        "\\\\?\\C:\\hero",
                        "\\\\.\\pipe\\hero"),
                "it contains ");
    }

    @Test
    void aNameOfHiddenOrSpecialFoldersIsRefused() {
        assertRefused(
                List.of(
                        ".",
                        "..",
                        "...",
                        ".hero",
                        ".trash",
                        ".slots.lock",
                        ".new-0123456789abcdef",
                        ".git",
                        ".a.b",
                        ". a",
                        "..hero",
                        ".gone-0123456789abcdef",
                        ".é",
                        ".1",
                        "._hero",
                        ".DS_Store",
                        ".hero.",
                        ".a b",
                        ".-",
                        ".save.json.lock"),
                "it begins with a dot");
    }

    @Test
    void aNameWithWhatWindowsKeepsForItselfIsRefused() {
        List<String> names = new ArrayList<>();
        for (String character : List.of(":", "*", "?", "\"", "<", ">", "|")) {
            names.addAll(List.of("a" + character, character + "a", "a" + character + "b"));
        }
        assertRefused(names, "it contains ");
    }

    @Test
    void aNameWithAControlCharacterIsRefused() {
        assertRefused(
                IntStream.concat(IntStream.rangeClosed(0, 0x1F), IntStream.rangeClosed(0x7F, 0x9F))
                        .mapToObj(control -> "a" + Character.toString(control) + "b")
                        .toList(),
                "it contains the control character U+00");
    }

    @Test
    void aNameWithWhatNobodySeesIsRefused() {
        assertRefused(
                IntStream.of(
                                0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2028,
                                0x2029, 0x2060, 0x2061, 0x2062, 0x2063, 0x2066, 0x2069, 0xFEFF, 0xAD, 0xE0041)
                        .mapToObj(invisible -> "a" + Character.toString(invisible) + "b")
                        .toList(),
                "it contains the invisible character U+");
    }

    @Test
    void aNameWithWhatIsNoCharacterIsRefused() {
        List<String> names = new ArrayList<>(List.of("\uD800", "a\uDC00", "\uDC00\uD800", "a\uDBFFb", "\uDFFFa"));
        IntStream.of(
                        0xFFFE, 0xFFFF, 0xFDD0, 0xFDD1, 0xFDEE, 0xFDEF, 0x1FFFE, 0x2FFFF, 0x3FFFE, 0x4FFFF, 0x10FFFE,
                        0x10FFFF, 0xE000, 0xF8FF, 0xF022, 0xF0000, 0x100000, 0x10FFFD)
                .forEach(none -> names.add("a" + Character.toString(none)));
        assertRefused(names, "it contains U+");
    }

    @Test
    void aNameOfADeviceIsRefusedWithWhateverExtensionAndInWhateverCase() {
        List<String> names = new ArrayList<>(List.of(
                "con",
                "CON",
                "Con",
                "prn",
                "aux",
                "nul",
                "NUL.txt",
                "nul.tar.gz",
                "con.json",
                "aux.c",
                "CON .txt",
                "clock$",
                "conin$",
                "CONOUT$",
                "com¹",
                "LPT².x",
                "com³"));
        IntStream.rangeClosed(0, 9).forEach(digit -> names.addAll(List.of("com" + digit, "LPT" + digit + ".sav")));
        assertRefused(names, "Windows has a device of this name");
    }

    @Test
    void aNameThatEndsWithADotIsRefused() {
        assertRefused(
                Stream.of(
                                "hero",
                                "a",
                                "1",
                                "é",
                                "hero 1",
                                "a.b",
                                "hero.json",
                                "con1",
                                "ñ",
                                "日本",
                                "-",
                                "_",
                                "(",
                                "x y z",
                                "save.1",
                                "A",
                                "ß",
                                "hero!",
                                "hero.",
                                "hero..")
                        .map(name -> name + ".")
                        .toList(),
                "it ends with a dot");
    }

    @Test
    void aNameThatBeginsOrEndsWithASpaceIsRefused() {
        List<String> names = new ArrayList<>();
        IntStream.of(' ', 0xA0, 0x1680, 0x2000, 0x2003, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000)
                .forEach(space ->
                        names.addAll(List.of("hero" + Character.toString(space), Character.toString(space) + "hero")));
        assertRefused(names, "it begins or ends with a space");
    }

    @Test
    void aNameOfNothingIsRefused() {
        assertThat(List.of("", " ", "  ", "\u3000", "\u2003\u2003"))
                .allSatisfy(name -> assertThat(SlotNames.refusal(name)).contains("it is empty"));
    }

    @Test
    void aNameThatIsTooLongIsRefusedByItsBytes() {
        assertRefused(
                Stream.of(
                                "a".repeat(101),
                                "b".repeat(255),
                                "c".repeat(10_000),
                                "é".repeat(51),
                                "日".repeat(34),
                                "😀".repeat(26))
                        .flatMap(name -> Stream.of(name, "x" + name, name + "x", name + "é"))
                        .toList(),
                "it is ");
        assertThat(SlotNames.refusal("é".repeat(51))).contains("it is 102 bytes long in UTF-8, and 100 is the most");
        assertThat(List.of("a".repeat(100), "é".repeat(50), "日".repeat(33), "😀".repeat(25)))
                .allSatisfy(name -> assertThat(SlotNames.refusal(name)).isEmpty());
    }

    @Test
    void aNameThatIsNotComposedIsRefused() {
        assertRefused(
                Stream.of(
                                "é", "è", "ê", "ë", "á", "à", "â", "ä", "ó", "ö", "ü", "ñ", "ç", "å", "ž", "š", "č",
                                "가", "が", "ắ")
                        .map(letter -> java.text.Normalizer.normalize("x" + letter, java.text.Normalizer.Form.NFD))
                        .toList(),
                "it is not in Unicode's composed form");
    }

    @Test
    void aNameThatPeopleChooseIsTaken() {
        assertThat(List.of(
                        "Ada",
                        "slot1",
                        "Slot 1",
                        "hero-2",
                        "before the dragon (2)",
                        "Élodie",
                        "日本語",
                        "Ω",
                        "save.json",
                        "a.b.c",
                        "100%",
                        "Ada's",
                        "#1",
                        "console",
                        "com",
                        "com10",
                        "lpt",
                        "auxiliary",
                        "nulls",
                        "con-1",
                        "x.con",
                        "😀",
                        "~",
                        "-rf",
                        "$HOME",
                        "a&b",
                        "a;b",
                        "`id`",
                        "новая игра",
                        "-",
                        "_"))
                .allSatisfy(name -> assertThat(SlotNames.refusal(name)).as(name).isEmpty());
    }

    /** A slot that a program on a later Java made is listed by one on an older. */
    @Test
    void aCharacterThatThisUnicodeDoesNotKnowIsTaken() {
        assertThat(SlotNames.refusal("a" + Character.toString(0x40000))).isEmpty();
    }

    @Test
    void namesThatSomeSystemTakesForOneHaveTheSameKey() {
        assertThat(List.of(
                        List.of("hero", "HERO"),
                        List.of("hero", "Hero"),
                        List.of("é", "É"),
                        List.of("é", "e\u0301"),
                        List.of("straße", "STRASSE"),
                        List.of("ς", "σ"),
                        List.of("Σ", "ς"),
                        List.of("ı", "I"),
                        List.of("İ", "I\u0307"),
                        List.of("ﬁ", "fi"),
                        List.of("ａ", "A"),
                        List.of("Å", "\u212B"),
                        List.of("K", "\u212A"),
                        List.of("가", "\u1100\u1161"),
                        List.of("ǆ", "Ǆ"),
                        List.of("ǆ", "ǅ"),
                        List.of("µ", "μ"),
                        List.of("ſ", "S"),
                        List.of("Ω", "\u2126"),
                        List.of("новая", "НОВАЯ"),
                        List.of("Ǆ", "dž"),
                        List.of("①", "1")))
                .hasSizeGreaterThanOrEqualTo(NAMES)
                .allSatisfy(pair -> assertThat(SlotNames.key(pair.get(0)))
                        .as("%s and %s", pair.get(0), pair.get(1))
                        .isEqualTo(SlotNames.key(pair.get(1))));
        assertThat(SlotNames.key("hero")).isNotEqualTo(SlotNames.key("hero1"));
        assertThat(SlotNames.key("e")).isNotEqualTo(SlotNames.key("é"));
    }

    /** A program, which says what is refused. */
    static final class Refusing {

        private Refusing() {}

        public static void main(String[] names) {
            for (String name : List.of("ada", "Zo\u00eb", "5\u00a5")) {
                System.out.println(SlotNames.refusal(name).orElse("nothing"));
            }
        }
    }

    private static List<String> refusedIn(String... environment) throws IOException {
        List<String> prefix = new ArrayList<>(List.of("env"));
        prefix.addAll(List.of(environment));
        try (JavaProcess program = JavaProcess.start(prefix, Refusing.class)) {
            return program.output().lines().toList();
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "each name can be spelled elsewhere")
    void aNameThatTheLanguageOfTheProgramCannotSpellIsRefused() throws Exception {
        String refused = "the language that this program runs in (sun.jnu.encoding=ANSI_X3.4-1968) has no form for it";
        assertThat(refusedIn("LC_ALL=C")).containsExactly("nothing", refused, refused);
    }

    /** The sign for yen has the byte that a backslash has. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "each name can be spelled elsewhere")
    void aNameThatTheLanguageOfTheProgramSpellsAsAnotherIsRefused(@TempDir Path locales) throws Exception {
        assumeTrue(compilesJapanese(locales.resolve("ja_JP.SJIS")), "localedef makes locales");
        String refused = "the language that this program runs in (sun.jnu.encoding=SHIFT_JIS) has no form for it";
        assertThat(refusedIn("LOCPATH=" + locales, "LC_ALL=ja_JP.SJIS")).containsExactly("nothing", refused, refused);
    }

    private static boolean compilesJapanese(Path locale) {
        return SystemCommand.succeeds(
                "localedef", "--no-warnings=ascii", "-i", "ja_JP", "-f", "SHIFT_JIS", locale.toString());
    }
}
