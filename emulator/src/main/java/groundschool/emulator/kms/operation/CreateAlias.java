package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Alias;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Gives a key another name.
///
/// Source: [CreateAlias](https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html)
public record CreateAlias(String aliasName, String targetKeyId)
        implements KmsOperation, Operation<Keys> {

    private static final int MOST_OF_A_KEY = 50;

    @Override
    public List<Access> access(Keys keys, Call call) {
        return AliasNames.access("CreateAlias", aliasName, Optional.of(targetKeyId), keys, call);
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        AliasNames.check(aliasName);
        if (keys.alias(aliasName, call).isPresent()) {
            throw KmsErrors.aliasExists(call.arn("kms", aliasName));
        }
        var key = AliasNames.target(targetKeyId, keys, call);
        var others =
                keys.aliases(call).stream().filter(each -> each.keyId().equals(key.id())).count();
        if (others >= MOST_OF_A_KEY) {
            throw KmsErrors.limitExceeded(
                    "The request was rejected because a quota was exceeded: %d aliases of a key"
                            .formatted(MOST_OF_A_KEY));
        }
        keys.put(new Alias(aliasName, key.id(), call.now(), call.now()), call);
        return new Nothing();
    }
}
