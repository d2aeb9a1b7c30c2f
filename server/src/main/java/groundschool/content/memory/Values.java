package groundschool.content.memory;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes and reads trees of records, and of the few other types that content is made of, in the
/// shortest form that needs no description of them: a class says by its components how it is read.
///
/// Java's own serialization cannot hold an `Optional`, and a mapper for JSON looks at every class
/// by reflection before it reads the first, which takes longer than parsing the Markdown anew.
final class Values {

    private static final String OURS = "groundschool.";

    private Values() {}

    private enum Tag {
        TEXT,
        INTEGER,
        LONG,
        DECIMAL,
        TRUE,
        FALSE,
        DURATION,
        PATH,
        ENUM,
        LIST,
        SET,
        MAP,
        EMPTY,
        PRESENT,
        RECORD
    }

    private static final Tag[] TAGS = Tag.values();

    /// Writes values, and remembers which classes it has named already.
    static final class Writer {

        private final DataOutputStream out;
        private final Map<Class<?>, Integer> types = new HashMap<>();
        private final Map<Path, Integer> paths = new HashMap<>();

        Writer(DataOutputStream out) {
            this.out = out;
        }

        /// @throws IllegalArgumentException if content has got a type that this does not know
        void write(Object value) throws IOException {
            switch (value) {
                case String text -> text(Tag.TEXT, text);
                case Integer number -> tag(Tag.INTEGER).writeInt(number);
                case Long number -> tag(Tag.LONG).writeLong(number);
                case BigDecimal number -> text(Tag.DECIMAL, number.toString());
                case Boolean flag -> tag(flag ? Tag.TRUE : Tag.FALSE);
                case Duration time -> tag(Tag.DURATION).writeLong(time.toMillis());
                case Path path -> {
                    tag(Tag.PATH);
                    named(path, path.toString(), paths);
                }
                case Enum<?> constant -> {
                    tag(Tag.ENUM);
                    type(constant.getDeclaringClass());
                    out.writeInt(constant.ordinal());
                }
                case List<?> list -> all(Tag.LIST, list);
                case Set<?> set -> all(Tag.SET, set);
                case Map<?, ?> map -> {
                    tag(Tag.MAP).writeInt(map.size());
                    for (var entry : map.entrySet()) {
                        write(entry.getKey());
                        write(entry.getValue());
                    }
                }
                case Optional<?> optional -> {
                    tag(optional.isPresent() ? Tag.PRESENT : Tag.EMPTY);
                    if (optional.isPresent()) {
                        write(optional.get());
                    }
                }
                case Record thing -> {
                    tag(Tag.RECORD);
                    type(thing.getClass());
                    for (var component : thing.getClass().getRecordComponents()) {
                        write(valueOf(component, thing));
                    }
                }
                default -> throw new IllegalArgumentException("no such type: " + value.getClass());
            }
        }

        private static Object valueOf(RecordComponent component, Record thing) {
            try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(thing);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(e);
            }
        }

        private void all(Tag tag, Collection<?> values) throws IOException {
            tag(tag).writeInt(values.size());
            for (var value : values) {
                write(value);
            }
        }

        private void text(Tag tag, String text) throws IOException {
            tag(tag);
            text(text);
        }

        /// As a `String` holds it, so that it is copied when it is read: decoding UTF-8 was a tenth
        /// of a start.
        private void text(String text) throws IOException {
            if (text.chars().allMatch(character -> character < 0x100)) {
                out.writeInt(text.length());
                out.writeBytes(text);
            } else {
                out.writeInt(~text.length());
                out.writeChars(text);
            }
        }

        /// Something that comes again and again is named when it first comes, and numbered from
        /// then on.
        private <T> void named(T thing, String name, Map<T, Integer> known) throws IOException {
            var number = known.get(thing);
            out.writeInt(number == null ? known.size() : number);
            if (number == null) {
                known.put(thing, known.size());
                text(name);
            }
        }

        private void type(Class<?> type) throws IOException {
            named(type, type.getName(), types);
        }

