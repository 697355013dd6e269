package dev.saveschema.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * We read as JSON the same documents as Jackson, with the same values. Of a document that Jackson refuses we read no more before
 * its fault than Jackson does. {@code -Drandom.seed=} tries other mutations, {@code -Ddifferential.rounds=} more of them.
 */
class ScannerDifferentialTest {

    private static final long SEED = Long.getLong("random.seed", 20_261_122);
    private static final int ROUNDS = Integer.getInteger("differential.rounds", 200_000);

    private static final List<String> SAVES = List.of(
            "{\"$version\":4,\"name\":\"Zoë 😀\",\"gold\":1500,\"speed\":-2.5e-3,\"music\":false,\"items\":[\"rope\",\"a\\tb\\u00e9\"]}",
            "{\n  \"$version\": 4,\n  \"list\": [1, 2, 34, 9223372036854775807, 92233720368547758080, -0, 0.1, 1E5],\n  \"map\": {\"k\": null, \"\": [[], {}]}\n}\n",
            "{\"a\":{\"b\":{\"c\":[{\"type\":\"circle\",\"r\":1.25},{\"r\":0,\"type\":\"none\"}]}},\"t\":\"2026-11-22T19:47:03Z\",\"true\":true}",
            "[ \"\\ud83d\\ude00\\ud800\", 12345678901234567890, 3.141592653589793, 1e308, 4.9e-324, \"\\\\\\\"\\/\" ]");

    private static final byte[] TELLING =
            "{}[]\",:\\0123456789-+.eE \n\t/#*'truefalsn\0\u001f\u0080\u00c3\u00ff".getBytes(ISO_8859_1);

    static Stream<String> sound() {
        return Stream.of(
                "{}",
                "[]",
                "[[]]",
                "{\"a\":{}}",
                " [ ] ",
                "\n{\t\"a\"\r:\n1 }\n",
                "1",
                "-1",
                "0",
                "-0",
                "0.0",
                "1e5",
                "1E+5",
                "1.5e-5",
                "-0.0e0",
                "true",
                "false",
                "null",
                "\"\"",
                "\"a\"",
                "[1]",
                "[1,2]",
                "[1 , 2]",
                "[null]",
                "{\"a\":1,\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{\"\":0}",
                "{\"a\\\"b\":0}",
                "{\"ä→😀\":0}",
                "[\"\\u0000\"]",
                "[\"\\ud83d\\ude00\"]",
                "[\"\\ud83d\"]",
                "[\"\\ude00\\ud83d\"]",
                "[\"\\uD834x\"]",
                "[\"\\\\u0041\"]",
                "[\"\u007f\"]",
                "[\"\u2028\"]",
                "[\"\uFFFD\"]",
                "[\"\uFFFF\"]",
                "[\"\uFEFF\"]",
                "[\"😀\"]",
                "[123456789012345678]",
                "[1234567890123456789]",
                "[12345678901234567890]",
                "[-9223372036854775808]",
                "[9223372036854775808]",
                "[0.1]",
                "[123.456e789]",
                "[1e-400]",
                "[0e999999999]",
                "[1.0E+2]",
                "[0.12345678901234567890123456789]",
                "[179769313486231570e291]",
                "[2.2250738585072011e-308]",
                "[9007199254740993]",
                "[9007199254740993.0]",
                "[5e-324]",
                "[1.7976931348623157e308]",
                "[100000000000000000000000e-22]",
                "\ufeff{\"a\":1}",
                "[\"0123456\"]",
                "[\"01234567\"]",
                "[\"012345678\"]",
                "[\"0123456789abcdef\\n\"]");
    }

    static Stream<String> unsound() {
        return Stream.of(
                "",
                " ",
                "{",
                "[",
                "}",
                "]",
                "{]",
                "[}",
                "[1",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "[1,",
                "[,]",
                "[,1]",
                "[1,]",
                "[1,,2]",
                "{,}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\":'b'}",
                "{\"a\":b}",
                "['a']",
                "[a]",
                "[1 2]",
                "[\"a\" \"b\"]",
                "{\"a\":1 \"b\":2}",
                "[tru]",
                "[truex]",
                "[True]",
                "[nul]",
                "[NaN]",
                "[-NaN]",
                "[Infinity]",
                "[-Infinity]",
                "[undefined]",
                "[+1]",
                "[01]",
                "[-01]",
                "[1.]",
                "[.5]",
                "[-.5]",
                "[1.e5]",
                "[1e]",
                "[1e+]",
                "[0x1F]",
                "[1_000]",
                "[-]",
                "[--1]",
                "[1a]",
                "[1.5.5]",
                "[1-2]",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\U0041\"",
                "[\"a\nb\"]",
                "[\"a\tb\"]",
                "[\"a\u0001b\"]",
                "[1]x",
                "[1] [2]",
                "{} {}",
                "1 2",
                "// c\n[1]",
                "[1]// c",
                "[1/* c */]",
                "[1] # c",
                "[/]",
                "[1]\0",
                "\0",
                "[\0]",
                "[1,\u000c2]",
                "[\u00a01]",
                "{\"a\":1;\"b\":2}",
                "{\"a\"=1}",
                "(1)",
                "<1>",
                "[\"\\\"]",
                "[\"a\\",
                "{\"a\":1}}");
    }

