package dev.saveschema.processor.emit;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Random values of whatever types a record's components have: the usual ones, and often those at the edges. */
final class RandomValues {

    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final List<String> TAGS =
            List.of("en", "und", "zh-Hant-TW", "de-CH-1996", "en-US-u-va-posix", "ja-JP-u-ca-japanese");

    private final Random random;
    private final Map<String, Function<Random, Object>> limited;
    private final Map<TypeVariable<?>, Type> arguments = new HashMap<>();
    private int depth;

    /** @param limited values for the components that have limits, by their names */
    RandomValues(long seed, Map<String, Function<Random, Object>> limited) {
        this.random = new Random(seed);
        this.limited = limited;
    }

    /** A record with a random value for each of its components. */
    <T> T record(Class<T> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            Class<?>[] types = new Class<?>[components.length];
            for (int at = 0; at < values.length; at++) {
                types[at] = components[at].getType();
                Function<Random, Object> own = limited.get(components[at].getName());
                values[at] = own == null ? value(components[at].getGenericType()) : own.apply(random);
            }
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object value(Type type) {
        depth++;
        try {
            if (type instanceof TypeVariable<?> parameter) {
                return value(arguments.get(parameter));
            }
            if (type instanceof GenericArrayType array) {
                return array(array.getGenericComponentType(), (Class<?>)
                        ((ParameterizedType) array.getGenericComponentType()).getRawType());
            }
            if (type instanceof ParameterizedType generic) {
                return generic(generic);
            }
            return plain((Class<?>) type);
        } finally {
            depth--;
        }
    }

    private Object generic(ParameterizedType type) {
        Type first = type.getActualTypeArguments()[0];
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(first));
        }
        if (raw.isRecord()) {
            for (int at = 0; at < raw.getTypeParameters().length; at++) {
                arguments.put(raw.getTypeParameters()[at], type.getActualTypeArguments()[at]);
            }
            return record(raw);
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int count = size(); count > 0; count--) {
                map.put(key(first), value(type.getActualTypeArguments()[1]));
            }
            return map;
        }
        Collection<Object> elements = raw == List.class
                ? new ArrayList<>()
                : raw == Deque.class
                        ? new LinkedList<>()
                        : raw == SortedSet.class
                                ? new TreeSet<>()
                                : raw == Set.class ? new LinkedHashSet<>() : unknown(type);
        for (int count = size(); count > 0; count--) {
            elements.add(value(first));
        }
        return elements;
    }

    private Object array(Type element, Class<?> raw) {
        Object array = Array.newInstance(raw, size());
        for (int at = 0; at < Array.getLength(array); at++) {
            Array.set(array, at, value(element));
        }
        return array;
    }

    private int size() {
        return depth > 4 ? 0 : random.nextInt(4);
    }

    /** No file has a key with half of a surrogate pair, and the root has no unknown member with a $. */
    private Object key(Type type) {
        if (type != String.class) {
            return value(type);
        }
        return "k"
                + text().codePoints()
                        .filter(c -> Character.getType(c) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private Object plain(Class<?> type) {
        if (type.isArray()) {
            return array(type.getComponentType(), type.getComponentType());
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isRecord()) {
            return record(type);
        }
        if (type.isInterface() && type.isSealed()) {
            return value(pick(type.getPermittedSubclasses()));
        }
        return switch (type.getSimpleName()) {
            case "boolean", "Boolean" -> random.nextBoolean();
            case "byte", "Byte" -> (byte) random.nextInt();
            case "short", "Short" -> (short) random.nextInt();
            case "int", "Integer" -> edge() ? pick(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1) : random.nextInt();
            case "long", "Long" ->
                edge() ? pick(Long.MIN_VALUE, Long.MAX_VALUE, 0L, 1L << 53) : (Object) random.nextLong();
            case "float", "Float" -> floating();
            case "double", "Double" -> doubled();
            case "char", "Character" -> (char) random.nextInt(edge() ? 0x80 : 0x10000);
            case "String" -> text();
            case "BigInteger" ->
                new BigInteger(random.nextInt(900), random).multiply(pick(BigInteger.ONE, BigInteger.ONE.negate()));
            case "BigDecimal" -> new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(600) - 300);
            case "Instant" ->
                edge()
                        ? pick(Instant.MIN, Instant.MAX, Instant.EPOCH)
                        : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case "LocalDate" -> date();
            case "LocalTime" -> time();
            case "LocalDateTime" -> edge() ? pick(LocalDateTime.MIN, LocalDateTime.MAX) : date().atTime(time());
            case "OffsetDateTime" ->
                edge()
                        ? pick(OffsetDateTime.MIN, OffsetDateTime.MAX)
                        : date().atTime(time()).atOffset(offset());
            case "ZonedDateTime" -> zoned();
            case "ZoneId" -> zone();
            case "Duration" ->
                Duration.ofSeconds(random.nextLong() >> random.nextInt(60), edge() ? 0 : random.nextInt(1_000_000_000));
            case "Period" -> Period.of(random.nextInt(), random.nextInt(), random.nextInt(5));
            case "Year" -> Year.of(random.nextInt(30_000) - 15_000);
            case "YearMonth" -> YearMonth.of(random.nextInt(30_000) - 15_000, 1 + random.nextInt(12));
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "URI" -> URI.create("x:" + Math.abs(random.nextInt()) + pick("", "?a=b", "#é", "/%20"));
            case "Locale" -> Locale.forLanguageTag(TAGS.get(random.nextInt(TAGS.size())));
            case "Path" -> Path.of("p" + random.nextInt(1_000), "é");
            case "OptionalInt" -> random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
            case "OptionalLong" -> random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
            case "OptionalDouble" -> random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(doubled());
            case "JsonNode" -> json();
            default -> unknown(type);
        };
    }

    private JsonNode json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(depth > 4 ? 7 : 9)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.stringNode(text());
            case 3 -> nodes.numberNode(random.nextInt());
            case 4 -> nodes.numberNode(1L << 40 | random.nextInt(1_000));
            case 5 -> nodes.numberNode(doubled());
            // with a zero at its end, which no double is written with
            case 6 -> nodes.numberNode(new BigDecimal(BigInteger.valueOf(random.nextInt(1_000) * 10L), 3));
            case 7 -> {
                ArrayNode array = nodes.arrayNode();
                for (int count = size(); count > 0; count--) {
                    array.add((JsonNode) value(JsonNode.class));
                }
                yield array;
            }
            default -> {
                ObjectNode object = nodes.objectNode();
                for (int count = size(); count > 0; count--) {
                    object.set((String) key(String.class), (JsonNode) value(JsonNode.class));
                }
                yield object;
            }
        };
    }

    /**
     * A text of one of three kinds: any UTF-16 units, with halves of surrogate pairs; characters of all planes; ASCII with its
     * control characters.
     */
    private String text() {
        StringBuilder text = new StringBuilder();
        int kind = random.nextInt(3);
        for (int length = random.nextInt(12); length > 0; length--) {
            switch (kind) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                default -> text.append((char) random.nextInt(0x80));
            }
        }
        return text.toString();
    }

    private float floating() {
        float any = Float.intBitsToFloat(random.nextInt());
        return edge() || !Float.isFinite(any)
                ? pick(0f, -0f, Float.MIN_VALUE, Float.MIN_NORMAL, -Float.MAX_VALUE, 0.1f)
                : any;
    }

    private double doubled() {
        double any = Double.longBitsToDouble(random.nextLong());
        return edge() || !Double.isFinite(any)
                ? pick(0d, -0d, Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MAX_VALUE, 2e23)
                : any;
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(edge() ? random.nextInt() : random.nextInt(40_000));
    }

    private LocalTime time() {
        return edge()
                ? LocalTime.of(random.nextInt(24), random.nextInt(60))
                : LocalTime.ofNanoOfDay(Math.floorMod(random.nextLong(), 86_400_000_000_000L));
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800);
    }

    private ZoneId zone() {
        return edge() ? offset() : ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    private ZonedDateTime zoned() {
        return date().atTime(time()).atZone(zone());
    }

    private boolean edge() {
        return random.nextInt(4) == 0;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> T unknown(Type type) {
        throw new AssertionError("add " + type.getTypeName() + " to the generator");
    }
}
