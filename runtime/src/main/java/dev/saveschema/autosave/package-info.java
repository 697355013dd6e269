/**
 * Decides when a submitted value is written, and on which thread. The package knows neither schemas nor files: both are behind
 * {@link dev.saveschema.autosave.Target}. Internal: not exported.
 *
 * <pre>
 * Saver         takes values from any thread, and has them written on its own
 * Values        the newest value, the newest that can be saved, and the newest durable one
 * Agenda        decides what to do next, and when
 * Trouble       a series of attempts that failed, and the time of the next
 * Target        saves values
 * Worker        the thread and the clock, which tests replace
 * WorkerThread  the real thread and clock
 * Moment        a time for measuring and for people
 * Flushed       the outcome for a value that a caller waited for
 * </pre>
 */
@NullMarked
package dev.saveschema.autosave;

import org.jspecify.annotations.NullMarked;
