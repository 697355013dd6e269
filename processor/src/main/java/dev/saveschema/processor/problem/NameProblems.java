package dev.saveschema.processor.problem;

import java.util.List;

/** Problems with a name in the file. */
public final class NameProblems {

    private NameProblems() {}

    /** @param instead the annotation as it could be written */
    public static Problem empty(Origin at, String component, String instead) {
        return Problem.error("EmptyName", at)
                .saying("a name of %s in the file is empty", component)
                .fix("%s", instead);
    }

    public static Problem halfOfASurrogatePair(Origin at, String owner, String found, String instead) {
        return Problem.error("UnusableName", at)
                .saying(
                        "the name %s of %s holds half of a surrogate pair, which no file can",
                        Code.quoted(found), owner)
                .fact("A file is UTF-8, and that has no form for it")
                .fix("%s", instead);
    }

    public static Problem reserved(Origin at, String component, String found, String instead) {
        return Problem.error("ReservedName", at)
                .saying("%s of %s is a name that SaveSchema uses itself", Code.quoted(found), component)
                .fact("A document has $version and $save beside its components; other names with $ are free")
                .fix("%s", instead);
    }

    /** @param both {@code components a and b}, {@code constants EASY and SIMPLE of Difficulty} */
    public static Problem duplicate(Origin at, String both, String name, List<String> instead) {
        return Problem.error("DuplicateName", at)
                .saying("%s are both called %s in the file", both, Code.quoted(name))
                .fixes(instead);
    }

    public static Problem redundantAlias(Origin at, String owner, String alias) {
        return Problem.error("RedundantAlias", at)
                .saying("the alias %s of %s is a name that it has already", Code.quoted(alias), owner)
                .fix("remove %s", Code.quoted(alias));
    }

    public static Problem unusableId(Origin at, String id, String reason, String instead) {
        return Problem.error("UnusableId", at)
                .saying("the id %s cannot name a file: %s", Code.quoted(id), reason)
                .fact("An id begins with a letter or a digit and goes on with a-z, 0-9, dots, underscores and hyphens")
                .fix("id = %s", Code.quoted(instead));
    }
}
