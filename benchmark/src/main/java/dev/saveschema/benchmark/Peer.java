package dev.saveschema.benchmark;

/** A way to read and write {@link Progress}. */
interface Peer {

    Progress load(byte[] save);

    /** The document without white space. */
    byte[] write(Progress progress);
}
