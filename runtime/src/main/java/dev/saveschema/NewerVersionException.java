package dev.saveschema;

/** A save that was refused because the file was written by a newer program. The file was not changed. */
public final class NewerVersionException extends SaveException {

    private static final long serialVersionUID = 1L;

    /**
     * @param copy the save
     * @param found what is newer about it, as the beginning of a sentence
     * @param supported the version that this program writes
     */
    public NewerVersionException(Copy copy, String found, int supported) {
        super(
                copy,
                found + "; this program writes version " + supported
                        + ". Update the program, or call overwriteNewer() to keep the newer file aside and go on",
                Aftermath.OLD_FILE_STANDS,
                null,
                null);
    }

    private NewerVersionException(NewerVersionException first) {
        super(first);
    }

    @Override
    NewerVersionException retold() {
        return new NewerVersionException(this);
    }
}
