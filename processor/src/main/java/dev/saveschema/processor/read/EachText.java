package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.read.mirror.Mirror;
import java.util.Optional;

/** Writes the {@code @Each} that limits elements as a constraint on a type argument would. */
final class EachText {

    private EachText() {}

    /** @param each {@code Each} or {@code EachKey} */
    static Optional<String> of(String each, Mirror constraint) {
        String name = constraint
                .mirror()
                .getAnnotationType()
                .asElement()
                .getSimpleName()
                .toString();
        return attribute(name, constraint).map(attribute -> "@%s(%s)".formatted(each, attribute));
    }

    private static Optional<String> attribute(String name, Mirror constraint) {
        return Optional.ofNullable(
                switch (name) {
                    case "Min" -> "range = @Range(min = " + number(constraint) + ")";
                    case "Max" -> "range = @Range(max = " + number(constraint) + ")";
                    case "Positive" -> "range = @Range(min = 1)";
                    case "PositiveOrZero" -> "range = @Range(min = 0)";
                    case "Negative" -> "range = @Range(max = -1)";
                    case "NegativeOrZero" -> "range = @Range(max = 0)";
                    case "Size" ->
                        "size = @Size(min = %d, max = %d)".formatted(constraint.whole("min"), constraint.whole("max"));
                    case "NotEmpty" -> "size = @Size(min = 1)";
                    case "NotBlank" -> "pattern = @Pattern(" + Code.quoted("(?s)\\s*\\S.*") + ")";
                    case "Pattern" -> "pattern = @Pattern(" + Code.quoted(constraint.text("regexp")) + ")";
                    default -> null;
                });
    }

    private static String number(Mirror constraint) {
        long number = constraint.large("value");
        return number == (int) number ? Long.toString(number) : number + "L";
    }
}
