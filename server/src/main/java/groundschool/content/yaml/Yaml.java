package groundschool.content.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A piece of YAML that knows its line.
public sealed interface Yaml {

    /// From 1, in the file that it stands in.
    int line();

    /// A value.
    ///
    /// @param text as written, without quotes
    /// @param value what YAML takes it for: a text, a `Boolean`, a `Long` or a `BigDecimal`
    record Scalar(String text, Object value, int line) implements Yaml {}

    /// A list.
    record Sequence(List<Yaml> items, int line) implements Yaml {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /// Keys with their values, in the order of the file.
    record Mapping(SequencedMap<String, Yaml> entries, Map<String, Integer> keyLines, int line)
            implements Yaml {

        public Mapping {
            entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
            keyLines = Map.copyOf(keyLines);
        }
    }

    /// The same as immutable maps, lists and values.
    default Object plain() {
        return switch (this) {
            case Scalar scalar -> scalar.value();
            case Sequence sequence -> sequence.items().stream().map(Yaml::plain).toList();
            case Mapping mapping -> {
                var plain = new LinkedHashMap<String, Object>();
                mapping.entries().forEach((key, value) -> plain.put(key, value.plain()));
                yield Collections.unmodifiableMap(plain);
            }
        };
    }
}
