package groundschool.emulator.s3.object;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.kms.KeyClient;
import java.util.Map;
import java.util.function.Function;

/// What S3 asks of KMS, in the name of whoever reads or writes, and how it tells that KMS refuses.
final class KeysOfKms {

    private KeysOfKms() {}

    /// @throws AwsException if KMS refuses: `KMS.NotFoundException` and the like
    static <R> R ask(Call call, Function<KeyClient, R> question) {
        try {
            return question.apply(KeyClient.of(call.as(call.principal()).via("s3")));
        } catch (AwsException refusal) {
            throw refusal.code().startsWith("AccessDenied")
                    ? new AwsException(403, "AccessDenied", refusal.message(), Map.of())
                    : new AwsException(400, "KMS." + refusal.code(), refusal.message(), Map.of());
        }
    }
}
