package dev.saveschema.processor.read.mirror;

import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** The names in the file that annotations give to an element. */
public record DeclaredNames(
        String main, List<String> aliases, List<Rename> renames, SourceOrigin mainOrigin, SourceOrigin aliasOrigin) {

    /**
     * @param annotation the annotation that gives the name: {@code Name}, {@code Subtype}
     * @param otherwise the name without that annotation
     */
    public static DeclaredNames of(Elements elements, Element element, String annotation, String otherwise) {
        Optional<Mirror> named = Mirror.find(elements, element, annotation);
        Optional<Mirror> aliased = Mirror.find(elements, element, "Alias");
        SourceOrigin origin = SourceOrigin.of(element);
        return new DeclaredNames(
                named.map(mirror -> mirror.text("value")).orElse(otherwise),
                aliased.map(mirror -> mirror.texts("value")).orElse(List.of()),
                renames(elements, element),
                named.map(Mirror::origin).orElse(origin),
                aliased.map(Mirror::origin).orElse(origin));
    }

    /** The names that are gone from a type, by its {@code @Removed} annotations. */
    public static List<Removal> removals(Elements elements, Element type) {
        return Mirror.all(elements, type, "Removed").stream()
                .map(mirror ->
                        new Removal(mirror.text("name"), mirror.whole("since"), mirror.flag("keep"), mirror.origin()))
                .toList();
    }

    private static List<Rename> renames(Elements elements, Element element) {
        return Mirror.all(elements, element, "RenamedFrom").stream()
                .map(mirror -> new Rename(mirror.text("value"), mirror.whole("since"), mirror.origin()))
                .toList();
    }
}
