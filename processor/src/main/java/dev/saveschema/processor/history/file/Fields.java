package dev.saveschema.processor.history.file;

import dev.saveschema.processor.history.snapshot.Json;
import java.math.BigDecimal;
import java.util.List;

/** Casts JSON values to the types that they must have, or says which type a value has not. */
final class Fields {

    private Fields() {}

    static Json required(Json.Members of, String name) throws NotASnapshotException {
        return of.get(name).orElseThrow(() -> new NotASnapshotException("\"" + name + "\" is missing"));
    }

    static Json.Members members(Json json, String what) throws NotASnapshotException {
        if (json instanceof Json.Members members) {
            return members;
        }
        throw new NotASnapshotException(what + " is not an object");
    }

    static List<Json> elements(Json json, String what) throws NotASnapshotException {
        if (json instanceof Json.Elements elements && !elements.values().isEmpty()) {
            return elements.values();
        }
        throw new NotASnapshotException(what + " is not an array of anything");
    }

    static String text(Json json, String what) throws NotASnapshotException {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw new NotASnapshotException(what + " is not text");
    }

    static String text(Json.Members of, String name) throws NotASnapshotException {
        return text(required(of, name), name);
    }

    static BigDecimal number(Json json, String what) throws NotASnapshotException {
        if (json instanceof Json.Number number) {
            return number.value();
        }
        throw new NotASnapshotException(what + " is not a number");
    }

    static int whole(Json json, String what) throws NotASnapshotException {
        try {
            return number(json, what).intValueExact();
        } catch (ArithmeticException e) {
            throw new NotASnapshotException(what + " is not a whole number");
        }
    }
}
