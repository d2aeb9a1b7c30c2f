package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Archives;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.LayerReference;
import groundschool.emulator.lambda.Limits;
import groundschool.emulator.lambda.function.LayerVersion;
import java.util.List;
import java.util.Optional;

/// Makes a new version of a layer.
///
/// Source:
/// [PublishLayerVersion](https://docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html)
public record PublishLayerVersion(
        String layerName,
        Optional<String> description,
        LayerContent content,
        Optional<List<String>> compatibleRuntimes,
        Optional<String> licenseInfo,
        Optional<List<String>> compatibleArchitectures)
        implements LambdaOperation, Operation<Functions> {

    /// Where the layer comes from.
    public record LayerContent(
            Optional<Object> s3Bucket,
            Optional<Object> s3Key,
            Optional<Object> s3ObjectVersion,
            Optional<byte[]> zipFile) {}

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(
                Access.to(
                        "lambda:PublishLayerVersion",
                        LayerReference.of(layerName, call).layerArn()));
    }

    @Override
    public LayerDescription run(Functions functions, Call call) {
        LambdaErrors.refuse("Content.S3Bucket", content.s3Bucket().isPresent());
        LambdaErrors.refuse("Content.S3Key", content.s3Key().isPresent());
        LambdaErrors.refuse("Content.S3ObjectVersion", content.s3ObjectVersion().isPresent());
        var zip =
                content.zipFile()
                        .orElseThrow(() ->
                                LambdaErrors.invalid("Please provide a source for layer code."));
        Archives.check(zip, List.of(), functions);
        Limits.checkStorage(functions.codeBytes(call.region()), zip.length);
        var name = LayerReference.of(layerName, call).name();
        var layers = functions.layers();
        var version =
                new LayerVersion(
                        name,
                        layers.next(call.region(), name),
                        layers.keep(zip),
                        description.orElse(""),
                        licenseInfo,
                        compatibleRuntimes.orElse(List.of()),
                        compatibleArchitectures.orElse(List.of()),
                        call.now());
        layers.put(version, call.region());
        return LayerDescription.of(version, functions, call);
    }
}
