package groundschool.emulator.lambda;

import groundschool.emulator.Call;
import java.util.Optional;
import java.util.regex.Pattern;

/// A function, or a version or an alias of one, as requests name it: by its name, by its ARN or by
/// a part of that.
///
/// @param name without account and Region
/// @param qualifier a version's number, `$LATEST` or an alias; absent if none is named
public record FunctionReference(
        String name, Optional<String> qualifier, String account, String region) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:arn:aws[a-zA-Z-]*:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-[a-z]+)+-\\d):)?(?:(\\d{12}):)?(?:function:)?([a-zA-Z0-9-_.]+)(?::([a-zA-Z0-9-_$.]+))?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /// @param text as the model allows it
    /// @throws groundschool.emulator.AwsException if that is in another Region or account
    public static FunctionReference of(String text, Call call) {
        return of(text, Optional.empty(), call);
    }

    /// @param separate a qualifier that stands for itself
    /// @throws groundschool.emulator.AwsException if the two qualifiers differ
    public static FunctionReference of(String text, Optional<String> separate, Call call) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw LambdaErrors.functionNotFound(call.arn("lambda", "function:" + text));
        }
        var region = Optional.ofNullable(form.group(1));
        var account = Optional.ofNullable(form.group(2));
        if (region.isPresent() && !region.get().equals(call.region())) {
            throw LambdaErrors.otherRegion(region.get(), call.region());
        }
        if (account.isPresent() && !account.get().equals(call.account())) {
            throw LambdaErrors.otherAccount();
        }
        var derived = Optional.ofNullable(form.group(4));
        var given = separate.filter(qualifier -> !qualifier.isEmpty());
        if (derived.isPresent() && given.isPresent() && !derived.equals(given)) {
            throw LambdaErrors.invalid(
                    "The derived qualifier from the function name does not match the specified qualifier.");
        }
        return new FunctionReference(
                String.valueOf(form.group(3)),
                derived.or(() -> given),
                call.account(),
                call.region());
    }

    /// The function's own ARN.
    public String functionArn() {
        return "arn:aws:lambda:%s:%s:function:%s".formatted(region, account, name);
    }

    /// The ARN with the qualifier, if there is one.
    public String arn() {
        return functionArn() + qualifier.map(each -> ":" + each).orElse("");
    }

    /// The same, of another version or alias.
    public FunctionReference qualified(String other) {
        return new FunctionReference(name, Optional.of(other), account, region);
    }

    /// Whether a qualifier is the number of a version.
    public static boolean isNumber(String qualifier) {
        return NUMBER.matcher(qualifier).matches();
    }
}
