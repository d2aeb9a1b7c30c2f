package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPool.MappingRule;
import groundschool.emulator.cognitoidentity.IdentityPool.RoleMapping;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.TokenKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says which roles people of a pool get.
///
/// Source:
/// [SetIdentityPoolRoles](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html)
public record SetIdentityPoolRoles(
        String identityPoolId,
        Map<String, String> roles,
        Optional<Map<String, RoleMapping>> roleMappings)
        implements CognitoIdentityOperation, Operation<IdentityPools> {

    private static final int MOST_RULES = 25;

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        var all = new ArrayList<Access>();
        all.add(PoolAccess.toIdentity("SetIdentityPoolRoles", Optional.of(identityPoolId), call));
        Stream.concat(roles.values().stream(), mappedRoles())
                .distinct()
                .map(role ->
                        new Access(
                                "iam:PassRole",
                                role,
                                Map.of("iam:PassedToService", List.of(TokenKey.NAME))))
                .forEach(all::add);
        return all;
    }

    @Override
    public Nothing run(IdentityPools pools, Call call) {
        var pool = pools.pool(identityPoolId, call);
        roleMappings.orElse(Map.of()).values().forEach(SetIdentityPoolRoles::check);
        pools.put(pool.giving(roles, roleMappings.orElse(Map.of())));
        return new Nothing();
    }

    private Stream<String> mappedRoles() {
        return roleMappings.orElse(Map.of()).values().stream()
                .flatMap(mapping -> mapping.rulesConfiguration().stream())
                .flatMap(rules -> rules.rules().stream())
                .map(MappingRule::roleARN);
    }

    private static void check(RoleMapping mapping) {
        if (mapping.ambiguousRoleResolution().isEmpty()) {
            throw CognitoIdentityErrors.invalidParameter(
                    "AmbiguousRoleResolution is required for a role mapping of type %s."
                            .formatted(mapping.type()));
        }
        if (mapping.type().equals("Rules") != mapping.rulesConfiguration().isPresent()) {
            throw CognitoIdentityErrors.invalidParameter(
                    "RulesConfiguration is required for role mappings of type Rules, and for no others.");
        }
        var rules = mapping.rulesConfiguration().map(all -> all.rules().size()).orElse(0);
        if (rules > MOST_RULES) {
            throw CognitoIdentityErrors.limitExceeded(
                    "A role mapping has %d rules at most.".formatted(MOST_RULES));
        }
    }
}
