package dev.saveschema.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * One MariaDB server, or three that are a Galera cluster, run from the programs of this machine on free ports. Every setting is
 * that of a server which must lose nothing.
 */
final class MariaDbServers implements AutoCloseable {

    private static final List<Path> GALERA =
            List.of(Path.of("/usr/lib/galera/libgalera_smm.so"), Path.of("/usr/lib64/galera-4/libgalera_smm.so"));

    private final Path directory;
    private final List<Node> nodes;
    private final boolean isCluster;

    private static final class Node {

        private final Path data;
        private final int port = Commands.freePort();
        private final int clusterPort = Commands.freePort();
        private final int transferPort = Commands.freePort();
        private Process process;

        private Node(Path data) throws IOException {
            this.data = data;
        }
    }

    private MariaDbServers(Path directory, int number) throws IOException {
        this.directory = directory;
        this.isCluster = number > 1;
        this.nodes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            nodes.add(new Node(directory.resolve("node-" + i)));
        }
    }

    /** Why no MariaDB can be started here; empty if one can. */
    static Optional<String> missing() {
        return Stream.of("mariadbd", "mariadb-install-db")
                .filter(program -> Commands.find(program).isEmpty())
                .findFirst()
                .map(program -> "there is no " + program + " on this machine");
    }

    /** Why no Galera cluster can be started here; empty if one can. */
    static Optional<String> missingCluster() {
        return missing()
                .or(() -> galera().isPresent()
                        ? Optional.empty()
                        : Optional.of("there is no libgalera_smm.so on this machine"));
    }

    private static Optional<Path> galera() {
        return GALERA.stream().filter(Files::exists).findFirst();
    }

    static MariaDbServers start(Path directory, String... options) throws Exception {
        MariaDbServers one = new MariaDbServers(directory, 1);
        one.install();
        one.start(0, options);
        one.createDatabase();
        return one;
    }

    /** Starts three, each of which can be written to. All begin with the same copy, so that none has to ask the others for one. */
    static MariaDbServers startCluster(Path directory) throws Exception {
        MariaDbServers cluster = new MariaDbServers(directory, 3);
        cluster.install();
        cluster.start(0, "--wsrep-new-cluster");
        cluster.createDatabase();
        cluster.stop(0);
        for (int i = 1; i < 3; i++) {
            Path data = cluster.nodes.get(i).data;
            Commands.run("cp", "-a", cluster.nodes.get(0).data, data);
            Commands.run("rm", "-f", data.resolve("gvwstate.dat"), data.resolve("galera.cache"));
        }
        cluster.start(0, "--wsrep-new-cluster");
        cluster.start(1);
        cluster.start(2);
        return cluster;
    }

    private void install() throws IOException, InterruptedException {
        Commands.run("chmod", "777", directory);
        Commands.runAsNobody(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + nodes.get(0).data,
                "--auth-root-authentication-method=normal",
                "--skip-test-db");
    }

    private void createDatabase() throws SQLException {
        Tables.execute(source(url(List.of(nodes.get(0)), "")), "create database saves");
    }

    private void start(int number, String... more) throws Exception {
        Node node = nodes.get(number);
        List<String> command = new ArrayList<>(Commands.asNobody(
                Commands.find("mariadbd").orElseThrow(),
                "--no-defaults",
                "--datadir=" + node.data,
                "--port=" + node.port,
                "--bind-address=127.0.0.1",
                "--socket=" + node.data.resolve("socket"),
                "--innodb-buffer-pool-size=16M",
                "--innodb-flush-log-at-trx-commit=1"));
        if (isCluster) {
            command.addAll(clusterOptions(node));
        }
        command.addAll(List.of(more));
        Path log = directory.resolve("log-" + number);
        node.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await(node, log);
    }

    private List<String> clusterOptions(Node node) {
        String members =
                nodes.stream().map(each -> "127.0.0.1:" + each.clusterPort).collect(Collectors.joining(","));
        return List.of(
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--wsrep-on=ON",
                "--wsrep-provider=" + galera().orElseThrow(),
                "--wsrep-cluster-name=saves",
                "--wsrep-cluster-address=gcomm://" + members,
                "--wsrep-node-address=127.0.0.1",
                "--wsrep-provider-options=gcache.size=8M;gmcast.listen_addr=tcp://127.0.0.1:" + node.clusterPort
                        + ";base_port=" + node.clusterPort + ";ist.recv_addr=127.0.0.1:" + node.transferPort);
    }

    private void await(Node node, Path log) throws Exception {
        String question = "select count(*) from information_schema.global_status where"
                + " variable_name = 'WSREP_READY' and variable_value = '" + (isCluster ? "ON" : "OFF") + "'";
        for (int attempt = 0; attempt < 1200; attempt++) {
            if (!node.process.isAlive()) {
                break;
            }
            try {
                if (Tables.count(source(url(List.of(node), "")), question) == 1) {
                    return;
                }
            } catch (SQLException notYet) {
                // it is still starting
            }
            Thread.sleep(50); // MariaDB tells nobody
        }
        throw new IllegalStateException(Files.readString(log));
    }

    private void stop(int number) throws InterruptedException {
        nodes.get(number).process.toHandle().destroy();
        nodes.get(number).process.waitFor();
    }

    /** Kills a server, and returns when it is gone. */
    void kill(int number) {
        nodes.get(number).process.destroyForcibly().onExit().join();
    }

    /** Starts a server again that was killed, with what it has. */
    void restart(int number, String... more) throws Exception {
        start(number, more);
    }

    /** Leads to one of them that answers, to the first by preference. */
    DataSource database() throws SQLException {
        return source(url(nodes, "saves"));
    }

    /** Leads to one of them only. */
    DataSource database(int number) throws SQLException {
        return source(url(List.of(nodes.get(number)), "saves"));
    }

    private static String url(List<Node> nodes, String database) {
        String hosts = nodes.stream().map(node -> "127.0.0.1:" + node.port).collect(Collectors.joining(","));
        return "jdbc:mariadb:sequential://" + hosts + "/" + database + "?user=root&connectTimeout=2000";
    }

    private static DataSource source(String url) throws SQLException {
        return new MariaDbDataSource(url);
    }

    @Override
    public void close() {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).process != null) {
                kill(i);
            }
        }
    }
}
