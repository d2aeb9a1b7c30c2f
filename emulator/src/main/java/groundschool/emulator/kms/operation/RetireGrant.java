package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Grant;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Gives back what was granted, by whom the grant names for that.
///
/// Source: [RetireGrant](https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html)
public record RetireGrant(
        Optional<String> grantToken,
        Optional<String> keyId,
        Optional<String> grantId,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                find(keys, call)
                        .flatMap(grant ->
                                keys.find(grant.keyId(), call)
                                        .map(key -> KeyAccess.of(keys, call).toRetire(grant, key)))
                        .or(() -> keyId.map(id -> KeyAccess.of(keys, call).to("RetireGrant", id)))
                        .orElseGet(() -> KeyAccess.of(keys, call).toAnything("RetireGrant")));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        if (grantToken.isPresent() == (keyId.isPresent() && grantId.isPresent())) {
            throw KmsErrors.validation(
                    "You must specify either a GrantToken or a KeyId and GrantId.");
        }
        var grant =
                find(keys, call)
                        .orElseThrow(() ->
                                grantId.map(KmsErrors::grantNotFound)
                                        .orElseGet(KmsErrors::invalidGrantToken));
        DryRun.check(dryRun);
        keys.remove(grant, call);
        return new Nothing();
    }

    private Optional<Grant> find(Keys keys, Call call) {
        return keys.allGrants(call).stream()
                .filter(each ->
                        grantToken.isPresent()
                                ? each.token().equals(grantToken.get())
                                : grantId.map(each.id()::equals).orElse(false)
                                        && keyId.map(id -> id.endsWith(each.keyId())).orElse(false))
                .findFirst();
    }
}
