package dev.saveschema.cli.save;

import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import java.util.List;

/** Says what is wrong with a save, by what is known of its schema. */
public interface Checker {

    /** By what it is checked, as the end of a sentence. */
    String by();

    Check check(SaveFile save);

    /**
     * The findings of a check.
     *
     * @param repairs what a load would put right, or would have to
     * @param steps by which a load would bring the save to the program's version
     */
    record Check(List<Repair> repairs, List<MigratedStep> steps) {

        public Check {
            repairs = List.copyOf(repairs);
            steps = List.copyOf(steps);
        }

        /** Whether a load would use everything as it stands there. */
        public boolean isClean() {
            return repairs.isEmpty();
        }
    }

    /** By the rules of JSON and the seal alone. */
    Checker PLAIN = new Checker() {
        @Override
        public String by() {
            return "the rules of JSON only; with --program or --history also by its schema";
        }

        @Override
        public Check check(SaveFile save) {
            return new Check(save.plain().repairs(), List.of());
        }
    };
}
