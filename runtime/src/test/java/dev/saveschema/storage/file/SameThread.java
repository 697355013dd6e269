package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.IoThread;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Does at once what it is given, so that a hundred thousand storages need no thread of their own. */
final class SameThread extends AbstractExecutorService {

    private boolean shutdown;

    private SameThread() {}

    static IoThread io() {
        return new IoThread("this thread", new SameThread());
    }

    @Override
    public void execute(Runnable work) {
        work.run();
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
