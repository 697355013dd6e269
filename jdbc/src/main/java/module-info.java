/** Saves in a database. */
module dev.saveschema.jdbc {
    requires transitive dev.saveschema;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.saveschema.jdbc;
}
