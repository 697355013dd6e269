package dev.saveschema.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets several forks of JMH run one iteration each, in turn, so that all of them meet the same load of the machine: on a machine
 * that other programs use, too, times that were measured minutes apart cannot be compared.
 */
final class Turns implements AutoCloseable {

    private final ServerSocket server;
    private final int contestants;
    private final Thread dealer;

    Turns(int contestants) throws IOException {
        this.server = new ServerSocket(0, contestants, InetAddress.getLoopbackAddress());
        this.contestants = contestants;
        this.dealer = new Thread(this::deal, "turns");
        dealer.setDaemon(true);
        dealer.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void deal() {
        List<Socket> waiting = new ArrayList<>();
        try {
            while (waiting.size() < contestants) {
                waiting.add(server.accept());
            }
            while (!waiting.isEmpty()) {
                for (Socket contestant : List.copyOf(waiting)) {
                    if (!hasTakenATurn(contestant)) {
                        waiting.remove(contestant);
                    }
                }
            }
        } catch (IOException closed) {
            // a contestant did not come; its runner reports the reason
        }
    }

    private static boolean hasTakenATurn(Socket contestant) {
        try {
            contestant.getOutputStream().write(1);
            return contestant.getInputStream().read() >= 0;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
