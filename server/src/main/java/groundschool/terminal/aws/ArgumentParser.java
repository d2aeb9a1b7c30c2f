package groundschool.terminal.aws;

import groundschool.terminal.aws.Option.Takes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sorts arguments into options, one word without dashes, and the rest, as the AWS CLI does by
/// Python's argparse: options may stand anywhere, `--name=value` is as good as `--name value`, and
/// an option may be shortened while it stays clear.
///
/// Source: [argparse](https://docs.python.org/3.11/library/argparse.html)
public final class ArgumentParser {

    /// @param options by what they set: the values, none for a flag, in the order that they came
    /// @param flags which option set what, by what it set
    /// @param word the first word that belongs to no option
    /// @param rest what belongs to nothing here, in its order
    public record Parsed(
            Map<String, List<String>> options,
            Map<String, String> flags,
            Optional<String> word,
            List<String> rest) {

        /// The first value of an option.
        public Optional<String> one(String target) {
            return Optional.ofNullable(options.get(target))
                    .filter(values -> !values.isEmpty())
                    .map(List::getFirst);
        }

        /// Whether an option was given.
        public boolean has(String target) {
            return options.containsKey(target);
        }
    }

    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\s*[-+]?\\d+(_\\d+)*\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");

    private final List<Option> options;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> flags = new LinkedHashMap<>();
    private final List<String> rest = new ArrayList<>();
    private Optional<String> word = Optional.empty();
    private List<String> arguments = List.of();
    private int at;

    /// @param options that it knows
    public ArgumentParser(List<Option> options) {
        this.options = List.copyOf(options);
    }

    /// @throws CliException if an option lacks its value or has one that it cannot have
    public Parsed parse(List<String> arguments) {
        this.arguments = arguments;
        while (at < arguments.size()) {
            var argument = arguments.get(at++);
            if (!looksLikeOption(argument)) {
                addWord(argument);
                continue;
            }
            var option = optionNamed(nameOf(argument));
            if (option.isPresent()) {
                take(option.get(), argument);
            } else {
                rest.add(argument);
            }
        }
        return new Parsed(values, flags, word, rest);
    }

    /// @param words the names of the words that must be there: one, or none
    /// @throws CliException if a required option or word was not given
    void checkRequired(List<String> words) {
        var missing =
                Stream.concat(
                                options.stream()
                                        .filter(option ->
                                                option.required()
                                                        && !values.containsKey(option.target()))
                                        .map(Option::name),
                                word.isPresent() ? Stream.empty() : words.stream())
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw CliException.usage("the following arguments are required: " + missing);
        }
    }

    private void addWord(String argument) {
        if (word.isEmpty()) {
            word = Optional.of(argument);
        } else {
            rest.add(argument);
        }
    }

    private void take(Option option, String argument) {
        var equals = argument.indexOf('=');
        var given = new ArrayList<String>();
        if (equals > 0) {
            if (option.takes() == Takes.NOTHING) {
                throw problem(
                        option,
                        "ignored explicit argument "
                                + PythonText.quoted(argument.substring(equals + 1)));
            }
            given.add(argument.substring(equals + 1));
        } else {
            var most =
                    switch (option.takes()) {
                        case NOTHING -> 0;
                        case ONE, ONE_OR_NOTHING, WHOLE_NUMBER, NUMBER -> 1;
                        case SEVERAL -> Integer.MAX_VALUE;
                    };
            while (given.size() < most
                    && at < arguments.size()
                    && !looksLikeOption(arguments.get(at))) {
                given.add(arguments.get(at++));
            }
        }
        check(option, given);
        values.put(option.target(), given);
        flags.put(option.target(), option.name());
    }

    private void check(Option option, List<String> given) {
        switch (option.takes()) {
            case NOTHING, SEVERAL, ONE_OR_NOTHING -> {}
            case ONE, WHOLE_NUMBER, NUMBER -> {
                if (given.isEmpty()) {
                    throw problem(option, "expected one argument");
                }
            }
        }
        for (var value : given) {
            if (option.takes() == Takes.WHOLE_NUMBER && !WHOLE_NUMBER.matcher(value).matches()) {
                throw problem(option, "invalid int value: " + PythonText.quoted(value));
            }
            if (option.takes() == Takes.NUMBER && !NUMBER.matcher(value).matches()) {
                throw problem(option, "invalid float value: " + PythonText.quoted(value));
            }
            if (!option.choices().isEmpty() && !option.choices().contains(value)) {
                throw problem(option, Choices.invalid(value, option.choices()));
            }
        }
    }

    private Optional<Option> optionNamed(String name) {
        var exact = options.stream().filter(option -> option.name().equals(name)).findFirst();
        if (exact.isPresent() || !name.startsWith("--") || name.length() < 3) {
            return exact;
        }
        var meant = options.stream().filter(option -> option.name().startsWith(name)).toList();
        if (meant.size() > 1) {
            throw CliException.usage(
                    "ambiguous option: %s could match %s"
                            .formatted(
                                    name,
                                    meant.stream()
                                            .map(Option::name)
                                            .collect(Collectors.joining(", "))));
        }
        return meant.stream().findFirst();
    }

    private boolean looksLikeOption(String argument) {
        if (argument.length() < 2
                || argument.charAt(0) != '-'
                || NEGATIVE_NUMBER.matcher(argument).matches()) {
            return false;
        }
        return !argument.contains(" ") || optionNamed(nameOf(argument)).isPresent();
    }

    private static String nameOf(String argument) {
        var equals = argument.indexOf('=');
        return equals > 0 ? argument.substring(0, equals) : argument;
    }

    private static CliException problem(Option option, String message) {
        return CliException.usage("argument " + option.name() + ": " + message);
    }
}
