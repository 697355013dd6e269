package dev.saveschema.jdbc;

import dev.saveschema.storage.medium.GenerationMedium.Result;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs the questions and changes of a medium: each in a transaction of its own, or together with others. */
interface Transactions {

    /** Work on a connection. */
    interface Work<R> {

        R on(Connection connection) throws SQLException;
    }

    <R> R read(Work<R> work) throws IOException;

    /**
     * Does some work as one transaction. The transaction is undone if the work answers false.
     *
     * @throws dev.saveschema.storage.medium.InDoubtException if the connection broke while the transaction was committed
     * @throws IOException if the transaction did not happen
     */
    Result change(Work<Boolean> work) throws IOException;
}
