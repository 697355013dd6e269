package dev.saveschema.storage.contract;

import dev.saveschema.Schema;
import dev.saveschema.codec.MemberName;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.migration.Migration;

/** A number, as {@code {"n": 3.0}}; 0 by default. One that is not finite cannot be saved. */
public final class Numbers implements Schema<Double> {

    private static final MemberName N = MemberName.of("n");
    private static final Members MEMBERS = Members.of(Members.member("n", "0"));
    private final int version;

    /** In its first version. */
    public Numbers() {
        this(1);
    }

    /** The same, in another version. */
    public Numbers(int version) {
        this.version = version;
    }

    /** The number that a save holds. */
    public static double numberIn(String save) {
        return Double.parseDouble(save.replaceAll("(?s).*\"n\": ?([-.0-9E]+).*", "$1"));
    }

    @Override
    public String id() {
        return "numbers";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public int oldestVersion() {
        return 1;
    }

    @Override
    public int unversionedVersion() {
        return 1;
    }

    @Override
    public Double defaultValue() {
        return 0.0;
    }

    @Override
    public Double read(SaveReader in) {
        if (!in.beginObject(MEMBERS)) {
            return null;
        }
        double n = 0.0;
        for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
            n = in.readDouble(n, DecimalLimit.NONE);
        }
        return n;
    }

    @Override
    public void write(SaveWriter out, Double value) {
        out.beginObject();
        out.name(N).write(value.doubleValue());
        out.endObject();
    }

    @Override
    public void migrate(Migration migration) {
        migration.step(1, step -> {}); // only the number of the version has changed
    }
}
