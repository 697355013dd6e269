package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A temp that is written, and is to become the live file.
 *
 * @param file the bytes of the temp
 * @param bodyLength how many of them come before the seal
 * @param attributes the temp's attributes; empty if the disk refused to give them
 */
record Attempt(Path temp, Seal seal, byte[] file, int bodyLength, Optional<Attributes> attributes) {}
