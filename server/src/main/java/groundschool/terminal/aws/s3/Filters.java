package groundschool.terminal.aws.s3;

import java.util.List;
import java.util.regex.Pattern;

/// Which files of many are meant: the last of `--exclude` and `--include` that fits a file decides.
///
/// Source: [Use of exclude and include
/// filters](https://docs.aws.amazon.com/cli/latest/reference/s3/#use-of-exclude-and-include-filters)
record Filters(List<Filter> inOrder) {

    Filters {
        inOrder = List.copyOf(inOrder);
    }

    /// @param glob `*`, `?`, `[abc]` and `[!abc]` stand for what they do in a shell, `*` for
    ///   slashes too
    record Filter(boolean includes, String glob) {

        boolean fits(String path) {
            return Pattern.compile(expression(), Pattern.DOTALL).matcher(path).matches();
        }

        private String expression() {
            var expression = new StringBuilder();
            for (int at = 0; at < glob.length(); at++) {
                char letter = glob.charAt(at);
                int end = letter == '[' ? glob.indexOf(']', at + 2) : -1;
                if (letter == '*') {
                    expression.append(".*");
                } else if (letter == '?') {
                    expression.append('.');
                } else if (end > 0) {
                    var set = glob.substring(at + 1, end).replace("\\", "\\\\");
                    expression
                            .append('[')
                            .append(set.startsWith("!") ? "^" + set.substring(1) : set)
                            .append(']');
                    at = end;
                } else {
                    expression.append(Pattern.quote(String.valueOf(letter)));
                }
            }
            return expression.toString();
        }
    }

    /// @param path from where the command begins to look
    boolean take(String path) {
        var taken = true;
        for (var filter : inOrder) {
            if (filter.fits(path)) {
                taken = filter.includes();
            }
        }
        return taken;
    }
}
