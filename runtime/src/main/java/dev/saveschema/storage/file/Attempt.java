package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A temp that is written, and is to become the live file.
 *
 * @param file all that was written
 * @param bodyLength how much of it comes before the seal
 * @param attributes of the temp; empty if they were not to be had
 */
record Attempt(Path temp, Seal seal, byte[] file, int bodyLength, Optional<Attributes> attributes) {}
