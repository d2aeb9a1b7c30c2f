package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Archives;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.LayerReference;
import groundschool.emulator.lambda.Limits;
import groundschool.emulator.lambda.StoredArchive;
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
            Optional<String> s3Bucket,
            Optional<String> s3Key,
            Optional<String> s3ObjectVersion,
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
        RuntimeRules.checkCompatible(compatibleRuntimes.orElse(List.of()));
        var zip =
                content.zipFile()
                        .map(Archives::sent)
                        .or(() ->
                                StoredArchive.of(
                                                content.s3Bucket(),
                                                content.s3Key(),
                                                content.s3ObjectVersion())
                                        .map(stored -> stored.read(call)))
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
