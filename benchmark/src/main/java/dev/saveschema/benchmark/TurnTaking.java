package dev.saveschema.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** Waits, in a fork of JMH, for its turn before each iteration; see {@link Turns}. */
public final class TurnTaking implements InternalProfiler {

    private final int port;
    private Socket turns = new Socket();

    /** @param port the port at which the turns are dealt */
    public TurnTaking(String port) {
        this.port = Integer.parseInt(port);
    }

    @Override
    public String getDescription() {
        return "takes turns with other forks";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        try {
            if (!turns.isConnected()) {
                turns = new Socket(InetAddress.getLoopbackAddress(), port);
                turns.setTcpNoDelay(true);
            }
            turns.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        try {
            turns.getOutputStream().write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }
}
