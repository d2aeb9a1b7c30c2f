package groundschool.emulator.iam;

import groundschool.emulator.Access;
import groundschool.emulator.Caller;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.policy.RequestContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What every request has that conditions may test, besides what its operation says.
///
/// Unlike AWS, `aws:SecureTransport` is always true: the emulator's port stands for AWS's, where
/// clients come by HTTPS, and has no certificate itself. Were it false, the policies that people
/// practise with, which deny whatever is not HTTPS, would deny them everything. `aws:SourceIp` is
/// the client's address; within this process it is this machine's.
///
/// Source: [Global condition
/// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html)
final class RequestKeys {

    private RequestKeys() {}

    static RequestContext of(Caller caller, Access access, Identities identities) {
        return RequestContext.lazily(() -> all(caller, access, identities));
    }

    private static Map<String, List<String>> all(
            Caller caller, Access access, Identities identities) {
        var keys = new HashMap<String, List<String>>();
        var now = caller.sandbox().clock().now();
        var principal = caller.principal();
        put(keys, "aws:CurrentTime", now.truncatedTo(ChronoUnit.SECONDS));
        put(keys, "aws:EpochTime", now.getEpochSecond());
        put(keys, "aws:RequestedRegion", caller.region());
        put(keys, "aws:ResourceAccount", caller.sandbox().account());
        put(keys, "aws:SecureTransport", true);
        put(keys, "aws:SourceIp", caller.source());
        put(keys, "aws:ViaAWSService", caller.via().isPresent());
        caller.via()
                .ifPresent(service -> {
                    var name = service + ".amazonaws.com";
                    put(keys, "aws:CalledVia", name);
                    put(keys, "aws:CalledViaFirst", name);
                    put(keys, "aws:CalledViaLast", name);
                    put(
                            keys,
                            "kms:ViaService",
                            "%s.%s.amazonaws.com".formatted(service, caller.region()));
                });
        if (!caller.userAgent().isEmpty()) {
            put(keys, "aws:UserAgent", caller.userAgent());
        }
        if (principal instanceof Principal.FederatedIdentity identity) {
            put(keys, "aws:FederatedProvider", identity.provider());
            keys.putAll(identity.claims());
        } else if (!(principal instanceof Principal.Anonymous)) {
            ofPrincipal(keys, principal, identities);
            ofSession(keys, principal, now);
        }
        keys.putAll(caller.said());
        keys.putAll(access.conditionKeys());
        return keys;
    }

    private static void ofPrincipal(
            Map<String, List<String>> keys, Principal principal, Identities identities) {
        put(keys, "aws:PrincipalAccount", principal.account());
        put(keys, "aws:userid", principal.userId());
        put(keys, "aws:PrincipalIsAWSService", principal instanceof Principal.AwsService);
        put(
                keys,
                "aws:PrincipalArn",
                principal instanceof Principal.RoleSession session
                        ? session.roleArn()
                        : principal.arn());
        put(
                keys,
                "aws:PrincipalType",
                switch (principal) {
                    case Principal.Root _ -> "Account";
                    case Principal.User _ -> "User";
                    case Principal.RoleSession _ -> "AssumedRole";
                    case Principal.FederatedUser _ -> "FederatedUser";
                    case Principal.FederatedIdentity _, Principal.Anonymous _ -> "Anonymous";
                    case Principal.AwsService _ -> "AWSService";
                    case Principal.Inspector _ -> "Account";
                });
        if (principal instanceof Principal.AwsService service) {
            put(keys, "aws:PrincipalServiceName", service.name());
            put(keys, "aws:SourceArn", service.sourceArn());
            put(keys, "aws:SourceAccount", service.account());
        }
        if (principal instanceof Principal.User user) {
            put(keys, "aws:username", user.name());
        }
        identities
                .permissions()
                .tagsOf(principal)
                .forEach((key, value) -> put(keys, "aws:PrincipalTag/" + key, value));
    }

    private static void ofSession(
            Map<String, List<String>> keys, Principal principal, Instant now) {
        principal
                .session()
                .ifPresent(session -> {
                    put(
                            keys,
                            "aws:TokenIssueTime",
                            session.issuedAt().truncatedTo(ChronoUnit.SECONDS));
                    put(keys, "aws:MultiFactorAuthPresent", session.mfa());
                    if (session.mfa()) {
                        put(
                                keys,
                                "aws:MultiFactorAuthAge",
                                Duration.between(session.issuedAt(), now).toSeconds());
                    }
                    session.sourceIdentity()
                            .ifPresent(identity -> put(keys, "aws:SourceIdentity", identity));
                    session.provider()
                            .ifPresent(provider -> put(keys, "aws:FederatedProvider", provider));
                    keys.putAll(session.claims());
                });
    }

    private static void put(Map<String, List<String>> keys, String key, Object value) {
        keys.put(key, List.of(value.toString()));
    }
}
