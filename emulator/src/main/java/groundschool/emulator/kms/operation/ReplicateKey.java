package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyPolicy;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import groundschool.emulator.kms.NewKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a copy of a multi-Region key in another Region, which decrypts what the others encrypt.
///
/// Source:
/// [ReplicateKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html)
public record ReplicateKey(
        String keyId,
        String replicaRegion,
        Optional<String> policy,
        Optional<Boolean> bypassPolicyLockoutSafetyCheck,
        Optional<String> description,
        Optional<List<Tag>> tags)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            KeyMetadata replicaKeyMetadata, String replicaPolicy, List<Tag> replicaTags) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        var create = KeyAccess.of(keys, call);
        tags.ifPresent(all -> Tag.conditions(all, create));
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:ReplicaRegion", replicaRegion)
                        .to("ReplicateKey", keyId),
                create.toAnything("CreateKey"));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireEnabled(call);
        var regions =
                key.regions()
                        .filter(all -> all.primary().equals(call.region()))
                        .orElseThrow(() -> KmsErrors.notPrimary(key.arn(call)));
        var there = call.in(replicaRegion);
        if (replicaRegion.equals(regions.primary()) || regions.replicas().contains(replicaRegion)) {
            throw KmsErrors.replicaExists(key.arn(there));
        }
        policy.ifPresent(document ->
                keys.rules().check(document, bypassPolicyLockoutSafetyCheck.orElse(false), call));
        var labels = Tag.added(Map.of(), tags.orElse(List.of()));
        var replica =
                NewKeys.replica(
                        key,
                        description.orElse(""),
                        policy.orElse(KeyPolicy.standard(call.account())),
                        labels,
                        call.now());
        keys.add(replica, there);
        var all = new ArrayList<>(regions.replicas());
        all.add(replicaRegion);
        keys.spread(key, new KmsKey.MultiRegion(regions.primary(), all), call);
        var made = keys.copy(key, there).orElseThrow();
        return new Response(
                KeyMetadata.of(made, there).creating(), made.policy(), tags.orElse(List.of()));
    }
}
