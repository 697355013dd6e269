package dev.saveschema.example.tour;

import java.io.IOException;
import java.io.InputStream;

/** The steps that a learner says are saved, one a line. A line that was cut off says nothing. */
final class Acknowledgements {

    private final InputStream in;
    private int last;
    private int count;

    Acknowledgements(InputStream in) {
        this.in = in;
    }

    /** Waits for the next. Answers false at the end. */
    boolean next() throws IOException {
        int step = 0;
        for (int c = in.read(); c != -1; c = in.read()) {
            if (c == '\n') {
                last = step;
                count++;
                return true;
            }
            step = Character.isDigit(c) ? step * 10 + (c - '0') : step;
        }
        return false;
    }

    int last() {
        return last;
    }

    int count() {
        return count;
    }
}
