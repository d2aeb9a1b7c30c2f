package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Optional;

/// Tells what a key is, and in which state.
///
/// Source: [DescribeKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html)
public record DescribeKey(String keyId, Optional<List<String>> grantTokens)
        implements KmsOperation, Operation<Keys> {

    public record Response(KeyMetadata keyMetadata) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("DescribeKey", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        return new Response(KeyMetadata.of(keys.named(keyId, call), call));
    }
}
