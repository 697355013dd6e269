package dev.saveschema.processor.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Something wrong with a schema, as the developer will read it. All wording is in this package, one class per theme.
 *
 * <pre>
 * [SaveSchema/UnknownConstant] "NORMEL" is not a constant of Difficulty
 * Constants: EASY, NORMAL, HARD
 * Fix: &#64;Default("NORMAL")
 * </pre>
 *
 * <p>javac prints the first line, then the source with a caret, then the rest: the sentence stands alone. A fix is code that
 * compiles when it is pasted, or says in words what to do; several are alternatives.
 *
 * @param id a noun in Pascal case, by which the problem can be looked up
 * @param sentence without a full stop
 */
public record Problem(
        Severity severity, String id, Origin origin, String sentence, List<String> facts, List<String> fixes) {

    public Problem {
        facts = List.copyOf(facts);
        fixes = List.copyOf(fixes);
    }

    static Problem error(String id, Origin at) {
        return new Problem(Severity.ERROR, id, at, "", List.of(), List.of());
    }

    static Problem warning(String id, Origin at) {
        return new Problem(Severity.WARNING, id, at, "", List.of(), List.of());
    }

    /** A warning that is shown even where warnings are switched off. */
    static Problem mandatoryWarning(String id, Origin at) {
        return new Problem(Severity.MANDATORY_WARNING, id, at, "", List.of(), List.of());
    }

    static Problem note(String id, Origin at) {
        return new Problem(Severity.NOTE, id, at, "", List.of(), List.of());
    }

    /** Whether the problem is an error, so that nothing may be generated for the schema. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    Problem saying(String format, Object... arguments) {
        return new Problem(severity, id, origin, format.formatted(arguments), facts, fixes);
    }

    Problem fix(String format, Object... arguments) {
        return new Problem(severity, id, origin, sentence, facts, with(fixes, format.formatted(arguments)));
    }

    /** The same problem with these fixes, which are alternatives. */
    Problem fixes(List<String> alternatives) {
        Problem problem = this;
        for (String alternative : alternatives) {
            problem = problem.fix("%s", alternative);
        }
        return problem;
    }

    /** The same problem with a further fact. */
    public Problem fact(String format, Object... arguments) {
        return new Problem(severity, id, origin, sentence, with(facts, format.formatted(arguments)), fixes);
    }

    Problem facts(List<String> more) {
        Problem problem = this;
        for (String each : more) {
            problem = problem.fact("%s", each);
        }
        return problem;
    }

    /** The message as the compiler prints it. */
    public String render() {
        StringBuilder message = new StringBuilder("[SaveSchema/%s] %s".formatted(id, sentence));
        facts.forEach(fact -> message.append('\n').append(fact));
        String introduction = "Fix: ";
        for (String fix : fixes) {
            message.append('\n').append(introduction).append(fix);
            introduction = "Or:  ";
        }
        return message.toString();
    }

    private static List<String> with(List<String> list, String added) {
        List<String> result = new ArrayList<>(list);
        result.add(added);
        return result;
    }
}
