package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KeyPolicy;
import groundschool.emulator.kms.KeySpec;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import groundschool.emulator.kms.NewKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a key. Making a pair takes a while, so that it waits for nobody else.
///
/// Source: [CreateKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html)
public record CreateKey(
        Optional<String> policy,
        Optional<String> description,
        Optional<KeyUsage> keyUsage,
        Optional<String> customerMasterKeySpec,
        Optional<String> keySpec,
        Optional<String> origin,
        Optional<Object> customKeyStoreId,
        Optional<Boolean> bypassPolicyLockoutSafetyCheck,
        Optional<List<Tag>> tags,
        Optional<Boolean> multiRegion,
        Optional<Object> xksKeyId)
        implements KmsOperation, Interaction<Keys> {

    public record Response(KeyMetadata keyMetadata) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        var asked =
                KeyAccess.of(keys, call)
                        .with("kms:CallerAccount", call.account())
                        .with("kms:KeySpec", specName())
                        .with("kms:KeyUsage", keyUsage.orElse(KeyUsage.ENCRYPT_DECRYPT))
                        .with("kms:KeyOrigin", origin.orElse("AWS_KMS"))
                        .with("kms:MultiRegion", multiRegion.orElse(false))
                        .with(
                                "kms:BypassPolicyLockoutSafetyCheck",
                                bypassPolicyLockoutSafetyCheck.orElse(false));
        tags.ifPresent(all -> Tag.conditions(all, asked));
        var create = asked.toAnything("CreateKey");
        return tags.filter(all -> !all.isEmpty()).isPresent()
                ? List.of(create, asked.toAnything("TagResource"))
                : List.of(create);
    }

    @Override
    public Response run(Turn<Keys> turn, Call call) {
        var isExternal = origin.equals(Optional.of("EXTERNAL"));
        KmsErrors.refuse(
                "Origin " + origin.orElse(""),
                !isExternal && !origin.orElse("AWS_KMS").equals("AWS_KMS"));
        KmsErrors.refuse("CustomKeyStoreId", customKeyStoreId.isPresent());
        KmsErrors.refuse("XksKeyId", xksKeyId.isPresent());
        var isSpread = multiRegion.orElse(false);
        KmsErrors.refuse("MultiRegion keys with imported key material", isSpread && isExternal);
        var spec = spec();
        var usage = usage(spec);
        var labels = Tag.added(Map.of(), tags.orElse(List.of()));
        var material =
                isExternal
                        ? Optional.<KeyMaterial>empty()
                        : Optional.of(KeyMaterial.fresh(spec, call.now()));
        return turn.transition(keys -> {
            policy.ifPresent(document ->
                    keys.rules()
                            .check(document, bypassPolicyLockoutSafetyCheck.orElse(false), call));
            var key =
                    NewKeys.fresh(
                            isSpread ? Keys.newMultiRegionId(call) : Keys.newId(call),
                            description.orElse(""),
                            spec,
                            usage,
                            policy.orElse(KeyPolicy.standard(call.account())),
                            labels,
                            material,
                            isSpread
                                    ? Optional.of(new KmsKey.MultiRegion(call.region(), List.of()))
                                    : Optional.empty(),
                            call.now());
            keys.add(key, call);
            return new Response(KeyMetadata.of(key, call));
        });
    }

    private String specName() {
        return keySpec.or(() -> customerMasterKeySpec).orElse("SYMMETRIC_DEFAULT");
    }

    private KeySpec spec() {
        if (keySpec.isPresent() && customerMasterKeySpec.isPresent()) {
            throw KmsErrors.validation(
                    "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.");
        }
        return KeySpec.named(specName());
    }

    private KeyUsage usage(KeySpec spec) {
        if (keyUsage.isEmpty() && !spec.isSymmetric()) {
            throw KmsErrors.validation(
                    "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
        }
        var usage = keyUsage.orElse(KeyUsage.ENCRYPT_DECRYPT);
        if (!spec.allows(usage)) {
            throw KmsErrors.validation(
                    "KeyUsage %s is not compatible with KeySpec %s".formatted(usage, spec));
        }
        return usage;
    }
}
