package dev.saveschema.jdbc;

import dev.saveschema.storage.medium.GenerationMedium.Result;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** How a medium asks and changes its rows: each time by itself, or together with others. */
interface Transactions {

    /** Work on a connection. */
    interface Work<R> {

        R on(Connection connection) throws SQLException;
    }

    <R> R read(Work<R> work) throws IOException;

    /**
     * Does some work as one transaction, which is undone unless it answers that it is what was wanted.
     *
     * @throws dev.saveschema.storage.medium.InDoubtException if the connection broke while it was committed
     * @throws IOException if it did not happen
     */
    Result change(Work<Boolean> work) throws IOException;
}
