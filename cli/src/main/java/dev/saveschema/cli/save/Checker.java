package dev.saveschema.cli.save;

import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import java.util.List;

/** Finds the problems of a save, by the best knowledge of its schema. */
public interface Checker {

    /** The means by which saves are checked, as the end of a sentence. */
    String by();

    Check check(SaveFile save);

    /**
     * The findings of a check.
     *
     * @param repairs the repairs that a load would make, or would have to make
     * @param steps the steps by which a load would bring the save to the program's version
     */
    record Check(List<Repair> repairs, List<MigratedStep> steps) {

        public Check {
            repairs = List.copyOf(repairs);
            steps = List.copyOf(steps);
        }

        /** Whether a load would use every value as it is. */
        public boolean isClean() {
            return repairs.isEmpty();
        }
    }

    /** A checker by the rules of JSON and the seal alone. */
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
