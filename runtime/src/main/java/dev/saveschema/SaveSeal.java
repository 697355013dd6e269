package dev.saveschema;

import java.time.Instant;

/**
 * What the seal of a save says, its member {@code $save}.
 *
 * @param generation the number of the save: 1 for the first, and greater with every further one
 * @param id of this save, random, 16 hex digits
 * @param parent the id of the save that this one replaced; zeros for the first
 * @param time when it was saved, in whole seconds. It decides nothing: clocks differ
 */
public record SaveSeal(long generation, String id, String parent, Instant time) {}
