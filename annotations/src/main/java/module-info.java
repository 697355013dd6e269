/** What developers write on their records. Read by the processor, never at run time. */
module dev.saveschema.annotation {
    exports dev.saveschema.annotation;
}
