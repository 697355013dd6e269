/** Loads, migrates and saves what a program keeps for a person. */
module dev.saveschema {
    requires transitive dev.saveschema.annotation;
    requires transitive tools.jackson.databind; // ObjectNode stands in migration steps
    requires tools.jackson.core;
    requires static transitive org.jspecify;

    exports dev.saveschema;
    exports dev.saveschema.bulk;
    exports dev.saveschema.codec;
    exports dev.saveschema.codec.limit;
    exports dev.saveschema.document;
    exports dev.saveschema.migration;
    exports dev.saveschema.slots;
    exports dev.saveschema.storage;
    exports dev.saveschema.storage.medium;
    exports dev.saveschema.testing;
}
