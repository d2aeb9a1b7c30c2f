package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Alias;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has an alias lead to another key of the same kind.
///
/// Source: [UpdateAlias](https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html)
public record UpdateAlias(String aliasName, String targetKeyId)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        var access =
                new ArrayList<>(
                        AliasNames.access(
                                "UpdateAlias", aliasName, Optional.of(targetKeyId), keys, call));
        keys.alias(aliasName, call)
                .flatMap(alias -> keys.find(alias.keyId(), call))
                .ifPresent(old -> access.add(KeyAccess.of(keys, call).to("UpdateAlias", old)));
        return access;
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        AliasNames.check(aliasName);
        var alias =
                keys.alias(aliasName, call)
                        .orElseThrow(() -> KmsErrors.aliasNotFound(call.arn("kms", aliasName)));
        var key = AliasNames.target(targetKeyId, keys, call);
        var before = keys.named(alias.keyId(), call);
        if (before.spec().isSymmetric() != key.spec().isSymmetric()
                || before.usage() != key.usage()) {
            throw KmsErrors.validation(
                    "The new key must be the same type as the current key: %s, %s"
                            .formatted(before.spec(), before.usage()));
        }
        keys.put(new Alias(aliasName, key.id(), alias.createdAt(), call.now()), call);
        return new Nothing();
    }
}
