package dev.saveschema.processor.read;

import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.PartTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the records of older versions that migrations name, {@code ProgressV1}. The processor generates these records. Before it
 * has done so, the compiler knows only their names.
 */
final class OlderRecords {

    private final Elements elements;
    private final TypeElement root;
    private final Pattern name;

    OlderRecords(Elements elements, TypeElement root) {
        this.elements = elements;
        this.root = root;
        this.name = Pattern.compile("(?:.*\\.)?"
                + Pattern.quote(
                        String.join("_", MirrorText.classRef(elements, root).simpleNames()))
                + "V([1-9][0-9]{0,8})(?:\\.([A-Za-z0-9_$]+))?");
    }

    /**
     * The version, if the type has the name of a version's record, {@code ProgressV1}, or of a part of it, {@code
     * ProgressV1.Level}.
     */
    OptionalInt versionOf(TypeMirror type) {
        Matcher matcher = name.matcher(type.toString());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** The part's name, if the type has the name of a part of a version's record: {@code Level} for {@code ProgressV1.Level}. */
    Optional<String> partOf(TypeMirror type) {
        Matcher matcher = name.matcher(type.toString());
        return matcher.matches() ? Optional.ofNullable(matcher.group(2)) : Optional.empty();
    }

    /** The first name of a version's record, or of a part of it, within a type: {@code ProgressV1.Level} in a list of them. */
    Optional<String> within(TypeMirror type) {
        return Stream.of(type.toString().split("[<>,? ]+"))
                .filter(each -> name.matcher(each).matches())
                .map(each -> each.substring(each.lastIndexOf('.', each.lastIndexOf('.') - 1) + 1))
                .findFirst();
    }

    /**
     * The versions whose records are parameters or results of migrations. The migrations stand in the record, in its parts and in
     * the classes that {@code @SaveSchema} names.
     */
    Set<Integer> named(List<TypeElement> further) {
        Set<Integer> versions = new HashSet<>();
        for (ExecutableElement method : methods(further)) {
            versionOf(method.getReturnType()).ifPresent(versions::add);
            method.getParameters()
                    .forEach(parameter -> versionOf(parameter.asType()).ifPresent(versions::add));
        }
        return versions;
    }

    /** The versions that those migrations give. */
    Set<Integer> made(List<TypeElement> further) {
        Set<Integer> versions = new HashSet<>();
        methods(further).forEach(method -> versionOf(method.getReturnType()).ifPresent(versions::add));
        return versions;
    }

    private List<ExecutableElement> methods(List<TypeElement> further) {
        List<TypeElement> owners = new ArrayList<>(List.of(root));
        owners.addAll(further);
        owners.addAll(PartTypes.of(root, elements));
        return owners.stream()
                .distinct()
                .flatMap(owner -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream())
                .filter(method -> Mirror.find(elements, method, "Migration").isPresent())
                .toList();
    }
}
