package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.saveschema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A notebook that was saved is one for its owner's programs: what each part must have, and no more, whatever version was loaded. */
class ValidNotebooksTest {

    private static final String OUTPUTS_3 = """
        [{"output_type": "pyout", "prompt_number": 3, "text": ["x"], "json": "[1]", "png": "eA==", "metadata": {}},
         {"output_type": "display_data", "html": ["<b>", "</b>"], "metadata": {}},
         {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": ["t"]},
         {"output_type": "stream", "stream": "stderr", "text": ["a\\n", "b"]}, {"output_type": "stream", "text": "c"}]""";

    private static final String OUTPUTS_4 = """
        [{"output_type": "execute_result", "execution_count": 3, "metadata": {}, "data": {"text/plain": "x", "application/json": [1],
           "image/png": "eA==", "application/vnd.a+json": {"b": null}}},
         {"output_type": "display_data", "data": {"text/html": ["<b>", "</b>"]}, "metadata": {"isolated": true}},
         {"output_type": "error", "ename": "E", "evalue": "v", "traceback": []},
         {"output_type": "stream", "name": "stdout", "text": "a\\nb"}]""";

    private static com.networknt.schema.Schema rules;
    private static Schema<Object> notebook;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        notebook = FormatFile.schema("Notebook");
        try (InputStream in = ValidNotebooksTest.class.getResourceAsStream("/formats/notebook-4.5.schema.json")) {
            rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static final String FIRST = """
        {"cells": [{"cell_type": "text", "text": "a"}, {"cell_type": "code", "code": "b", "prompt_number": 1}]}""";

    private static final String SECOND = """
        {"nbformat": 2, "metadata": {"name": "n"}, "worksheets": [{"cells": [
          {"cell_type": "markdown", "source": ["a", "b"]}, {"cell_type": "html", "source": "<p>"}, {"cell_type": "code",
           "language": "python", "collapsed": true, "input": "a", "prompt_number": 2, "outputs": OUTPUTS}]}]}""";

    private static final String THIRD = """
        {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "n", "signature": "s"}, "worksheets": [
          {"metadata": {}, "cells": [{"cell_type": "heading", "level": 2, "source": ["A"], "metadata": {}},
           {"cell_type": "raw", "source": "r", "metadata": {}}, {"cell_type": "code", "language": "python", "input": [],
            "metadata": {"m": 1}, "outputs": OUTPUTS}]}, {"cells": []}]}""";

    private static final String FOURTH = """
        {"nbformat": 4, "nbformat_minor": MINOR,
         "metadata": {"kernelspec": {"name": "p", "display_name": "P"}, "language_info": {"name": "python", "version": "3"}},
         "cells": [
           {"cell_type": "markdown", "source": "a\\nb", "metadata": {}, "attachments": {"i": {"image/png": "eA=="}}},
           {"cell_type": "raw", "source": [], "metadata": {"format": "text/html"}},
           {"cell_type": "code", "source": ["a"], "execution_count": null, "metadata": {"tags": ["t"]}, "outputs": OUTPUTS}]}""";

    /** One of each version, which has whatever a notebook of that version can have. */
    static Stream<String> notebooks() {
        Stream<String> older = Stream.of(FIRST, SECOND, THIRD).map(each -> each.replace("OUTPUTS", OUTPUTS_3));
        Stream<String> newer = IntStream.rangeClosed(0, 5)
                .mapToObj(minor -> FOURTH.replace("OUTPUTS", OUTPUTS_4)
                        .replace("MINOR", Integer.toString(minor))
                        .replace("\"source\"", minor < 5 ? "\"source\"" : "\"id\": \"of-5\", \"source\""));
        return Stream.concat(older, newer);
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void whatIsSavedIsValidForItsOwner(String older) throws IOException {
        JsonNode saved = new FormatFile(folder.resolve("file.ipynb")).saved(notebook, older);
        assertThat(rules.validate(saved.toString(), InputFormat.JSON)).isEmpty();
        Set<String> ids = new HashSet<>();
        assertThat(saved.path("cells"))
                .isNotEmpty()
                .allMatch(cell -> ids.add(cell.path("id").stringValue()), "has an id of its own");
    }

    /** The rules find something: a cell of a type that came later, which is kept, is none of 4.5's. */
    @Test
    void theRulesRefuseWhatTheyDoNotKnow() {
        assertThat(rules.validate(
                        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": []}", InputFormat.JSON))
                .isEmpty();
        assertThat(rules.validate(
                        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [{\"cell_type\": \"later\"}]}",
                        InputFormat.JSON))
                .isNotEmpty();
        assertThat(rules.validate(
                        "{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {}, \"cells\": [], \"$version\": 9}",
                        InputFormat.JSON))
                .isNotEmpty();
    }
}
