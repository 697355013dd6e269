package dev.saveschema.storage.seal;

import dev.saveschema.storage.SaveBody;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Takes both sums of bytes as they come, so that the body of a save is summed up only once. */
public final class RunningSums implements Checksum {

    private final CRC32C upper = new CRC32C();
    private final CRC32 lower = new CRC32();
    private long length;

    /** The sums of a body. */
    public static RunningSums of(SaveBody body) {
        RunningSums sums = new RunningSums();
        body.addTo(sums.upper);
        body.addTo(sums.lower);
        sums.length = body.length();
        return sums;
    }

    public RunningSums add(byte[] bytes, int from, int count) {
        update(bytes, from, count);
        return this;
    }

    @Override
    public void update(byte[] bytes, int from, int count) {
        upper.update(bytes, from, count);
        lower.update(bytes, from, count);
        length += count;
    }

    @Override
    public void update(int oneByte) {
        upper.update(oneByte);
        lower.update(oneByte);
        length++;
    }

    @Override
    public void reset() {
        upper.reset();
        lower.reset();
        length = 0;
    }

    /** CRC32C in the upper half, CRC32 in the lower. */
    @Override
    public long getValue() {
        return upper.getValue() << Integer.SIZE | lower.getValue();
    }

    /** The fingerprint of all the bytes so far. */
    public Fingerprint fingerprint() {
        return new Fingerprint(length, getValue());
    }
}
