package dev.saveschema.processor.problem;

/** Problems with a codec of the developer's own. */
public final class CodecProblems {

    private CodecProblems() {}

    public static Problem notACodec(Origin at, String codec, String type) {
        return Problem.error("NotACodec", at)
                .saying("%s does not say what it reads: it implements no ValueCodec<…>", codec)
                .fix("let %s implement dev.saveschema.ValueCodec<%s>", codec, innermost(type));
    }

    /** The type that a codec is for within a collection: {@code Path} of {@code Map<String, List<Path>>}. */
    private static String innermost(String type) {
        return type.replaceFirst("^.*(?:<|, )", "").replaceFirst("[>\\[\\]]+$", "");
    }

    /**
     * @param type {@code Box<String>}
     * @param wrapper {@code BoxOfString}
     */
    public static Problem genericType(Origin at, String codec, String type, String wrapper) {
        return Problem.error("GenericCodec", at)
                .saying("%s is a ValueCodec<%s>; a codec is for a class without type arguments", codec, type)
                .fact("A class of yours without any can hold it")
                .fix("record %s(%s value) {}, and let %s be a ValueCodec<%s>", wrapper, type, codec, wrapper);
    }

    public static Problem ofCollection(Origin at, String codec, String type) {
        return Problem.error("GenericCodec", at)
                .saying("%s is a ValueCodec<%s>; a codec is for a class without type arguments", codec, type)
                .fact("Where its type occurs in a List, Set, Map or Optional, the codec is found there")
                .fix("let %s be a codec of what is in it", codec);
    }

    /** @param reason {@code it is abstract} */
    public static Problem cannotBeMade(Origin at, String component, String codec, String reason) {
        return Problem.error("UnusableCodec", at)
                .saying("%s of component %s cannot be made: %s", codec, component, reason)
                .fact("The generated class makes one codec with new %s()", codec)
                .fix("make %s a public static class or a class of its own, with a constructor %s()", codec, codec);
    }

    public static Problem unusableForm(Origin at, String codec, String form) {
        return Problem.error("UnusableForm", at)
                .saying("what %s writes cannot be said by %s", codec, form)
                .fact(
                        "A form is a number, a boolean, text, a date or a time, an array of such or of JsonNode, or Map.class for any object")
                .fix("form = String.class")
                .fix("without a form: the history then has any JSON there");
    }

    /** @param noun {@code text} */
    public static Problem sameForm(Origin at, String codec, String form, String noun) {
        return Problem.error("UnusableForm", at)
                .saying("what %s writes has two forms that are %s in the file, one of them %s", codec, noun, form)
                .fact("An older version could not tell which it is")
                .fix("remove %s.class", form);
    }

    public static Problem unused(Origin at, String component, String componentType, String codec, String type) {
        return Problem.error("UnusedCodec", at)
                .saying("%s is for %s, which component %s has nowhere", codec, type, component)
                .fact("Component %s has type %s", component, componentType)
                .fix("remove @UseCodec");
    }
}
