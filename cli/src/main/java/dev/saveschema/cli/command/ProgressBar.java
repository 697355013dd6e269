package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Page;
import java.util.Locale;

/** Shows the progress of a command on a terminal; elsewhere it prints nothing. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final Page page;
    private final long all;

    ProgressBar(Page page, long all) {
        this.page = page;
        this.all = all;
    }

    void show(long done) {
        int filled = all == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / all);
        page.progress(String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                Math.max(done, all)));
    }

    void end() {
        page.endProgress();
    }
}
