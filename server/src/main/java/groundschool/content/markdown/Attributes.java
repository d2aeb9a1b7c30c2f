package groundschool.content.markdown;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in braces behind a heading or an option: `{#id .class key=value}`.
public record Attributes(Optional<String> id, Set<String> classes, Map<String, String> values) {

    /// Nothing in braces.
    public static final Attributes NONE = new Attributes(Optional.empty(), Set.of(), Map.of());

    private static final Pattern ONE =
            Pattern.compile(
                    "#(?<id>[^\\s{}]+)|\\.(?<class>[\\w-]+)|(?<key>[\\w-]+)=(?<value>\"[^\"]*\"|[^\\s{}\"]+)");
    private static final Pattern ALL =
            Pattern.compile("\\s*((" + ONE.pattern().replaceAll("\\?<\\w+>", "?:") + ")(\\s+|$))+");

    public Attributes {
        classes = Set.copyOf(classes);
        values = Map.copyOf(values);
    }

    /// The attributes in the text between braces; absent if it does not look like attributes.
    static Optional<Attributes> in(String text) {
        if (!ALL.matcher(text).matches()) {
            return Optional.empty();
        }
        Optional<String> id = Optional.empty();
        var classes = new LinkedHashSet<String>();
        var values = new LinkedHashMap<String, String>();
        var matcher = ONE.matcher(text);
        while (matcher.find()) {
            if (matcher.group("id") != null) {
                id = Optional.of(matcher.group("id"));
            } else if (matcher.group("class") != null) {
                classes.add(matcher.group("class"));
            } else {
                var value = matcher.group("value");
                values.put(matcher.group("key"), value.replace("\"", ""));
            }
        }
        return Optional.of(new Attributes(id, classes, values));
    }

    /// The value of a key.
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
