package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.insights.Expression.Function;
import groundschool.emulator.logs.insights.Scalar.Missing;
import groundschool.emulator.logs.insights.Scalar.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The functions of queries. Those that are not here are refused by name.
///
/// Source: [Supported operations and
/// functions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html)
final class Functions {

    private Functions() {}

    /// @param arguments how many are given
    /// @return absent if there is no such function of so many
    static Optional<Function> of(String name, int arguments) {
        var function =
                switch (arguments) {
                    case 1 -> ofOne(name);
                    case 2 -> ofTwo(name);
                    case 3 -> ofThree(name);
                    default -> Optional.<Function>empty();
                };
        return function.or(() -> arguments > 0 ? ofAny(name) : Optional.empty());
    }

    private static Optional<Function> ofOne(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "isempty" -> all -> Scalar.of(all.getFirst().text().isEmpty());
                    case "isblank" -> all -> Scalar.of(all.getFirst().text().isBlank());
                    case "ispresent" -> all -> Scalar.of(all.getFirst().isPresent());
                    case "strlen" -> all -> new Scalar.Number(all.getFirst().text().length());
                    case "toupper" -> text(text -> text.toUpperCase(Locale.ROOT));
                    case "tolower" -> text(text -> text.toLowerCase(Locale.ROOT));
                    case "trim" -> text(String::strip);
                    case "ltrim" -> text(String::stripLeading);
                    case "rtrim" -> text(String::stripTrailing);
                    case "abs" -> number(Math::abs);
                    case "ceil" -> number(Math::ceil);
                    case "floor" -> number(Math::floor);
                    case "log" -> number(Math::log);
                    case "sqrt" -> number(Math::sqrt);
                    case "tomillis" -> number(value -> value);
                    case "frommillis" -> all -> time(all.getFirst());
                    default -> null;
                });
    }

    private static Optional<Function> ofTwo(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "strcontains" ->
                            all -> Scalar.of(all.get(0).text().contains(all.get(1).text()));
                    case "substr" -> Functions::substring;
                    case "ltrim" ->
                            all -> new Text(trim(all.get(0).text(), all.get(1).text(), true));
                    case "rtrim" ->
                            all -> new Text(trim(all.get(0).text(), all.get(1).text(), false));
                    case "datefloor" -> all -> rounded(all, false);
                    case "dateceil" -> all -> rounded(all, true);
                    default -> null;
                });
    }

    private static Optional<Function> ofThree(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "substr" -> Functions::substring;
                    case "replace" ->
                            all ->
                                    new Text(
                                            all.get(0)
                                                    .text()
                                                    .replace(all.get(1).text(), all.get(2).text()));
                    default -> null;
                });
    }

    private static Optional<Function> ofAny(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "concat" ->
                            all ->
                                    new Text(
                                            all.stream()
                                                    .map(Scalar::text)
                                                    .collect(Collectors.joining()));
                    case "coalesce" ->
                            all ->
                                    all.stream()
                                            .filter(Scalar::isPresent)
                                            .findFirst()
                                            .orElse(new Missing());
                    case "greatest" ->
                            all ->
                                    all.stream()
                                            .filter(Scalar::isPresent)
                                            .max(Scalar.ORDER)
                                            .orElse(new Missing());
                    case "least" ->
                            all ->
                                    all.stream()
                                            .filter(Scalar::isPresent)
                                            .min(Scalar.ORDER)
                                            .orElse(new Missing());
                    default -> null;
                });
    }

    private static Function text(UnaryOperator<String> change) {
        return all ->
                all.getFirst().isPresent()
                        ? new Text(change.apply(all.getFirst().text()))
                        : new Missing();
    }

    private static Function number(DoubleUnaryOperator change) {
        return all -> {
            var number = all.getFirst().number();
            return number.isPresent()
                    ? new Scalar.Number(change.applyAsDouble(number.getAsDouble()))
                    : new Missing();
        };
    }

    private static Scalar time(Scalar millis) {
        return millis.number().isPresent()
                ? new Scalar.Time(millis.number().getAsDouble())
                : new Missing();
    }

    private static Scalar substring(List<Scalar> all) {
        var text = all.get(0).text();
        int from = (int) Math.clamp(all.get(1).number().orElse(0), 0, text.length());
        double length = all.size() > 2 ? all.get(2).number().orElse(0) : text.length();
        int to = (int) Math.clamp(from + length, from, text.length());
        return new Text(text.substring(from, to));
    }

    private static String trim(String text, String characters, boolean atStart) {
        int from = 0;
        int to = text.length();
        while (from < to && characters.indexOf(text.charAt(atStart ? from : to - 1)) >= 0) {
            from += atStart ? 1 : 0;
            to -= atStart ? 0 : 1;
        }
        return text.substring(from, to);
    }

    private static Scalar rounded(List<Scalar> all, boolean up) {
        var time = all.get(0).number();
        var period = Times.period(all.get(1).text());
        if (time.isEmpty() || period.isEmpty()) {
            return new Missing();
        }
        double floor = Times.floor(time.getAsDouble(), period.getAsLong());
        return new Scalar.Time(
                up && floor < time.getAsDouble() ? floor + period.getAsLong() : floor);
    }
}
