package dev.saveschema.example.tour;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveSeal;
import dev.saveschema.SaveSeal.Relation;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A save travels as bytes, through a cloud for one, and two devices go on from the same one. */
final class TwoDevicesScene implements Scene {

    @Override
    public String title() {
        return "Bytes for a cloud, and two devices";
    }

    @Override
    public String folder() {
        return "two-devices";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say(
                "A save can be bytes in no file: for a cloud, a database, a clipboard. They are sealed like a file, and"
                        + " each names the save that it follows, so that no clock decides which of two is the later one.");
        page.space();
        byte[] cloud = ProgressSchema.toBytes(ProgressSchema.defaults().withDisplayName("Zoë"));
        byte[] laptop = next(cloud, "print('on the laptop')");
        compare(page, "laptop", laptop, cloud, Relation.FIRST_IS_LATER, "upload");
        byte[] phone = next(cloud, "print('on the phone')");
        compare(page, "phone", phone, laptop, Relation.DIVERGED, "let the learner choose");
        Progress both = ProgressSchema.fromBytes(laptop).value().withStudyTime(Duration.ofMinutes(20));
        byte[] chosen = ProgressSchema.format()
                .following(ProgressSchema.fromBytes(laptop))
                .toBytes(both);
        compare(page, "chosen", chosen, laptop, Relation.FIRST_IS_LATER, "upload");
        Path file = Files.write(folder.resolve("downloaded.json"), chosen);
        page.lookAt(file);
    }

    private static byte[] next(byte[] save, String code) {
        LoadResult<Progress> loaded = ProgressSchema.fromBytes(save);
        BrokenPromiseException.unless(loaded.isClean(), "bytes come back as they went");
        return ProgressSchema.format()
                .compact()
                .following(loaded)
                .toBytes(loaded.value().withStepFinished(code));
    }

    private static void compare(Page page, String label, byte[] first, byte[] second, Relation right, String todo) {
        Relation relation = SaveSeal.compare(first, second);
        BrokenPromiseException.unless(relation == right, "the seals say which save follows which");
        String said = "%d bytes, generation %d: %s, so %s"
                .formatted(first.length, SaveSeal.of(first).orElseThrow().generation(), relation, todo);
        if (relation == Relation.DIVERGED) {
            page.repaired(label, said);
        } else {
            page.good(label, said);
        }
    }
}
