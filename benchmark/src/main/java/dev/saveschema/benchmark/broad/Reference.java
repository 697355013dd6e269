package dev.saveschema.benchmark.broad;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The reference, in a class loader of its own: the compiler must not apply its knowledge about the contender's calls to the
 * reference's, or the other way round.
 */
public final class Reference implements Function<String, Runnable> {

    private final Contender databind = Contender.of("databind2");

    /** The constructor that {@link #isolated} calls by reflection. */
    public Reference() {}

    /** Makes the function that answers for a {@link Case}, as a text, the call to time. */
    static Function<String, Runnable> isolated() {
        List<URL> classPath = new ArrayList<>();
        try {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
            // never closed: the JVM is there for one measurement
            ClassLoader own = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            @SuppressWarnings("unchecked")
            Function<String, Runnable> reference =
                    (Function<String, Runnable>) Class.forName(Reference.class.getName(), true, own)
                            .getConstructor()
                            .newInstance();
            return reference;
        } catch (MalformedURLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Runnable apply(String text) {
        Case measured = Case.parse(text);
        Broad sample = BroadSamples.ofSize(measured.bytes());
        if (measured.work() == Case.Work.WRITE) {
            requireSame(sample, databind.read(databind.write(sample)));
            return () -> databind.write(sample);
        }
        byte[] save = (measured.variant().isForAll() ? measured.variant() : Variants.COMPACT).of(sample);
        requireSame(sample, databind.read(save));
        return () -> databind.read(save);
    }

    /** Makes sure, before anything is timed, that the contender reads what was written. */
    static void requireSame(Broad expected, Broad read) {
        if (!read.equals(expected)) {
            throw new AssertionError("not as it was");
        }
    }
}
