package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The static methods of a generated class that applications call: {@code open}, {@code slots}, …
 *
 * @param record the record that is saved
 */
record EntryPoints(TypeName record) {

    List<MethodSpec> methods() {
        return List.of(
                open(false), open(true), slots(false), slots(true), read(), check(), toBytes(), fromBytes(), format());
    }

    private MethodSpec open(boolean withOptions) {
        MethodSpec.Builder open = MethodSpec.methodBuilder("open")
                .addJavadoc(
                        withOptions
                                ? "As {@link #open(Path)}, with options.\n"
                                : "Opens the save at a file, which need not exist yet; see {@link $T#open}.\n",
                        withOptions ? new Object[0] : new Object[] {RuntimeNames.SAVE_STORE})
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.SAVE_STORE, record))
                .addException(IOException.class)
                .addParameter(Path.class, "file");
        return withOptions
                ? open.addParameter(ParameterSpec.builder(RuntimeNames.STORE_OPTIONS, "options")
                                .build())
                        .addStatement("return $T.open(INSTANCE, file, options)", RuntimeNames.SAVE_STORE)
                        .build()
                : open.addStatement("return $T.open(INSTANCE, file)", RuntimeNames.SAVE_STORE)
                        .build();
    }

    private MethodSpec slots(boolean withOptions) {
        MethodSpec.Builder slots = MethodSpec.methodBuilder("slots")
                .addJavadoc(
                        withOptions
                                ? "As {@link #slots(Path)}, each opened with options.\n"
                                : "Several saves in a folder, which need not exist yet; see {@link $T}.\n",
                        withOptions ? new Object[0] : new Object[] {RuntimeNames.SAVE_SLOTS})
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.SAVE_SLOTS, record))
                .addParameter(Path.class, "directory");
        return withOptions
                ? slots.addParameter(ParameterSpec.builder(RuntimeNames.STORE_OPTIONS, "options")
                                .build())
                        .addStatement("return $T.in(INSTANCE, directory, options)", RuntimeNames.SAVE_SLOTS)
                        .build()
                : slots.addStatement("return $T.in(INSTANCE, directory)", RuntimeNames.SAVE_SLOTS)
                        .build();
    }

    private MethodSpec read() {
        return MethodSpec.methodBuilder("read")
                .addJavadoc(
                        "Reads the save at a file, which may be open elsewhere, and writes nothing; see {@link $T#read}.\n",
                        RuntimeNames.SAVE_STORE)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.LOAD_RESULT, record))
                .addException(IOException.class)
                .addParameter(Path.class, "file")
                .addStatement("return $T.read(INSTANCE, file)", RuntimeNames.SAVE_STORE)
                .build();
    }

    private MethodSpec toBytes() {
        return MethodSpec.methodBuilder("toBytes")
                .addJavadoc("The value as a whole save, sealed; see {@link $T#toBytes}.\n", RuntimeNames.SAVE_FORMAT)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(byte[].class)
                .addParameter(record, "value")
                .addStatement("return format().toBytes(value)")
                .build();
    }

    private MethodSpec fromBytes() {
        return MethodSpec.methodBuilder("fromBytes")
                .addJavadoc(
                        "Loads a save from bytes, whatever they hold; see {@link $T#fromBytes}.\n",
                        RuntimeNames.SAVE_FORMAT)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.LOAD_RESULT, record))
                .addParameter(byte[].class, "bytes")
                .addStatement("return format().fromBytes(bytes)")
                .build();
    }

    private MethodSpec format() {
        return MethodSpec.methodBuilder("format")
                .addJavadoc("The form of saves apart from any file, with its options.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(RuntimeNames.SAVE_FORMAT, record))
                .addStatement("return $T.of(INSTANCE)", RuntimeNames.SAVE_FORMAT)
                .build();
    }

    private MethodSpec check() {
        return MethodSpec.methodBuilder("check")
                .addJavadoc(
                        "Lists what the next load would repair of a value that is saved as it is; see {@link $T#check}.\n",
                        RuntimeNames.SAVE_FORMAT)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeNames.REPAIR))
                .addParameter(record, "value")
                .addStatement("return format().check(value)")
                .build();
    }
}
