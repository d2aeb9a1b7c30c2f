package groundschool.lab.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands for `${name}` in a lab's texts.
///
/// @param values by name; `random` is always there
public record Filling(Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Za-z_]\\w*)}");

    /// Without vowels, so that no word comes out, and without what looks alike.
    private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private static final int RANDOM_LENGTH = 6;

    public Filling {
        values = Map.copyOf(values);
        if (!values.containsKey("random")) {
            throw new IllegalArgumentException("a filling has a value for random");
        }
    }

    /// The variables of a run with a random part of its own for this time.
    public static Filling with(Map<String, String> variables, RandomGenerator random) {
        var values = new HashMap<>(variables);
        values.put("random", random(random));
        return new Filling(values);
    }

    /// Variables for a new run.
    ///
    /// @param templates such as `orders-${random}`, by name; the random part is the same in all
    public static SequencedMap<String, String> variables(
            Map<String, String> templates, RandomGenerator random) {
        var filling = new Filling(Map.of("random", random(random)));
        var variables = new LinkedHashMap<String, String>();
        templates.forEach((name, template) -> variables.put(name, filling.fill(template)));
        return variables;
    }

    /// Variables for a run that goes on where others have ended.
    ///
    /// @param earlier theirs, which stay what they are
    public static SequencedMap<String, String> variables(
            Map<String, String> templates, Map<String, String> earlier, RandomGenerator random) {
        var variables = new LinkedHashMap<>(earlier);
        variables(templates, random).forEach(variables::putIfAbsent);
        return variables;
    }

    /// Variables as scripts see them: their names in capitals.
    public static Map<String, String> environment(Map<String, String> variables) {
        var environment = new LinkedHashMap<String, String>();
        variables.forEach((name, value) ->
                environment.put(name.toUpperCase(Locale.ROOT).replace('-', '_'), value));
        return environment;
    }

    /// A text with its places filled; a place that has no value stays as it is.
    public String fill(String text) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                values.getOrDefault(place.group(1), place.group())));
    }

    /// The same in all texts of a value as `CheckBlock` has it, names of keys included.
    public Object fill(Object value) {
        return switch (value) {
            case String text -> fill(text);
            case List<?> list -> list.stream().map(this::fill).toList();
            case Map<?, ?> map -> {
                var filled = new LinkedHashMap<String, Object>();
                map.forEach((key, each) -> filled.put(fill(String.valueOf(key)), fill(each)));
                yield filled;
            }
            default -> value;
        };
    }

    /// The names in a value's places that have no value here.
    public List<String> unknown(Object value) {
        var names = new TreeSet<String>();
        PLACE.matcher(String.valueOf(value))
                .results()
                .map(place -> place.group(1))
                .filter(name -> !values.containsKey(name))
                .forEach(names::add);
        return new ArrayList<>(names);
    }

    private static String random(RandomGenerator random) {
        return random.ints(RANDOM_LENGTH, 0, LETTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(LETTERS.charAt(index)),
                        StringBuilder::append)
                .toString();
    }
}
