/**
 * When a value that was handed over is written, and by whom. Knows neither schemas nor files: what is saved, and how, is behind
 * {@link dev.saveschema.autosave.Target}. Internal: not exported.
 *
 * <pre>
 * Saver         takes values from any thread, and has them written on its own
 * Values        which value is the newest, the newest that can be saved, the newest that is durable
 * Agenda        what to do next, and when
 * Trouble       a series of attempts that failed, and the next try
 * Target        what saves a value
 * Worker        the thread and the clock, which tests replace
 * WorkerThread  the real ones
 * Moment        a time for measuring and for people
 * Flushed       what became of a value that somebody waited for
 * </pre>
 */
@NullMarked
package dev.saveschema.autosave;

import org.jspecify.annotations.NullMarked;
