package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.kms.Alias;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What names aliases may have.
///
/// Source: [CreateAlias](https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html)
final class AliasNames {

    private AliasNames() {}

    /// @throws groundschool.emulator.AwsException if it is none that a customer can give
    static void check(String name) {
        if (name.startsWith(Alias.RESERVED)) {
            throw KmsErrors.reservedAlias();
        }
        if (!name.startsWith(Alias.PREFIX)) {
            throw KmsErrors.validation(
                    "Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        }
        var rest = name.substring(Alias.PREFIX.length());
        if (rest.isEmpty()) {
            throw KmsErrors.validation("Invalid identifier");
        }
        if (rest.contains(":")) {
            throw KmsErrors.validation(
                    "%s contains invalid characters for an alias".formatted(name));
        }
    }

    /// The key that an alias is to lead to.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static KmsKey target(String keyId, Keys keys, Call call) {
        if (keyId.startsWith(Alias.PREFIX) || keyId.contains(":" + Alias.PREFIX)) {
            throw KmsErrors.validation("Aliases must refer to keys. Not aliases");
        }
        var key = keys.named(keyId, call);
        key.requireKept(call);
        return key;
    }

    /// What IAM is asked of an alias and the key that it leads to.
    static List<Access> access(
            String action, String name, Optional<String> keyId, Keys keys, Call call) {
        var all = new ArrayList<Access>();
        all.add(Access.to("kms:" + action, call.arn("kms", name)));
        keyId.ifPresent(id -> all.add(KeyAccess.of(keys, call).to(action, id)));
        return all;
    }
}
