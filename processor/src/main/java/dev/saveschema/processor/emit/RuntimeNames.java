package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.ScalarKind;
import java.util.Map;

/**
 * The names of the runtime's classes that generated code uses. They are names, since the processor does not depend on the runtime.
 */
final class RuntimeNames {

    static final ClassName SCHEMA = ClassName.get("dev.saveschema", "Schema");
    static final ClassName REPAIR = ClassName.get("dev.saveschema", "Repair");
    static final ClassName LOAD_RESULT = ClassName.get("dev.saveschema", "LoadResult");
    static final ClassName SAVE_FORMAT = ClassName.get("dev.saveschema", "SaveFormat");
    static final ClassName SAVE_STORE = ClassName.get("dev.saveschema", "SaveStore");
    static final ClassName SAVE_SLOTS = ClassName.get("dev.saveschema.slots", "SaveSlots");
    static final ClassName UNUSABLE_DEFAULTS_EXCEPTION = ClassName.get("dev.saveschema", "UnusableDefaultsException");
    static final ClassName STORE_OPTIONS = ClassName.get("dev.saveschema", "StoreOptions");

    static final ClassName ENVELOPE = ClassName.get("dev.saveschema", "Envelope");
    static final ClassName VALUE_CODEC = ClassName.get("dev.saveschema", "ValueCodec");

    static final ClassName SAVE_READER = codec("SaveReader");
    static final ClassName SAVE_WRITER = codec("SaveWriter");
    static final ClassName MEMBER_ENVELOPE = document("MemberEnvelope");
    static final ClassName MEMBERS = codec("Members");
    static final ClassName MEMBER_NAME = codec("MemberName");
    static final ClassName SUMMARY_SCHEMA = document("SummarySchema");
    static final ClassName SUBTYPES = codec("Subtypes");
    static final ClassName ALTERNATIVES = codec("Alternatives");
    static final ClassName CONSTANTS = codec("Constants");
    static final ClassName SCALARS = codec("Scalars");
    static final ClassName CALENDAR_SCALARS = codec("CalendarScalars");
    static final ClassName NAME_SCALARS = codec("NameScalars");
    static final ClassName WHOLE_LIMIT = limit("WholeLimit");
    static final ClassName DECIMAL_LIMIT = limit("DecimalLimit");
    static final ClassName TEXT_LIMIT = limit("TextLimit");
    static final ClassName SIZE_LIMIT = limit("SizeLimit");
    static final ClassName JSON_VALUE = codec("JsonValue");
    static final ClassName JSON_NODE = ClassName.get("tools.jackson.databind", "JsonNode");
    static final TypeName UNKNOWN =
            ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), JSON_NODE);
    static final ClassName ARRAY_VALUES = codec("ArrayValues");
    static final ClassName ORDERED_MAPS = codec("OrderedMaps");
    static final ClassName MIGRATION = migration("Migration");
    static final ClassName CARRY_OVER = migration("CarryOver");
    static final ClassName MIGRATION_STEP = migration("MigrationStep");

    static final ClassName SAVE_SCHEMA_GENERATED = ClassName.get("dev.saveschema.annotation", "SaveSchemaGenerated");

    private RuntimeNames() {}

    /** {@code Scalars.INSTANT}. */
    static CodeBlock scalar(ScalarKind kind) {
        ClassName holder = switch (kind) {
            case INSTANT, LOCAL_DATE, DURATION, UUID -> SCALARS;
            case LOCAL_TIME, LOCAL_DATE_TIME, OFFSET_DATE_TIME, ZONED_DATE_TIME, ZONE_ID, PERIOD, YEAR, YEAR_MONTH ->
                CALENDAR_SCALARS;
            case URI, LOCALE -> NAME_SCALARS;
        };
        return CodeBlock.of("$T.$L", holder, kind.name());
    }

    private static ClassName codec(String name) {
        return ClassName.get("dev.saveschema.codec", name);
    }

    private static ClassName limit(String name) {
        return ClassName.get("dev.saveschema.codec.limit", name);
    }

    private static ClassName document(String name) {
        return ClassName.get("dev.saveschema.document", name);
    }

    private static ClassName migration(String name) {
        return ClassName.get("dev.saveschema.migration", name);
    }
}
