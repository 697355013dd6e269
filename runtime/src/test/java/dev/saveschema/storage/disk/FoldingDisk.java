package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A volume on which upper and lower case are one. */
public class FoldingDisk extends ForwardingDisk {

    @Override
    public Optional<Attributes> attributes(Path path) throws IOException {
        List<String> spellings = super.list(
                path.getParent(),
                name -> name.equalsIgnoreCase(path.getFileName().toString()));
        return spellings.isEmpty() ? Optional.empty() : super.attributes(path.resolveSibling(spellings.get(0)));
    }
}
