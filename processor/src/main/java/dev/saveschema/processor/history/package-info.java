/**
 * What released versions of a schema looked like, kept in files beside the sources, and what follows from them. Knows JSON and the
 * model, and no compiler. The rest of the processor asks {@link Histories}, which is made of {@link HistoryOptions}.
 *
 * <pre>
 * snapshot   what a version looks like              step    what leads from one version to the next
 * file       the files that keep it                 check   what can be wrong between versions
 * head       the sources, as a version              typed   older versions as records
 * sample     a save of a version, made up
 * </pre>
 *
 * <p>Dependencies: {@code snapshot} needs none of the others; {@code file}, {@code head} and {@code sample} need {@code snapshot};
 * {@code step} needs {@code file} and {@code head}; {@code check} needs {@code step}; {@code typed} needs {@code file} and
 * {@code sample}.
 */
@NullMarked
package dev.saveschema.processor.history;

import org.jspecify.annotations.NullMarked;
