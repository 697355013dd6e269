package dev.saveschema.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.SchemaModel;
import java.util.List;
import java.util.Optional;

/**
 * The loader, the saver and the migrator within a generated class, whole. While they are made they ask one another for parts: the
 * migrator the loader and the saver, and all of them for constants. None gets a further part after it is finished.
 *
 * @param names the names of the loader's methods, to look them up
 * @param writer the name of the saver's method for the root
 * @param migrator empty if there is no older version
 * @param constants the constants that loader and saver share
 * @param summary the emitter of the record for a list of slots; empty if no component is in it
 */
record NestedClasses(
        LoaderNames names,
        TypeSpec loader,
        TypeSpec saver,
        String writer,
        Optional<TypeSpec> migrator,
        List<FieldSpec> constants,
        Optional<SummaryEmitter> summary) {

    /**
     * Makes them.
     *
     * @param names the names that are taken in the class around them
     * @param steps the steps from each version that is still migrated to the next, in their order
     */
    static NestedClasses of(SchemaModel schema, List<StepPlan> steps, Identifiers names) {
        SharedConstants constants = new SharedConstants(names);
        LoaderNames loaderNames = new LoaderNames(schema, names);
        Defaults defaults = new Defaults(loaderNames, constants);
        LoaderEmitter loader = new LoaderEmitter(schema, loaderNames, defaults, constants);
        loader.readRecords();
        Optional<SummaryEmitter> summary = SummaryEmitter.of(schema);
        summary.ifPresent(shown -> loader.readSummary(shown.name()));
        SaverEmitter saver = new SaverEmitter(schema, loaderNames, defaults, loader::limits, loader::limits, constants);
        saver.writeRecords();
        MigratorEmitter migrator = new MigratorEmitter(
                schema,
                steps,
                new DefaultWriting(loaderNames, defaults, loader::limits, saver.parts()),
                loader.parts(),
                saver.parts());
        Optional<TypeSpec> migratorType =
                schema.oldest() < schema.version() ? Optional.of(migrator.emit()) : Optional.empty();
        String writer = saver.writer(schema.root().shape());
        TypeSpec saverType = saver.emit();
        TypeSpec loaderType = loader.emit();
        return new NestedClasses(loaderNames, loaderType, saverType, writer, migratorType, constants.fields(), summary);
    }
}
