package dev.saveschema;

/** How a load came by its value. */
public enum Outcome {
    /** There is no save yet, or only part of a first one that was never finished: the value is the defaults. */
    FIRST_RUN,
    /**
     * The file is as this library saved it. Or a whole save follows it that lacked only its name when a program ended: then the
     * value is that one. A newer program may have saved it, if its seal says that this one loses nothing by saving it back.
     */
    LOADED,
    /** The file was edited by hand or written by another program, and reads. */
    EDITED,
    /** The file is damaged or gone; the value is the newest whole save: a backup, or one that was never finished. */
    RECOVERED,
    /** The file is damaged and there is no whole save; the value is what precedes the damage, completed by defaults. */
    SALVAGED,
    /** Nothing that is on the disk can be used, or it is too old; the value is the defaults. What is there is kept aside. */
    RESET,
    /**
     * A newer program wrote the file; the value is what this one understands of it, and cannot be saved over it. Without repairs it is
     * all that this program knows of.
     */
    NEWER
}
