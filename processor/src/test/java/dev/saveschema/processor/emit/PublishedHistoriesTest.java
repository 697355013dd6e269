package dev.saveschema.processor.emit;

import static dev.saveschema.processor.emit.FormatFile.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Outcome;
import dev.saveschema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two formats that other programs own and that have lived for years, from their first version to their newest: Jupyter's notebooks and Home
 * Assistant's device registry. The schemas are in {@code src/test/resources/formats}, the files are written after the public documentation.
 */
class PublishedHistoriesTest {

    private static Schema<Object> notebook;
    private static Schema<Object> registry;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() throws IOException {
        notebook = FormatFile.schema("Notebook");
        registry = FormatFile.schema("Registry");
    }

    private FormatFile file() {
        return new FormatFile(folder.resolve("file.json"));
    }

    private JsonNode saved(Schema<Object> schema, String json) throws IOException {
        return file().saved(schema, json);
    }

    private Outcome outcome(Schema<Object> schema, String json) throws IOException {
        return file().outcome(schema, json);
    }

    private static List<String> ids(JsonNode elements) {
        List<String> ids = new ArrayList<>();
        elements.forEach(element -> ids.add(element.path("id").stringValue()));
        return ids;
    }

    private static String withoutIds(JsonNode elements) {
        elements.forEach(element -> ((tools.jackson.databind.node.ObjectNode) element).remove("id"));
        return elements.toString();
    }

    @Test
    void theFirstNotebooksBecomeTheNewest() throws IOException {
        JsonNode saved = saved(notebook, """
                {"cells": [{"cell_type": "text", "text": "Some examples"},
                           {"cell_type": "code", "code": "import numpy\\nprint", "prompt_number": 1}]}""");
        assertThat(ids(saved.path("cells"))).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{8}"));
        assertThat(withoutIds(saved.path("cells"))).isEqualTo(tree("""
                        [{"cell_type": "markdown", "source": ["Some examples"], "metadata": {}},
                         {"cell_type": "code", "source": ["import numpy\\n", "print"], "execution_count": 1, "outputs": [],
                          "metadata": {"collapsed": false}}]""").toString());
        assertThat(saved.propertyNames()).containsExactlyInAnyOrder("cells", "metadata", "nbformat", "nbformat_minor");
    }

    @Test
    void worksheetsBecomeOneListAndWhatOutputsShowGetsAMediaType() throws IOException {
        JsonNode saved = saved(notebook, """
                {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "old"}, "worksheets": [{"cells": [
                  {"cell_type": "heading", "level": 2, "source": ["A", "title"]},
                  {"cell_type": "code", "language": "python", "collapsed": true, "input": ["a", "b"], "prompt_number": 3, "outputs": [
                    {"output_type": "pyout", "prompt_number": 3, "text": ["x\\n", "y"], "json": "{\\"a\\": [1]}", "metadata": {}},
                    {"output_type": "pyerr", "ename": "E", "evalue": "v", "traceback": ["t"]},
                    {"output_type": "stream", "text": "hello\\n"}]}]}]}""");
        assertThat(saved.path("metadata")).isEmpty();
        assertThat(withoutIds(saved.path("cells"))).isEqualTo(tree("""
                        [{"cell_type": "markdown", "source": ["## A title"], "metadata": {}},
                         {"cell_type": "code", "source": ["a\\n", "b"], "execution_count": 3, "outputs": [
                            {"output_type": "execute_result", "execution_count": 3,
                             "data": {"text/plain": ["x\\n", "y"], "application/json": {"a": [1]}}, "metadata": {}},
                            {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]},
                            {"output_type": "stream", "name": "stdout", "text": ["hello\\n"]}],
                          "metadata": {"collapsed": true}}]""").toString());
    }

    @Test
    void whatALaterNotebookHasIsKeptInItsPlace() throws IOException {
        String later = """
                {"metadata": {"kernelspec": {"name": "py", "display_name": "Py", "future": 1}, "future": {}},
                 "cells": [
                   {"cell_type": "future", "id": "a", "content": [null]},
                   {"cell_type": "code", "id": "b", "source": ["x"], "execution_count": null, "outputs": [
                     {"output_type": "future", "z": 1}, {"output_type": "stream", "name": "stdout", "text": ["y"], "w": 2}],
                    "metadata": {}, "v": 3}],
                 "extra": true, "nbformat": 4, "nbformat_minor": 5}""";
        assertThat(saved(notebook, later)).hasToString(tree(later).toString());
    }

