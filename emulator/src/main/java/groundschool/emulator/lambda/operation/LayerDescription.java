package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.CodeLinks;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LayerReference;
import groundschool.emulator.lambda.function.LayerVersion;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A version of a layer as Lambda shows it.
///
/// Source:
/// [GetLayerVersion](https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersion.html)
public record LayerDescription(
        Content content,
        String layerArn,
        String layerVersionArn,
        String description,
        String createdDate,
        long version,
        List<String> compatibleRuntimes,
        Optional<String> licenseInfo,
        List<String> compatibleArchitectures) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    /// Where it can be fetched.
    public record Content(String location, String codeSha256, long codeSize) {}

    static LayerDescription of(LayerVersion version, Functions functions, Call call) {
        var reference = LayerReference.of(version.layer(), call);
        return new LayerDescription(
                new Content(
                        CodeLinks.of(version, functions, call),
                        version.code().sha256(),
                        version.code().size()),
                reference.layerArn(),
                reference.versionArn(version.version()),
                version.description(),
                TIME.format(version.createdAt()),
                version.version(),
                version.runtimes(),
                version.licenseInfo(),
                version.architectures());
    }

    /// A version in a list, without its content.
    ///
    /// Source:
    /// [LayerVersionsListItem](https://docs.aws.amazon.com/lambda/latest/api/API_LayerVersionsListItem.html)
    public record Item(
            String layerVersionArn,
            long version,
            String description,
            String createdDate,
            List<String> compatibleRuntimes,
            Optional<String> licenseInfo,
            List<String> compatibleArchitectures) {

        static Item of(LayerVersion version, Call call) {
            return new Item(
                    LayerReference.of(version.layer(), call).versionArn(version.version()),
                    version.version(),
                    version.description(),
                    TIME.format(version.createdAt()),
                    version.runtimes(),
                    version.licenseInfo(),
                    version.architectures());
        }
    }
}
