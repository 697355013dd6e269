package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameScalarsTest {

    @Test
    void aLocaleIsItsLanguageTag() {
        assertThat(NameScalars.LOCALE.format(Locale.UK)).isEqualTo("en-GB");
        assertThat(NameScalars.LOCALE.format(Locale.ROOT)).isEqualTo("und");
        assertThat(NameScalars.LOCALE.parse("und")).isEqualTo(Locale.ROOT);
        assertThat(NameScalars.LOCALE.parse("pt-br")).isEqualTo(new Locale("pt", "BR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UND",
                "uNd",
                "Und-x-a",
                "EN-us-U-VA-posix",
                "zh-cmn",
                "i-klingon",
                "no-NO",
                "en-x-lvariant-NY",
                "und-US"
            })
    void whatIsReadAsALocaleCanBeSaved(String tag) {
        Locale locale = NameScalars.LOCALE.parse(tag);
        assertThat(locale).isNotNull();
        String written = NameScalars.LOCALE.format(locale);
        assertThat(written).isNotNull();
        assertThat(NameScalars.LOCALE.parse(written)).isEqualTo(locale);
    }

    /** Of most of these the JDK takes what is well-formed at the beginning. */
    @ParameterizedTest
    @ValueSource(strings = {"", "en_GB", "en-", "-en", "en-GB-", "e", "englishspeaking", "en GB", "en-GB-\0", "日本"})
    void whatIsNoLanguageTagIsNoLocale(String tag) {
        assertThat(NameScalars.LOCALE.parse(tag)).isNull();
    }

    @Test
    void aLocaleThatNoTagStandsForHasNoText() {
        assertThat(NameScalars.LOCALE.format(new Locale("english", "UK", "WIN 32")))
                .isNull();
        assertThat(NameScalars.LOCALE.format(new Locale("toolonglanguage"))).isNull();
    }

    /** A person whose system speaks Nynorsk can save. */
    @Test
    void everyLocaleThatTheJdkHasHasAText() {
        assertThat(Locale.getAvailableLocales())
                .allSatisfy(locale -> assertThat(NameScalars.LOCALE.format(locale))
                        .as("%s", locale)
                        .isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "/a", "?q", "#f", "http://[::1]:80/a", "urn:isbn:1", "a%20b", "é"})
    void aUriIsItsText(String text) {
        URI uri = NameScalars.URI.parse(text);
        assertThat(uri).isNotNull();
        assertThat(NameScalars.URI.format(uri)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", ":a", "http://[", "%", "%2", "\\", "\0", "a#b#c"})
    void whatIsNoUriIsNone(String text) {
        assertThat(NameScalars.URI.parse(text)).isNull();
    }

    /** Its path begins with what reads as a scheme. */
    @Test
    void aUriThatReadsAsAnotherHasNoText() {
        URI relative = URI.create("http://h/x/").relativize(URI.create("http://h/x/a:b"));
        assertThat(relative.getScheme()).isNull();
        assertThat(NameScalars.URI.format(relative)).isNull();
    }
}
