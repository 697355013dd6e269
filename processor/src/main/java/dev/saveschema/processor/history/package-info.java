/**
 * The history of a schema: a snapshot of each released version, in files beside the sources, and everything that is derived from these
 * snapshots. The package knows JSON and the model, and no compiler. The rest of the processor asks {@link Histories}, which is made of
 * {@link HistoryOptions}.
 *
 * <pre>
 * snapshot   the shape of a version                 step    the steps from one version to the next
 * file       the files that keep snapshots          check   contradictions between versions
 * head       the sources, as a version              typed   older versions as records
 * sample     a made-up save of a version
 * </pre>
 *
 * <p>Dependencies: {@code snapshot} needs none of the others; {@code file}, {@code head} and {@code sample} need {@code snapshot};
 * {@code step} needs {@code file} and {@code head}; {@code check} needs {@code step}; {@code typed} needs {@code file} and
 * {@code sample}.
 */
@NullMarked
package dev.saveschema.processor.history;

import org.jspecify.annotations.NullMarked;
