package groundschool.terminal.aws;

import groundschool.emulator.wire.ApiModel;
import groundschool.terminal.aws.Parameters.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `--zip-file`: an archive of code, which stands for itself on the command line although the API
/// has it within another parameter, such as `Code` of CreateFunction.
///
/// Source:
/// [create-function](https://docs.aws.amazon.com/cli/latest/reference/lambda/create-function.html)
final class ZipFiles {

    static final String MEMBER = "ZipFile";
    private static final String OPTION = "--zip-file";

    private static final String NOT_ONE =
            """
            --zip-file must be a zip file with the fileb:// prefix.
            Example usage:  --zip-file fileb://path/to/file.zip\
            """;

    private ZipFiles() {}

    /// The parameter within which the API has the archive, if there is one.
    static Optional<String> holder(ApiModel model, String operation) {
        return model.input(operation).stream()
                .flatMap(input ->
                        new Shape(model, operation + "Input", input).members().entrySet().stream())
                .filter(member ->
                        member.getValue().type() == Shape.Type.STRUCTURE
                                && member.getValue().members().containsKey(MEMBER))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Makes the archive a parameter of its own.
    static void lift(String holder, List<Parameter> members) {
        members.replaceAll(each ->
                each.member().equals(holder)
                        ? new Parameter(each.cliName(), holder, each.shape().without(MEMBER), false)
                        : each);
        members.stream()
                .filter(each -> each.member().equals(holder))
                .findFirst()
                .map(each -> Shape.named(each.shape().model(), each.shape().name()))
                .flatMap(whole -> whole.within(MEMBER))
                .ifPresent(archive -> members.add(new Parameter(OPTION, MEMBER, archive, false)));
    }

    /// Refuses what was typed as `--code` if the archive stands there.
    ///
    /// @throws CliException if it does
    static void refuseWithin(JsonNode value, String cliName) {
        if (value.has(MEMBER)) {
            throw CliException.failed(
                    "ZipFile cannot be provided as part of the %s argument.  Please use the '--zip-file' option instead to specify a zip file."
                            .formatted(cliName));
        }
    }

    /// @param base64 what `--zip-file` stands for
    /// @param isBinary whether it came as a binary file; else it is text as it was typed
    /// @throws CliException if it is no archive
    static void check(String base64, boolean isBinary) {
        var bytes =
                isBinary
                        ? Base64.getDecoder().decode(base64)
                        : base64.getBytes(StandardCharsets.UTF_8);
        if (!hasDirectory(bytes)) {
            throw CliException.failed(NOT_ONE);
        }
    }

    static void put(ObjectNode input, String holder, JsonNode archive) {
        input.withObject("/" + holder).set(MEMBER, archive);
    }

    /// Whether there is the record that ends the directory of an archive.
    private static boolean hasDirectory(byte[] bytes) {
        for (var at = bytes.length - 22; at >= 0; at--) {
            if (bytes[at] == 'P'
                    && bytes[at + 1] == 'K'
                    && bytes[at + 2] == 5
                    && bytes[at + 3] == 6) {
                return true;
            }
        }
        return false;
    }
}
