package groundschool.emulator.kms;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What IAM is asked about a key: with its policy, and the grants that fit.
///
/// Source: [Condition keys for
/// KMS](https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html)
public final class KeyAccess {

    private final Keys keys;
    private final Call call;
    private final Map<String, List<String>> conditions = new HashMap<>();
    private Map<String, String> context = Map.of();

    private KeyAccess(Keys keys, Call call) {
        this.keys = keys;
        this.call = call;
    }

    public static KeyAccess of(Keys keys, Call call) {
        return new KeyAccess(keys, call);
    }

    /// The same with another condition key.
    public KeyAccess with(String key, Object value) {
        conditions.put(key, List.of(String.valueOf(value)));
        return this;
    }

    /// The same with a condition key of several values.
    public KeyAccess withAll(String key, List<String> values) {
        conditions.put(key, values);
        return this;
    }

    /// The same with an encryption context.
    public KeyAccess in(Optional<Map<String, String>> encryptionContext) {
        context = encryptionContext.orElse(Map.of());
        context.forEach((key, value) -> with("kms:EncryptionContext:" + key, value));
        if (!context.isEmpty()) {
            conditions.put("kms:EncryptionContextKeys", List.copyOf(context.keySet()));
        }
        return this;
    }

    /// What is asked.
    ///
    /// @param operation such as `Decrypt`
    /// @param keyId as the request names the key, which need not be there
    /// @throws groundschool.emulator.AwsException if the key is another account's
    public Access to(String operation, String keyId) {
        var name = KeyName.of(keyId, call);
        var action = "kms:" + operation;
        if (!name.account().equals(call.account())) {
            throw KmsErrors.otherAccount(action, name.arn(), call);
        }
        name.alias().ifPresent(alias -> with("kms:RequestAlias", alias));
        return found(keyId)
                .map(key -> to(operation, key))
                .orElseGet(() -> new Access(action, name.arn(), conditions));
    }

    /// What is asked where no key is meant.
    public Access toAnything(String operation) {
        return new Access("kms:" + operation, "*", conditions);
    }

    /// The same, of a key that was found.
    public Access to(String operation, KmsKey key) {
        var action = "kms:" + operation;
        about(key);
        var source =
                call.principal() instanceof Principal.AwsService service
                        ? Optional.of(service.sourceArn())
                        : Optional.<String>empty();
        var grants =
                keys.grants(key, call).stream()
                        .filter(grant -> grant.fits(operation, context, source))
                        .toList();
        return new Access(action, key.arn(call), conditions)
                .keptBy(KeyPolicy.with(grants, key.policy(), action));
    }

    /// The question whether somebody may give a grant back.
    public Access toRetire(Grant grant, KmsKey key) {
        about(key);
        return new Access("kms:RetireGrant", key.arn(call), conditions)
                .keptBy(KeyPolicy.retiring(grant, key.policy(), call.account()));
    }

    private void about(KmsKey key) {
        with("kms:CallerAccount", call.account());
        with("kms:KeyOrigin", key.origin());
        with("kms:KeySpec", key.spec());
        with("kms:KeyUsage", key.usage());
        with("kms:MultiRegion", key.regions().isPresent());
        key.regions()
                .ifPresent(regions ->
                        with(
                                "kms:MultiRegionKeyType",
                                regions.primary().equals(call.region()) ? "PRIMARY" : "REPLICA"));
        key.tags().forEach((tag, value) -> with("aws:ResourceTag/" + tag, value));
        var aliases =
                keys.aliases(call).stream()
                        .filter(alias -> alias.keyId().equals(key.id()))
                        .map(Alias::name)
                        .toList();
        if (!aliases.isEmpty()) {
            conditions.put("kms:ResourceAliases", aliases);
        }
    }

    /// Names that cannot be any key's are the operation's to refuse, once IAM has been asked.
    private Optional<KmsKey> found(String keyId) {
        try {
            return keys.find(keyId, call);
        } catch (AwsException noName) {
            return Optional.empty();
        }
    }
}
