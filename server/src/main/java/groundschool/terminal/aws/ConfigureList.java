package groundschool.terminal.aws;

import groundschool.terminal.shell.Invocation;
import java.util.List;
import java.util.Optional;

/// `aws configure list`: as whom and where this terminal calls.
final class ConfigureList {

    private static final int SHOWN_OF_A_KEY = 4;

    private ConfigureList() {}

    static int run(Invocation invocation, List<String> arguments, String region) {
        if (!arguments.equals(List.of("list"))) {
            throw CliException.failed(
                    "This terminal is configured already: `aws configure list` shows how, and"
                            + " --region and AWS_DEFAULT_OUTPUT change what may be changed");
        }
        row(invocation, "Name", "Value", "Type", "Location");
        row(invocation, "----", "-----", "----", "--------");
        row(invocation, "profile", "<not set>", "None", "None");
        row(invocation, "access_key", masked(invocation, "AWS_ACCESS_KEY_ID"), "env", "");
        row(invocation, "secret_key", masked(invocation, "AWS_SECRET_ACCESS_KEY"), "env", "");
        row(invocation, "region", region, "env", "['AWS_REGION', 'AWS_DEFAULT_REGION']");
        return 0;
    }

    private static String masked(Invocation invocation, String variable) {
        return Optional.ofNullable(invocation.environment().get(variable))
                .filter(value -> value.length() >= SHOWN_OF_A_KEY)
                .map(value -> "*".repeat(16) + value.substring(value.length() - SHOWN_OF_A_KEY))
                .orElse("<this terminal's>");
    }

    private static void row(
            Invocation invocation, String name, String value, String type, String location) {
        invocation.out("%10s %24s %16s    %s\n".formatted(name, value, type, location));
    }
}
