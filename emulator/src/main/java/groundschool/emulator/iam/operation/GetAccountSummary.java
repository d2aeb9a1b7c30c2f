package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.OidcProviders;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.mfa.MfaDevices;
import groundschool.emulator.iam.saml.SamlProviders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Counts what there is in the account, and says how much there may be.
///
/// Source:
/// [GetAccountSummary](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html)
public record GetAccountSummary() implements IamOperation {

    /// Of what the emulator has none.
    private static final Map<String, Integer> NOT_HERE =
            Map.of(
                    "AccountMFAEnabled", 0,
                    "AccountPasswordPresent", 0);

    private static final Map<String, Integer> QUOTAS =
            Map.ofEntries(
                    Map.entry("AccessKeysPerUserQuota", Quotas.ACCESS_KEYS_PER_USER),
                    Map.entry("AssumeRolePolicySizeQuota", Quotas.TRUST_POLICY_CHARACTERS),
                    Map.entry("AttachedPoliciesPerGroupQuota", Quotas.ATTACHED_PER_ENTITY),
                    Map.entry("AttachedPoliciesPerRoleQuota", Quotas.ATTACHED_PER_ENTITY),
                    Map.entry("AttachedPoliciesPerUserQuota", Quotas.ATTACHED_PER_ENTITY),
                    Map.entry("GroupPolicySizeQuota", Quotas.GROUP_POLICY_CHARACTERS),
                    Map.entry("GroupsPerUserQuota", Quotas.GROUPS_PER_USER),
                    Map.entry("GroupsQuota", Quotas.GROUPS),
                    Map.entry("InstanceProfilesQuota", Quotas.INSTANCE_PROFILES),
                    Map.entry("PoliciesQuota", Quotas.POLICIES),
                    Map.entry("PolicySizeQuota", Quotas.POLICY_CHARACTERS),
                    Map.entry("PolicyVersionsInUseQuota", Quotas.VERSIONS_IN_USE),
                    Map.entry("RolePolicySizeQuota", Quotas.ROLE_POLICY_CHARACTERS),
                    Map.entry("RolesQuota", Quotas.ROLES),
                    Map.entry("ServerCertificatesQuota", Quotas.SERVER_CERTIFICATES),
                    Map.entry(
                            "SigningCertificatesPerUserQuota",
                            Quotas.SIGNING_CERTIFICATES_PER_USER),
                    Map.entry("UserPolicySizeQuota", Quotas.USER_POLICY_CHARACTERS),
                    Map.entry("UsersQuota", Quotas.USERS),
                    Map.entry("VersionsPerPolicyQuota", Quotas.VERSIONS_PER_POLICY));

    private static final int USUAL_TOKEN_VERSION = 1;

    public record Response(Map<String, Integer> summaryMap) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:GetAccountSummary");
    }

    @Override
    public Response run(Identities identities, Call call) {
        var counts = new TreeMap<String, Integer>();
        counts.put("Users", count(identities.users()));
        counts.put("Groups", count(identities.groups()));
        counts.put("Roles", count(identities.roles()));
        counts.put("Policies", count(identities.policies()));
        counts.put(
                "PolicyVersionsInUse",
                identities.policies().mapToInt(policy -> policy.versions().size()).sum());
        counts.put("InstanceProfiles", count(identities.profiles()));
        var devices = MfaDevices.in(identities);
        counts.put("MFADevices", count(devices.all()));
        counts.put(
                "MFADevicesInUse",
                count(devices.all().filter(device -> device.enabled().isPresent())));
        counts.put("AccountAccessKeysPresent", identities.keysOf("").findAny().isPresent() ? 1 : 0);
        counts.put(
                "Providers",
                count(OidcProviders.in(identities).all()) + SamlProviders.in(identities).size());
        var credentials = Credentials.in(identities);
        counts.put(
                "AccountSigningCertificatesPresent",
                credentials.signingCertificatesOf("").findAny().isPresent() ? 1 : 0);
        counts.put("ServerCertificates", count(credentials.serverCertificates()));
        counts.put(
                "GlobalEndpointTokenVersion",
                identities.settings().tokenVersion().orElse(USUAL_TOKEN_VERSION));
        counts.putAll(NOT_HERE);
        counts.putAll(QUOTAS);
        return new Response(counts);
    }

    private static int count(Stream<?> all) {
        return (int) all.count();
    }
}
