package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Alias;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;

/// Takes a name from a key.
///
/// Source: [DeleteAlias](https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html)
public record DeleteAlias(String aliasName) implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return AliasNames.access(
                "DeleteAlias",
                aliasName,
                keys.alias(aliasName, call).map(Alias::keyId),
                keys,
                call);
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        AliasNames.check(aliasName);
        keys.remove(
                keys.alias(aliasName, call)
                        .orElseThrow(() -> KmsErrors.aliasNotFound(call.arn("kms", aliasName))),
                call);
        return new Nothing();
    }
}
