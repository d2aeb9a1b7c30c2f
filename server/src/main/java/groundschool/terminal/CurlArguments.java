package groundschool.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `curl` was asked for.
///
/// @param flags by their letters
/// @param values of the options that take one, by their letters
record CurlArguments(List<String> urls, String flags, Map<String, List<String>> values) {

    private static final Map<String, String> LONG =
            Map.ofEntries(
                    Map.entry("--silent", "-s"),
                    Map.entry("--show-error", "-S"),
                    Map.entry("--fail", "-f"),
                    Map.entry("--include", "-i"),
                    Map.entry("--head", "-I"),
                    Map.entry("--location", "-L"),
                    Map.entry("--request", "-X"),
                    Map.entry("--header", "-H"),
                    Map.entry("--data", "-d"),
                    Map.entry("--data-raw", "-d"),
                    Map.entry("--data-binary", "-d"),
                    Map.entry("--form", "-F"),
                    Map.entry("--output", "-o"),
                    Map.entry("--upload-file", "-T"),
                    Map.entry("--write-out", "-w"));
    private static final String FLAGS = "sSfiIL";
    private static final String TAKING = "XHdFoTw";

    boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    List<String> all(String letter) {
        return values.getOrDefault(letter, List.of());
    }

    Optional<String> last(String letter) {
        return all(letter).reversed().stream().findFirst();
    }

    /// @throws CurlException if there is an option that is not here, or one that lacks its value
    static CurlArguments read(List<String> arguments) throws CurlException {
        var urls = new ArrayList<String>();
        var flags = new StringBuilder();
        var values = new LinkedHashMap<String, List<String>>();
        for (int at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            if (argument.equals("--json")) {
                value(arguments, ++at, argument, values, "d");
                values.computeIfAbsent("H", _ -> new ArrayList<>())
                        .add("Content-Type: application/json");
                continue;
            }
            var option = argument.startsWith("--") ? LONG.get(argument) : argument;
            if (option == null) {
                throw new CurlException(2, "option " + argument + ": is not here");
            }
            if (!option.startsWith("-") || option.equals("-")) {
                urls.add(argument);
                continue;
            }
            for (int letter = 1; letter < option.length(); letter++) {
                var each = option.charAt(letter);
                if (FLAGS.indexOf(each) >= 0) {
                    flags.append(each);
                } else if (TAKING.indexOf(each) < 0) {
                    throw new CurlException(2, "option -" + each + ": is not here");
                } else if (letter + 1 < option.length()) {
                    values.computeIfAbsent(String.valueOf(each), _ -> new ArrayList<>())
                            .add(option.substring(letter + 1));
                    break;
                } else {
                    value(arguments, ++at, argument, values, String.valueOf(each));
                }
            }
        }
        return new CurlArguments(urls, flags.toString(), values);
    }

    private static void value(
            List<String> arguments,
            int at,
            String option,
            Map<String, List<String>> values,
            String letter)
            throws CurlException {
        if (at >= arguments.size()) {
            throw new CurlException(2, "option " + option + ": requires parameter");
        }
        values.computeIfAbsent(letter, _ -> new ArrayList<>()).add(arguments.get(at));
    }
}
