package dev.saveschema.cli.save;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveFormat;
import dev.saveschema.Schema;

/** Finds exactly the repairs of a load by the program, since it is such a load. */
public record ProgramChecker(Schema<?> schema, String program) implements Checker {

    @Override
    public String by() {
        return "version %d of %s in %s".formatted(schema.version(), schema.id(), program);
    }

    @Override
    public Check check(SaveFile save) {
        LoadResult<?> loaded = SaveFormat.of(schema).fromBytes(save.bytes());
        return new Check(loaded.repairs(), loaded.steps());
    }
}
