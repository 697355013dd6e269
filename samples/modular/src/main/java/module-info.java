/** A modular program: one requires is all, and the packages of its schemas need not be opened to anybody. */
module sample {
    requires dev.saveschema;
}
