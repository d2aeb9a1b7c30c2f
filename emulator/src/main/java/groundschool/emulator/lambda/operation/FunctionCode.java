package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.Archives;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.Limits;
import groundschool.emulator.lambda.StoredArchive;
import java.util.List;
import java.util.Optional;

/// Where a function's code comes from.
///
/// Source: [FunctionCode](https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html)
public record FunctionCode(
        Optional<byte[]> zipFile,
        Optional<String> s3Bucket,
        Optional<String> s3Key,
        Optional<String> s3ObjectVersion,
        Optional<Object> imageUri,
        Optional<Object> sourceKMSKeyArn) {

    /// The archive, which has been looked through.
    ///
    /// @param layers that are laid below it
    /// @throws groundschool.emulator.AwsException if it is none, or too large
    byte[] archive(List<String> layers, Functions functions, Call call) {
        LambdaErrors.refuse("ImageUri", imageUri.isPresent());
        LambdaErrors.refuse("SourceKMSKeyArn", sourceKMSKeyArn.isPresent());
        var zip =
                zipFile.map(Archives::sent)
                        .or(() ->
                                StoredArchive.of(s3Bucket, s3Key, s3ObjectVersion)
                                        .map(stored -> stored.read(call)))
                        .orElseThrow(() ->
                                LambdaErrors.invalid("Please provide a source for function code."));
        Archives.check(zip, layers, functions);
        Limits.checkStorage(functions.codeBytes(call.region()), zip.length);
        return zip;
    }
}
