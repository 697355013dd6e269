package dev.saveschema.storage.file;

import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;

/** The states that a save may find. In each, the newest content is "old", or there is none. */
enum StartState {
    FIRST_RUN {
        @Override
        void prepare(Saves saves) {}
    },
    ONE_GENERATION {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("old");
        }
    },
    STEADY {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "old");
        }
    },
    DAMAGED {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "old", "three");
            Saves.rot(saves.live());
        }
    },
    DAMAGED_WITH_A_DAMAGED_BACKUP {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("old", "two", "three");
            Saves.rot(saves.live());
            Saves.rot(saves.newerBackup());
        }
    },
    MISSING {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "old", "three");
            Files.delete(saves.live());
        }
    },
    EDITED {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two");
            saves.edit("{\"word\": \"old\"}");
        }
    },
    UNFINISHED {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two");
            Seal seal = new Seal(3, "a".repeat(16), Saves.sealOf(saves.live()).id(), Saves.NOW);
            Files.write(saves.temp("a"), Saves.file(Saves.body("old"), Layout.PRETTY, seal));
        }
    },
    UNFINISHED_AND_ALL_ELSE_DAMAGED {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "three");
            Saves.rot(saves.live());
            Saves.rot(saves.newerBackup());
            Saves.sealed(saves.temp("a"), "old", 4, "a", "b");
        }
    },
    UNFINISHED_WITHOUT_A_LIVE_FILE {
        @Override
        void prepare(Saves saves) throws IOException {
            Saves.sealed(saves.temp("a"), "old", 1, "a", "0");
        }
    },
    HALF {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.edit("{\"word\": \"old\", \"rest\": ");
        }
    },
    HALF_A_BACKUP {
        @Override
        void prepare(Saves saves) throws IOException {
            Files.writeString(saves.newerBackup(), "{\"word\": \"old\", \"rest\": ");
        }
    },
    HALF_A_TEMP {
        @Override
        void prepare(Saves saves) throws IOException {
            Files.writeString(saves.temp("a"), "{\"word\": \"old\", \"rest\": ");
        }
    },
    EDITED_WITH_A_DAMAGED_BACKUP {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "three");
            Files.writeString(saves.newerBackup(), "damage");
            saves.edit("{\"word\": \"old\"}");
        }
    },
    STRANGE_TEMPS {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "old");
            Saves.sealed(saves.temp("a"), "stranger", 9, "a", "b");
            Files.writeString(saves.temp("b"), "{\"word\": \"ha");
        }
    },
    RESTORED {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "three");
            Saves.sealed(saves.live(), "old", 1, "c", "0");
        }
    },
    STRANGE_BACKUPS {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "old");
            Files.delete(saves.newerBackup());
            Files.delete(saves.olderBackup());
            Files.writeString(saves.newerBackup(), "{\"word\": \"own\"}");
            Files.writeString(saves.olderBackup(), "somebody's own");
        }
    },
    NEWER_FORMATS {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "old");
            String newer = "{\"word\": \"newer\", \"$save\": {\"v\": 3, \"gen\": 1}}";
            Files.delete(saves.newerBackup());
            Files.writeString(saves.newerBackup(), newer);
            Files.writeString(saves.temp("a"), newer);
        }
    },
    UNFINISHED_AND_CHANGED_WHILE_OPEN {
        @Override
        void prepare(Saves saves) throws IOException {
            UNFINISHED.prepare(saves);
        }

        @Override
        void prepareAfterLoading(Saves saves) throws IOException {
            saves.edit("{\"word\": \"old\"}");
        }
    },
    CHANGED_WHILE_OPEN {
        @Override
        void prepare(Saves saves) throws IOException {
            saves.hold("one", "two", "three");
        }

        @Override
        void prepareAfterLoading(Saves saves) throws IOException {
            saves.edit("{\"word\": \"old\"}");
        }
    };

    abstract void prepare(Saves saves) throws IOException;

    void prepareAfterLoading(Saves saves) throws IOException {}

    /** Whether no save was ever finished. */
    boolean isFirstRun() {
        return this == FIRST_RUN || this == HALF_A_TEMP;
    }
}
