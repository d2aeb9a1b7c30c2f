package groundschool.emulator.kms.operation;

import groundschool.emulator.Call;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;

/// Which keys can be rotated.
///
/// Source: [Rotating KMS
/// keys](https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html)
final class Rotating {

    private Rotating() {}

    /// @throws groundschool.emulator.AwsException if it cannot; AWS says nothing more of keys that
    ///   are not symmetric
    static KmsKey key(String keyId, Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        if (!key.spec().isSymmetric()) {
            throw KmsErrors.unsupported("");
        }
        key.requireKept(call);
        return key;
    }

    /// The same, of which others are copies, if there are some.
    static KmsKey primary(String keyId, Keys keys, Call call) {
        var key = key(keyId, keys, call);
        var primary = key.regions().map(KmsKey.MultiRegion::primary);
        if (primary.filter(region -> !region.equals(call.region())).isPresent()) {
            throw KmsErrors.notPrimary(key.arn(call));
        }
        return key;
    }
}
