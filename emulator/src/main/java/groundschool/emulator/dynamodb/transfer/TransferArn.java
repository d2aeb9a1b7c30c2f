package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ARN of an export or an import, as a request has it.
public final class TransferArn {

    private static final Pattern ARN =
            Pattern.compile(
                    "arn:aws[a-z-]*:dynamodb:([a-z0-9-]+):([0-9]{12}):table/[a-zA-Z0-9_.-]+/(export|import)/.+");

    private final Optional<Matcher> parts;
    private final Call call;

    private TransferArn(Optional<Matcher> parts, Call call) {
        this.parts = parts;
        this.call = call;
    }

    /// @param kind `export` or `import`
    static TransferArn of(String arn, String kind, Call call) {
        return new TransferArn(
                Optional.of(ARN.matcher(arn))
                        .filter(parts -> parts.matches() && parts.group(3).equals(kind)),
                call);
    }

    /// What IAM is asked about: of what belongs to another account, the service says no more than
    /// that access is denied.
    public static String asked(String arn, Call call) {
        var parts = arn.split(":", 6);
        return parts.length == 6 && !parts[4].equals(call.account())
                ? call.arn("dynamodb", parts[5])
                : arn;
    }

    static String fresh(String tableArn, String kind, Call call) {
        return "%s/%s/%014d-%08x"
                .formatted(tableArn, kind, call.now().toEpochMilli(), call.random().nextInt());
    }

    /// @param malformed what is said of something that is no such ARN
    /// @param elsewhere what is said of one of another Region
    /// @throws AwsException unless it is one of the call's account and Region
    void check(Supplier<AwsException> malformed, Supplier<AwsException> elsewhere) {
        var known = parts.orElseThrow(malformed);
        if (!known.group(2).equals(call.account())) {
            throw TransferErrors.accessDenied();
        }
        if (!known.group(1).equals(call.region())) {
            throw elsewhere.get();
        }
    }
}
