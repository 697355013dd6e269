package dev.saveschema.storage;

import java.util.List;

/**
 * A document to be saved, and how.
 *
 * @param body a JSON object in UTF-8 without its closing brace and without white space at its end: the seal becomes its last
 *     member. Has at least one member. Where files have no seal ({@link StorageOptions#sealed}), a whole file instead
 * @param layout how the seal is set
 * @param versions what the seal says of the document's version
 * @param keep what to keep of the file that the last load came from, before it is replaced
 */
public record SaveRequest(SaveBody body, Layout layout, SealedVersions versions, List<Keep> keep) {

    public SaveRequest {
        keep = List.copyOf(keep);
    }

    /** A request for a document that has no versions. The bytes are not copied, and must not be changed any more. */
    public SaveRequest(byte[] body, Layout layout, List<Keep> keep) {
        this(SaveBody.of(body), layout, SealedVersions.NONE, keep);
    }

    /** A seal adds fewer bytes than this to a body. */
    public static final int LARGEST_SEAL = 512;

    /** How a file is laid out. */
    public enum Layout {
        /** A member a line, indented by two spaces. */
        PRETTY,
        /** No white space but the final newline. */
        COMPACT
    }
}