    @Test
    void twoCellsNeverHaveOneId() throws IOException {
        JsonNode saved = saved(notebook, """
                {"metadata": {}, "nbformat": 4, "nbformat_minor": 5, "cells": [
                  {"cell_type": "raw", "id": "a", "source": "x", "metadata": {}}, {"cell_type": "raw", "id": "a", "source": [], "metadata": {}}]}""");
        assertThat(ids(saved.path("cells"))).hasSize(2).doesNotHaveDuplicates().startsWith("a");
    }

    @Test
    void anotherMajorVersionIsNotReplaced() throws IOException {
        assertThat(outcome(notebook, "{\"nbformat\": 5, \"nbformat_minor\": 0, \"cells\": []}"))
                .isEqualTo(Outcome.NEWER);
        assertThat(outcome(registry, "{\"version\": 2, \"minor_version\": 1, \"data\": {}}"))
                .isEqualTo(Outcome.NEWER);
        assertThat(outcome(registry, "{\"version\": 3, \"minor_version\": 2, \"data\": {}}"))
                .isEqualTo(Outcome.NEWER);
    }

    @Test
    void theFirstRegistryBecomesTheNewest() throws IOException {
        JsonNode saved = saved(registry, """
                {"version": 1, "minor_version": 1, "key": "core.device_registry", "data": {"devices": [
                  {"config_entries": ["a", "b"], "connections": [["mac", "12-34-56-AB-CD-EF"]], "entry_type": "service", "id": "hub",
                   "identifiers": [["serial", "1"]], "manufacturer": null, "model": "m", "name": "n", "sw_version": null},
                  {"config_entries": ["b"], "connections": [], "entry_type": null, "id": "leaf", "identifiers": [], "manufacturer": null,
                   "model": null, "name": null, "sw_version": null, "hub_device_id": "hub"}],
                  "deleted_devices": [{"config_entries": [], "connections": [], "id": "gone", "identifiers": []}]}}""");
        assertThat(saved.path("version").intValue()).isEqualTo(3);
        assertThat(saved.path("minor_version").intValue()).isEqualTo(1);
        JsonNode devices = saved.path("data").path("devices");
        assertThat(devices).hasSize(3);
        assertThat(ids(devices)).doesNotHaveDuplicates().endsWith("leaf");
        assertThat(devices.path(1).path("config_entry_id").stringValue()).isEqualTo("b");
        assertThat(devices.path(1).path("composite_device_id").stringValue()).isEqualTo("hub");
        assertThat(devices.path(1).path("connections")).hasToString("[[\"mac\",\"12:34:56:ab:cd:ef\"]]");
        assertThat(devices.path(2).path("via_device_id"))
                .isEqualTo(devices.path(1).path("id"));
        assertThat(devices.path(2).path("has_composite_identifiers").booleanValue())
                .isFalse();
        JsonNode gone = saved.path("data").path("deleted_devices").path(0);
        assertThat(gone.path("id").stringValue()).isEqualTo("gone");
        assertThat(gone.path("config_entry_id").isNull()).isTrue();
        assertThat(gone.path("disabled_by_undefined").booleanValue()).isTrue();
    }

    @Test
    void ofSeveralSubentriesARealOneCounts() throws IOException {
        String device = """
                {"id": "d", "connections": [], "identifiers": [], "labels": [], "entry_type": null, "name": null, "manufacturer": null,
                 "model": null, "sw_version": null, "area_id": null, "configuration_url": null, "disabled_by": null, "name_by_user": null,
                 "via_device_id": null, "hw_version": null, "serial_number": null, "primary_config_entry": "e", "model_id": null,
                 "created_at": "2020-01-01T00:00:00+00:00", "modified_at": "2020-01-01T00:00:00+00:00",
                 "config_entries": ["e"], "config_entries_subentries": {"e": [null, "sub"]}}""";
        JsonNode saved = saved(
                registry,
                "{\"version\": 1, \"minor_version\": 12, \"key\": \"core.device_registry\", \"data\": {\"devices\": ["
                        + device + "], \"deleted_devices\": []}}");
        JsonNode now = saved.path("data").path("devices").path(0);
        assertThat(now.path("config_subentry_id").stringValue()).isEqualTo("sub");
        assertThat(now.path("created_at").stringValue()).isEqualTo("2020-01-01T00:00:00+00:00");
        assertThat(now.has("config_entries")).isFalse();
    }
}
