package dev.saveschema.cli.terminal;

import java.nio.charset.Charset;

/** The signs for drawings, in Unicode; in ASCII for a terminal that has no others. */
public enum Glyphs {
    UNICODE("├─ ", "└─ ", "│  ", "✗", "…", "●", "─", "◇", "◆", "✕", "→"),
    ASCII("|- ", "`- ", "|  ", "!", "...", "o", "-", "r", "c", "x", "->");

    private final String branch;
    private final String lastBranch;
    private final String trunk;
    private final String bad;
    private final String more;
    private final String born;
    private final String lives;
    private final String renamed;
    private final String changed;
    private final String gone;
    private final String arrow;

    Glyphs(
            String branch,
            String lastBranch,
            String trunk,
            String bad,
            String more,
            String born,
            String lives,
            String renamed,
            String changed,
            String gone,
            String arrow) {
        this.branch = branch;
        this.lastBranch = lastBranch;
        this.trunk = trunk;
        this.bad = bad;
        this.more = more;
        this.born = born;
        this.lives = lives;
        this.renamed = renamed;
        this.changed = changed;
        this.gone = gone;
        this.arrow = arrow;
    }

    static Glyphs in(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("├└│✗…●─◇◆✕→") ? UNICODE : ASCII;
    }

    public String branch(boolean isLast) {
        return isLast ? lastBranch : branch;
    }

    public String trunk(boolean isLast) {
        return isLast ? "   " : trunk;
    }

    public String bad() {
        return bad;
    }

    public String more() {
        return more;
    }

    public String born() {
        return born;
    }

    public String lives() {
        return lives;
    }

    public String renamed() {
        return renamed;
    }

    public String changed() {
        return changed;
    }

    public String gone() {
        return gone;
    }

    public String arrow() {
        return arrow;
    }
}
