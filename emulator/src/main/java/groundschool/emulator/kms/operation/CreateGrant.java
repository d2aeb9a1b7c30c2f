package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Grant;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Lets somebody do certain things with a key, besides what policies say.
///
/// Source: [CreateGrant](https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html)
public record CreateGrant(
        String keyId,
        Optional<String> granteePrincipal,
        Optional<String> retiringPrincipal,
        List<String> operations,
        Optional<GrantConstraints> constraints,
        Optional<List<String>> grantTokens,
        Optional<String> name,
        Optional<Boolean> dryRun,
        Optional<String> granteeServicePrincipal,
        Optional<String> retiringServicePrincipal)
        implements KmsOperation, Operation<Keys> {

    /// "50,000 grants for each KMS key"; this is for a sandbox.
    private static final int MOST = 5_000;

    public record Response(String grantToken, String grantId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        var access =
                KeyAccess.of(keys, call)
                        .withAll("kms:GrantOperations", operations)
                        .with("kms:GrantIsForAWSResource", false);
        granteePrincipal.ifPresent(arn -> access.with("kms:GranteePrincipal", arn));
        granteeServicePrincipal.ifPresent(one -> access.with("kms:GranteeServicePrincipal", one));
        retiringPrincipal.ifPresent(arn -> access.with("kms:RetiringPrincipal", arn));
        retiringServicePrincipal.ifPresent(one -> access.with("kms:RetiringServicePrincipal", one));
        constraints.ifPresent(limits -> {
            limits.encryptionContextSubset()
                    .ifPresent(
                            _ -> access.with("kms:GrantConstraintType", "EncryptionContextSubset"));
            limits.encryptionContextEquals()
                    .ifPresent(
                            _ -> access.with("kms:GrantConstraintType", "EncryptionContextEquals"));
            limits.sourceArn().ifPresent(arn -> access.with("kms:GrantConstraintSourceArn", arn));
        });
        return List.of(access.to("CreateGrant", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.managed(keyId, call);
        key.requireEnabled(call);
        if (granteePrincipal.isPresent() == granteeServicePrincipal.isPresent()) {
            throw KmsErrors.validation(
                    "You must specify either GranteePrincipal or GranteeServicePrincipal.");
        }
        granteePrincipal.ifPresent(keys.rules()::checkPrincipal);
        retiringPrincipal.ifPresent(keys.rules()::checkPrincipal);
        if (keys.allGrants(call).size() >= MOST) {
            throw KmsErrors.limitExceeded(
                    "The request was rejected because a quota was exceeded: %d grants"
                            .formatted(MOST));
        }
        DryRun.check(dryRun);
        var grant = grant(key, call);
        // "If the name is not unique … the grant is created once": the same request, the same
        // grant.
        var same =
                keys.grants(key, call).stream()
                        .filter(each -> name.isPresent() && isSame(each, grant))
                        .findFirst();
        var kept = same.orElse(grant);
        keys.put(kept, call);
        return new Response(kept.token(), kept.id());
    }

    private Grant grant(KmsKey key, Call call) {
        return new Grant(
                HexFormat.of().formatHex(KeyMaterial.random(32)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(KeyMaterial.random(96)),
                key.id(),
                name,
                call.now(),
                granteePrincipal,
                granteeServicePrincipal,
                retiringPrincipal,
                retiringServicePrincipal,
                operations.stream().distinct().toList(),
                constraints.flatMap(GrantConstraints::encryptionContextSubset),
                constraints.flatMap(GrantConstraints::encryptionContextEquals),
                constraints.flatMap(GrantConstraints::sourceArn));
    }

    private static boolean isSame(Grant one, Grant other) {
        return one.name().equals(other.name())
                && one.grantee().equals(other.grantee())
                && one.granteeService().equals(other.granteeService())
                && one.retiring().equals(other.retiring())
                && one.retiringService().equals(other.retiringService())
                && one.operations().equals(other.operations())
                && one.subset().equals(other.subset())
                && one.equals().equals(other.equals())
                && one.sourceArn().equals(other.sourceArn());
    }
}
