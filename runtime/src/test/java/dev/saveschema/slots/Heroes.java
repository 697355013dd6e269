package dev.saveschema.slots;

import dev.saveschema.Schema;
import dev.saveschema.codec.MemberName;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.document.SummarySchema;
import dev.saveschema.migration.Migration;
import java.util.Optional;

/** A hero with a title, a level of at most 99 and a diary, {@code {"title": "Ada", "level": 3, "diary": "…"}}; a summary shows the first two. */
final class Heroes implements Schema<Heroes.Hero> {

    record Hero(String title, int level, String diary) {}

    record Shown(String title, int level) {}

    private static final MemberName TITLE = MemberName.of("title");
    private static final MemberName LEVEL = MemberName.of("level");
    private static final MemberName DIARY = MemberName.of("diary");
    private static final WholeLimit LEVELS = WholeLimit.between(1, 99);
    private static final Members SHOWN = Members.of(Members.member("title", ""), Members.member("level", "1"));
    private static final Members ALL = Members.of(
            Members.member("title", ""), Members.member("level", "1"), Members.member("diary", "", "journal"));

    private final int version;

    Heroes(int version) {
        this.version = version;
    }

    @Override
    public String id() {
        return "heroes";
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
    public Hero defaultValue() {
        return new Hero("", 1, "");
    }

    @Override
    public Hero read(SaveReader in) {
        if (!in.beginObject(ALL)) {
            return null;
        }
        Hero read = defaultValue();
        for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
            read = switch (member) {
                case 0 -> new Hero(in.readString(read.title(), TextLimit.NONE), read.level(), read.diary());
                case 1 -> new Hero(read.title(), in.readInt(read.level(), LEVELS), read.diary());
                default -> new Hero(read.title(), read.level(), in.readString(read.diary(), TextLimit.NONE));
            };
        }
        return read;
    }

    private static Shown shown(SaveReader in) {
        in.beginObject(SHOWN);
        Shown read = new Shown("", 1);
        for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
            read = member == 0
                    ? new Shown(in.readString(read.title(), TextLimit.NONE), read.level())
                    : new Shown(read.title(), in.readInt(read.level(), LEVELS));
        }
        return read;
    }

    @Override
    public Optional<SummarySchema<Hero, ?>> summary() {
        return Optional.of(
                new SummarySchema<Hero, Shown>(SHOWN, Heroes::shown, hero -> new Shown(hero.title(), hero.level())));
    }

    @Override
    public void write(SaveWriter out, Hero value) {
        out.beginObject();
        out.name(TITLE).write(value.title());
        out.name(LEVEL).write(value.level());
        out.name(DIARY).write(value.diary());
        out.endObject();
    }

    @Override
    public void migrate(Migration migration) {
        // in version 1 the title was a name
        migration.step(1, step -> step.renamed("name", "title"));
    }
}
