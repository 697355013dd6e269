package dev.saveschema.storage.file;

import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Keep.QuarantineReason;
import java.io.IOException;
import java.util.List;

/** The acts of a program with a save, from opening to closing it. */
enum Workload {
    ONE_SAVE {
        @Override
        void run(Run run) throws IOException {
            run.save("new1");
        }
    },
    TWO_SAVES {
        @Override
        void run(Run run) throws IOException {
            run.save("new1");
            run.save("new2");
        }
    },
    UPDATE {
        @Override
        void run(Run run) throws IOException {
            run.save(run.loaded() + "2");
        }
    },
    RECOVERY {
        @Override
        void run(Run run) throws IOException {
            run.save(run.loaded());
            run.save("new1");
        }
    },
    MIGRATION {
        @Override
        void run(Run run) throws IOException {
            run.keepSource();
            run.save("new1", new Keep.AsVersion(3));
            run.save("new2");
        }
    },
    REPAIR {
        @Override
        void run(Run run) throws IOException {
            run.keepSource();
            run.save("new1", new Keep.Aside(QuarantineReason.REPAIRED));
        }
    },
    OVERWRITE_NEWER {
        @Override
        void run(Run run) throws IOException {
            run.keepSource();
            run.save("new1", new Keep.Aside(QuarantineReason.NEWER));
        }
    },
    EDITED_WHILE_OPEN {
        @Override
        void run(Run run) throws IOException {
            run.edit();
            run.save("new1");
        }
    },
    REPLACED_WHILE_OPEN {
        @Override
        void run(Run run) throws IOException {
            run.save("new1");
            run.replace();
            run.save("new2");
        }
    };

    /** The acts that a workload can choose from. */
    interface Run {

        /** The word that was loaded. */
        String loaded();

        void save(String word, Keep... keep) throws IOException;

        /** From now on what was loaded from must not vanish. */
        void keepSource();

        /** Somebody edits the live file in place. Size and, where times are coarse, time stay the same. */
        void edit();

        /** Somebody puts another file in the live file's place. */
        void replace();
    }

    static final List<Workload> ALL = List.of(values());

    abstract void run(Run run) throws IOException;
}
