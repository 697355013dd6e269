package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Page;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lives of several schemas. */
record Histories(List<HistoryTable> tables) implements Answer {

    @Override
    public void print(Page page) {
        for (int i = 0; i < tables.size(); i++) {
            if (i > 0) {
                page.space();
            }
            tables.get(i).print(page);
        }
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object();
        ArrayNode schemas = json.putArray("schemas");
        tables.forEach(table -> schemas.add(table.json()));
        return json;
    }

    @Override
    public int exitCode() {
        return tables.stream().allMatch(table -> table.unusable().isEmpty()) ? ExitCode.FINE : ExitCode.FOUND;
    }
}