    @ParameterizedTest
    @MethodSource("sound")
    void whatIsJsonIsReadAsJacksonDoes(String json) {
        byte[] document = json.getBytes(UTF_8);
        Reading jackson = Reading.byJackson(document);
        assertThat(jackson.isWhole()).isTrue();
        assertThat(Reading.byScanner(document, false)).isEqualTo(jackson);
        assertThat(Reading.byScanner(document, true).isWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void whatIsNoJsonIsNotTakenForIt(String json) {
        byte[] document = json.getBytes(UTF_8);
        assertThat(Reading.byJackson(document).isWhole()).isFalse();
        assertThat(Reading.byScanner(document, false).isWhole()).isFalse();
        assertThat(Reading.byScanner(document, true).isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0 80",
                "ed a0 80",
                "ed bf bf",
                "f5 80 80 80",
                "e2 82",
                "80",
                "ff",
                "f4 90 80 80",
                "c3",
                "f0 9f 98",
                "e0 80 80"
            })
    void whatIsNoUtf8IsNoText(String hex) {
        StringBuilder bytes = new StringBuilder();
        for (String each : hex.split(" ")) {
            bytes.append((char) Integer.parseInt(each, 16));
        }
        for (String around : List.of(
                "{\"a\": \"%s\", \"b\": 1}", "{\"a\": \"0123456789 %s 0123456789 \\n\", \"b\": 1}", "{\"%s\": 1}")) {
            byte[] document = around.formatted(bytes).getBytes(ISO_8859_1);
            assertThat(Reading.byScanner(document, false).isWhole()).as(around).isFalse();
            assertThat(Reading.byScanner(document, true).isWhole()).as(around).isFalse();
        }
    }

    @Test
    void mutationsOfSavesAreJudgedAsJacksonDoes() {
        Random random = new Random(SEED);
        int sound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] document = mutated(SAVES.get(random.nextInt(SAVES.size())).getBytes(UTF_8), random);
            sound += judgedAlike(document) ? 1 : 0;
        }
        System.out.printf("Scanner and Jackson: %,d mutations, of which %,d are JSON (seed %d)%n", ROUNDS, sound, SEED);
        assertThat(sound).isBetween(ROUNDS / 20, ROUNDS);
    }

    private static byte[] mutated(byte[] save, Random random) {
        byte[] document = save;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(document.length);
            byte instead =
                    random.nextInt(8) == 0 ? (byte) random.nextInt(256) : TELLING[random.nextInt(TELLING.length)];
            byte[] next;
            switch (random.nextInt(4)) {
                case 0 -> {
                    next = document.clone();
                    next[at] = instead;
                }
                case 1 -> {
                    next = new byte[document.length + 1];
                    System.arraycopy(document, 0, next, 0, at);
                    next[at] = instead;
                    System.arraycopy(document, at, next, at + 1, document.length - at);
                }
                case 2 -> {
                    next = new byte[document.length - 1];
                    System.arraycopy(document, 0, next, 0, at);
                    System.arraycopy(document, at + 1, next, at, document.length - at - 1);
                }
                default -> {
                    int from = random.nextInt(document.length);
                    int count = Math.min(random.nextInt(12), document.length - Math.max(from, at));
                    next = document.clone();
                    System.arraycopy(document, from, next, at, count);
                }
            }
            document = next.length == 0 ? save : next;
        }
        return document;
    }

    /** Answers whether it is JSON. UTF-16 and UTF-32 are refused before a document is scanned. */
    static boolean judgedAlike(byte[] document) {
        try {
            Encoding.requireUtf8(document);
        } catch (MalformedContentException e) {
            return false;
        }
        Reading jackson = Reading.byJackson(document);
        Reading ours = Reading.byScanner(document, false);
        String shown = new String(document, ISO_8859_1);
        boolean isJson = jackson.isWhole() && isUtf8(document);
        if (isJson) {
            assertThat(ours).as(shown).isEqualTo(jackson);
        } else {
            assertThat(ours.isWhole()).as(shown).isFalse();
        }
        if (!isJson && isUtf8(document)) {
            assertThat(Math.abs(ours.tokens().size() - jackson.tokens().size()) < 3)
                    .as(() -> shown + ": " + ours + " and " + jackson)
                    .isTrue();
            int common = Math.min(ours.tokens().size(), jackson.tokens().size());
            assertThat(ours.tokens().subList(0, common))
                    .as(shown)
                    .isEqualTo(jackson.tokens().subList(0, common));
        }
        assertThat(Reading.byScanner(document, true).isWhole()).as(shown).isEqualTo(isJson);
        return isJson;
    }

    /** Jackson passes over the byte FF in some names, as if it was not there. */
    private static boolean isUtf8(byte[] document) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
