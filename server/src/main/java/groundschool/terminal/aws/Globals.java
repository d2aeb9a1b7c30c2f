package groundschool.terminal.aws;

import groundschool.jmespath.JmesPath;
import groundschool.terminal.aws.ArgumentParser.Parsed;
import groundschool.terminal.aws.Option.Takes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The options that every `aws` command takes.
///
/// @param region if one was asked for
/// @param paginate whether to go through all pages
record Globals(
        Output output,
        Optional<JmesPath> query,
        Optional<String> region,
        boolean paginate,
        Blobs blobs) {

    /// How an answer is written.
    enum Output {
        JSON,
        TEXT
    }

    /// How binary values are typed.
    enum Blobs {
        BASE64,
        RAW
    }

    /// `` `word` ``, an old spelling of `'word'` that the AWS CLI still reads.
    private static final Pattern BARE_LITERAL =
            Pattern.compile("`\\s*(?!(?:true|false|null)\\s*`)([A-Za-z_][^`\"\\[{]*?)\\s*`");

    private static final String REGION = "[a-z]{2}(-[a-z]+)+-[0-9]";

    static final List<Option> OPTIONS =
            List.of(
                    new Option("--debug", Takes.NOTHING),
                    new Option("--endpoint-url", Takes.ONE),
                    new Option("--no-verify-ssl", Takes.NOTHING),
                    new Option("--no-paginate", Takes.NOTHING),
                    choosing("--output", "json", "text", "table"),
                    new Option("--query", Takes.ONE),
                    new Option("--profile", Takes.ONE),
                    new Option("--region", Takes.ONE),
                    new Option("--version", Takes.NOTHING),
                    choosing("--color", "on", "off", "auto"),
                    new Option("--no-sign-request", Takes.NOTHING),
                    new Option("--ca-bundle", Takes.ONE),
                    new Option("--cli-read-timeout", Takes.WHOLE_NUMBER),
                    new Option("--cli-connect-timeout", Takes.WHOLE_NUMBER),
                    choosing("--cli-binary-format", "base64", "raw-in-base64-out"),
                    new Option("--no-cli-pager", Takes.NOTHING),
                    new Option("--cli-auto-prompt", Takes.NOTHING),
                    new Option("--no-cli-auto-prompt", Takes.NOTHING));

    private static Option choosing(String name, String... choices) {
        return new Option(name, name, Takes.ONE, List.of(choices), false);
    }

    /// What was asked for, by option or else by environment variable.
    ///
    /// @throws CliException if it cannot be had here
    static Globals of(Parsed parsed, Map<String, String> environment) {
        refuseWhatIsNotHere(parsed, environment);
        return new Globals(
                output(
                        parsed.one("--output")
                                .or(() -> variable(environment, "AWS_DEFAULT_OUTPUT"))),
                parsed.one("--query").map(Globals::query),
                region(parsed, environment),
                !parsed.has("--no-paginate"),
                parsed.one("--cli-binary-format")
                        .filter("raw-in-base64-out"::equals)
                        .map(_ -> Blobs.RAW)
                        .orElse(Blobs.BASE64));
    }

    private static void refuseWhatIsNotHere(Parsed parsed, Map<String, String> environment) {
        parsed.one("--profile")
                .or(() -> variable(environment, "AWS_PROFILE"))
                .ifPresent(profile -> {
                    throw CliException.failed(
                            "The config profile (%s) could not be found".formatted(profile));
                });
        if (parsed.has("--debug")) {
            throw CliException.failed(
                    "--debug shows requests on the wire, and here is no wire: leave it out");
        }
        if (parsed.has("--no-sign-request")) {
            throw CliException.failed(
                    "This terminal has its identity without keys and signatures: leave out"
                            + " --no-sign-request");
        }
        if (parsed.has("--cli-auto-prompt")) {
            throw CliException.failed(
                    "There are no prompts here: `aws dynamodb put-item help` lists parameters");
        }
    }

    private static Output output(Optional<String> asked) {
        return switch (asked.orElse("json")) {
            case "json" -> Output.JSON;
            case "text" -> Output.TEXT;
            case "table" ->
                    throw CliException.failed(
                            "There is no table output here: use --output text or --output json");
            default -> throw CliException.failed("Unknown output type: " + asked.orElse(""));
        };
    }

    private static JmesPath query(String expression) {
        try {
            return JmesPath.of(BARE_LITERAL.matcher(expression).replaceAll("'$1'"));
        } catch (IllegalArgumentException e) {
            throw CliException.invalid(
                    "Bad value for --query %s: %s".formatted(expression, e.getMessage()));
        }
    }

    private static Optional<String> region(Parsed parsed, Map<String, String> environment) {
        var region =
                parsed.one("--region")
                        .or(() -> variable(environment, "AWS_REGION"))
                        .or(() -> variable(environment, "AWS_DEFAULT_REGION"));
        region.filter(name -> !name.matches(REGION))
                .ifPresent(name -> {
                    throw CliException.failed(
                            "Provided region_name '%s' doesn't match a supported format."
                                    .formatted(name));
                });
        return region;
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