        private DataOutputStream tag(Tag tag) throws IOException {
            out.writeByte(tag.ordinal());
            return out;
        }
    }

    /// Reads what a [Writer] wrote.
    static final class Reader {

        private final byte[] bytes;
        private int at;
        private final List<Type> types = new ArrayList<>();
        private final List<Path> paths = new ArrayList<>();

        /// How values of a class are read.
        private sealed interface Type {

            Object read(Reader from) throws IOException;
        }

        private record Constants(List<Object> inOrder) implements Type {

            @Override
            public Object read(Reader from) {
                return inOrder.get(from.integer());
            }
        }

        private record Records(Constructor<?> constructor, int components) implements Type {

            @Override
            public Object read(Reader from) throws IOException {
                var values = new Object[components];
                for (var place = 0; place < components; place++) {
                    values[place] = from.read();
                }
                try {
                    return constructor.newInstance(values);
                } catch (ReflectiveOperationException | IllegalArgumentException e) {
                    throw new IOException("no longer fits: " + constructor, e);
                }
            }
        }

        /// @param from where the first value is
        Reader(byte[] bytes, int from) {
            this.bytes = bytes;
            this.at = from;
        }

        /// From the array itself: a stream's calls for each byte would be a tenth of a start, which
        /// is over before they are compiled.
        ///
        /// @throws IOException or `IndexOutOfBoundsException` if the bytes are none of a [Writer]'s
        Object read() throws IOException {
            return switch (TAGS[bytes[at++]]) {
                case TEXT -> text();
                case INTEGER -> integer();
                case LONG -> number();
                case DECIMAL -> new BigDecimal(text());
                case TRUE -> true;
                case FALSE -> false;
                case DURATION -> Duration.ofMillis(number());
                case PATH -> path();
                case ENUM, RECORD -> type().read(this);
                case LIST -> List.copyOf(all(new ArrayList<>()));
                case SET -> Set.copyOf(all(new LinkedHashSet<>()));
                case MAP -> map();
                case EMPTY -> Optional.empty();
                case PRESENT -> Optional.of(read());
            };
        }

        private <C extends Collection<Object>> C all(C into) throws IOException {
            for (var left = integer(); left > 0; left--) {
                into.add(read());
            }
            return into;
        }

        private Map<Object, Object> map() throws IOException {
            var map = new LinkedHashMap<Object, Object>();
            for (var left = integer(); left > 0; left--) {
                map.put(read(), read());
            }
            return map;
        }

        private int integer() {
            var first = at;
            at += Integer.BYTES;
            return bytes[first] << 24
                    | (bytes[first + 1] & 0xff) << 16
                    | (bytes[first + 2] & 0xff) << 8
                    | bytes[first + 3] & 0xff;
        }

        private long number() {
            return (long) integer() << 32 | integer() & 0xffff_ffffL;
        }

        private String text() {
            var length = integer();
            var first = at;
            if (length >= 0) {
                at += length;
                return new String(bytes, first, length, StandardCharsets.ISO_8859_1);
            }
            var characters = new char[~length];
            at += characters.length * Character.BYTES;
            ByteBuffer.wrap(bytes, first, at - first).asCharBuffer().get(characters);
            return new String(characters);
        }

        private Type type() throws IOException {
            var number = integer();
            if (number == types.size()) {
                types.add(look(text()));
            }
            return types.get(number);
        }

        private Path path() {
            var number = integer();
            if (number == paths.size()) {
                paths.add(Path.of(text()));
            }
            return paths.get(number);
        }

        private static Type look(String name) throws IOException {
            if (!name.startsWith(OURS)) {
                throw new IOException("not of ours: " + name);
            }
            try {
                var type = Class.forName(name);
                if (type.isEnum()) {
                    return new Constants(List.of((Object[]) type.getEnumConstants()));
                }
                var components = type.getRecordComponents();
                var constructor =
                        type.getDeclaredConstructor(
                                Arrays.stream(components)
                                        .map(RecordComponent::getType)
                                        .toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return new Records(constructor, components.length);
            } catch (ReflectiveOperationException e) {
                throw new IOException(e);
            }
        }
    }
}
