package dev.saveschema.processor.read.mirror;

import dev.saveschema.processor.model.Documentation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain text of a Javadoc comment: without tags, on one line. */
public final class JavadocText {

    // {@code x}, {@link a.B#c label}: replaced by the text that a reader of the page sees
    private static final Pattern LABELLED = Pattern.compile("\\{@link(?:plain)?\\s+[^\\s}]+\\s+([^}]*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+(?:[\\w.]*\\.)?([^}]*)}");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s*([^}]*)}");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@(?=\\w)");
    private static final Pattern PARAM = Pattern.compile("param\\s+(\\w+)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("(.*?[.!?])(\\s.*|$)", Pattern.DOTALL);

    private JavadocText() {}

    public static Documentation.OfRecord of(String comment) {
        String[] blocks = BLOCK.split(comment);
        Map<String, String> components = new LinkedHashMap<>();
        for (int at = 1; at < blocks.length; at++) {
            Matcher param = PARAM.matcher(blocks[at].strip());
            if (param.matches()) {
                components.putIfAbsent(param.group(1), plain(param.group(2)));
            }
        }
        return new Documentation.OfRecord(firstSentence(plain(blocks[0])), components);
    }

    private static String firstSentence(String text) {
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.matches() ? sentence.group(1) : text;
    }

    private static String plain(String text) {
        String shown = LABELLED.matcher(text).replaceAll("$1");
        shown = LINK.matcher(shown).replaceAll("$1");
        shown = INLINE.matcher(shown).replaceAll("$1");
        shown = HTML.matcher(shown).replaceAll(" ");
        shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return shown.replace('#', '.').replaceAll("\\s+", " ").strip();
    }
}
