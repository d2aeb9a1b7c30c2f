package groundschool.emulator.lambda.operation;

import groundschool.emulator.Call;
import groundschool.emulator.lambda.Archives;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.Limits;
import java.util.List;
import java.util.Optional;

/// Where a function's code comes from.
///
/// Source: [FunctionCode](https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCode.html)
public record FunctionCode(
        Optional<byte[]> zipFile,
        Optional<Object> s3Bucket,
        Optional<Object> s3Key,
        Optional<Object> s3ObjectVersion,
        Optional<Object> imageUri,
        Optional<Object> sourceKMSKeyArn) {

    /// The archive, which has been looked through.
    ///
    /// @param layers that are laid below it
    /// @throws groundschool.emulator.AwsException if it is none, or too large
    byte[] archive(List<String> layers, Functions functions, Call call) {
        LambdaErrors.refuse("S3Bucket", s3Bucket.isPresent() || s3Key.isPresent());
        LambdaErrors.refuse("S3ObjectVersion", s3ObjectVersion.isPresent());
        LambdaErrors.refuse("ImageUri", imageUri.isPresent());
        LambdaErrors.refuse("SourceKMSKeyArn", sourceKMSKeyArn.isPresent());
        var zip =
                zipFile.orElseThrow(
                        () -> LambdaErrors.invalid("Please provide a source for function code."));
        Archives.check(zip, layers, functions);
        Limits.checkStorage(functions.codeBytes(call.region()), zip.length);
        return zip;
    }
}
