package dev.saveschema.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL and its standby, from the binaries that Maven Central has, on ports that were free. Every setting is that of a server
 * which must lose nothing.
 */
final class PostgresPair implements AutoCloseable {

    private static @Nullable Path installation;

    private final Path directory;
    private final Path binaries;
    private final Server[] servers;
    private final boolean synchronous;

    private record Server(Path data, int port) {}

    private PostgresPair(Path directory, Path binaries, Server[] servers, boolean synchronous) {
        this.directory = directory;
        this.binaries = binaries;
        this.servers = servers;
        this.synchronous = synchronous;
    }

    /** Whether the binaries run here: on Linux, on this processor. */
    static boolean canRun() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** Starts both. With an asynchronous standby, a commit does not wait for it. */
    static PostgresPair start(Path directory, boolean synchronous) throws IOException, InterruptedException {
        Server[] servers = {
            new Server(directory.resolve("one"), Commands.freePort()),
            new Server(directory.resolve("other"), Commands.freePort())
        };
        Path installation = installation();
        PostgresPair pair = new PostgresPair(directory, installation.resolve("postgres"), servers, synchronous);
        Commands.run("chmod", "777", directory);
        for (Server server : servers) {
            Commands.run("cp", "-a", installation.resolve("data"), server.data());
        }
        pair.beStandbyOf(1, 0);
        pair.setStandbyNames(0, synchronous);
        pair.startServer(0);
        pair.startServer(1);
        return pair;
    }

    /** The beginning of each pair, made once: the binaries, and the files of a server that was never started. */
    private static synchronized Path installation() throws IOException, InterruptedException {
        if (installation == null) {
            Path made =
                    Files.createTempDirectory("postgres"); // not in the project, which nobody else may be able to read
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
            Commands.run("chmod", "777", made);
            unpack(made);
            initialize(made);
            installation = made;
        }
        return installation;
    }

    private static void remove(Path directory) {
        try {
            Commands.run("rm", "-rf", directory);
        } catch (IOException e) {
            System.err.println(directory + " is left over: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unpack(Path directory) throws IOException, InterruptedException {
        Path binaries = Files.createDirectories(directory.resolve("postgres"));
        Path archive = directory.resolve("postgres.txz");
        try (InputStream in = Objects.requireNonNull(
                PostgresPair.class.getResourceAsStream("/postgres-linux-x86_64.txz"), "the binaries of PostgreSQL")) {
            Files.copy(in, archive);
        }
        Commands.run("tar", "-xJf", archive, "-C", binaries);
        Files.delete(archive);
    }

    private static void initialize(Path directory) throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        Commands.runAsNobody(
                directory.resolve("postgres/bin/initdb"),
                "-D",
                data,
                "-U",
                "saves",
                "-A",
                "trust",
                "--no-locale",
                "-E",
                "UTF8");
        append(data.resolve("postgresql.conf"), """

                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                wal_level = replica
                shared_buffers = 16MB
                """);
    }

    private void copyStopped(int from, int to) throws IOException, InterruptedException {
        Commands.run("rm", "-rf", servers[to].data());
        Commands.run("cp", "-a", servers[from].data(), servers[to].data());
        Commands.run("rm", "-f", servers[to].data().resolve("postmaster.pid"));
    }

    private void beStandbyOf(int server, int primary) throws IOException, InterruptedException {
        Path data = servers[server].data();
        append(
                data.resolve("postgresql.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + servers[primary].port()
                        + " user=saves application_name=standby'\n");
        Commands.runAsNobody("touch", data.resolve("standby.signal"));
    }

    // Only on a primary: a promoted standby that waits for one blocks every commit.
    private void setStandbyNames(int server, boolean waits) throws IOException, InterruptedException {
        append(
                servers[server].data().resolve("postgresql.conf"),
                "synchronous_standby_names = '" + (waits ? "standby" : "") + "'\n");
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    private void startServer(int server) throws IOException, InterruptedException {
        Commands.runAsNobody(
                binaries.resolve("bin/pg_ctl"),
                "-D",
                servers[server].data(),
                "-w",
                "-t",
                "60",
                "-l",
                directory.resolve("log-" + server),
                "-o",
                "-p " + servers[server].port(),
                "start");
    }

    /** Kills a server with all its processes, and returns when none is left. */
    void kill(int server) throws IOException {
        List<ProcessHandle> all = processes(server);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().join();
        }
        // the server had no time to delete this itself
        Files.deleteIfExists(servers[server].data().resolve("postmaster.pid"));
    }

    /** The first is the one that starts the others. */
    private List<ProcessHandle> processes(int server) throws IOException {
        Path pidFile = servers[server].data().resolve("postmaster.pid");
        ProcessHandle main = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(main));
        main.descendants().forEach(all::add);
        return all;
    }

    /** Starts a server again that was killed, with what it has. */
    void restart(int server) throws IOException, InterruptedException {
        startServer(server);
    }

    /** Makes the standby the primary, which waits for nobody. */
    void promote(int server) throws IOException, InterruptedException {
        setStandbyNames(server, false);
        Commands.runAsNobody(binaries.resolve("bin/pg_ctl"), "-D", servers[server].data(), "-w", "promote");
        Commands.runAsNobody(binaries.resolve("bin/pg_ctl"), "-D", servers[server].data(), "reload");
    }

    /** Makes a server that is down the standby of the other one again, from a copy of that, which is stopped for it. */
    void rebuild(int server, int primary) throws IOException, InterruptedException {
        Commands.runAsNobody(binaries.resolve("bin/pg_ctl"), "-D", servers[primary].data(), "-w", "-m", "fast", "stop");
        copyStopped(primary, server);
        beStandbyOf(server, primary);
        setStandbyNames(server, false);
        setStandbyNames(primary, synchronous);
        startServer(primary);
        startServer(server);
    }

    /** Leads to whichever of them is the primary. */
    DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url());
        return database;
    }

    String url() {
        return ("jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?user=saves"
                        + "&targetServerType=primary&hostRecheckSeconds=0&connectTimeout=2")
                .formatted(servers[0].port(), servers[1].port());
    }

    /** Returns when a connection to the primary can be had, and, if commits wait, when its standby has come. */
    void awaitPrimary() throws SQLException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                boolean hasStandby =
                        Tables.count(database(), "select count(*) from pg_stat_replication where state = 'streaming'")
                                > 0;
                if (hasStandby) {
                    return;
                }
            } catch (SQLException e) {
                if (attempt > 600) {
                    throw e;
                }
            }
            if (attempt > 1200) {
                throw new IllegalStateException("the standby does not come");
            }
            Thread.sleep(50); // PostgreSQL tells nobody
        }
    }

    /** Returns when so many commits wait for the standby. */
    void awaitWaiting(int commits) throws SQLException, InterruptedException {
        String question = "select count(*) from pg_stat_activity where wait_event = 'SyncRep'";
        while (Tables.count(database(), question) < commits) {
            Thread.sleep(50); // PostgreSQL tells nobody
        }
    }

    /** Cancels every commit that waits for the standby. */
    void cancelWaiting() throws SQLException {
        Tables.execute(database(), "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'");
    }

    @Override
    public void close() throws IOException {
        for (int server = 0; server < servers.length; server++) {
            if (Files.exists(servers[server].data().resolve("postmaster.pid"))) {
                kill(server);
            }
        }
    }
}
