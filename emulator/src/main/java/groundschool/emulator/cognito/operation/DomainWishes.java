package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.LoginDomain;
import groundschool.emulator.cognito.pool.Pool;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What an owner wants of a pool's domain.
///
/// Source: [Using your own domain for managed
/// login](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html)
final class DomainWishes {

    private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");
    private static final Pattern PREFIX =
            Pattern.compile("^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$");
    private static final Pattern CUSTOM =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:aws[\\w-]*:acm:us-east-1:\\d{12}:certificate/[\\w-]+");

    private DomainWishes() {}

    static void refuse(Optional<Object> routing) {
        routing.ifPresent(_ -> {
            throw CognitoErrors.notYet(
                    "domains that fail over to another Region (Routing), which need health checks of Route 53");
        });
    }

    /// A prefix is held to the model's pattern; a domain of an owner's is a whole name.
    static void checkName(String domain, Optional<LoginDomain.Custom> custom) {
        if (custom.isPresent()) {
            checkCertificate(custom.get());
            if (!CUSTOM.matcher(domain).matches()) {
                throw CognitoErrors.invalid("Custom domain is not a valid subdomain: " + domain);
            }
            return;
        }
        if (!PREFIX.matcher(domain).matches()) {
            throw CognitoErrors.invalid(
                    "1 validation error detected: Value '%s' at 'domain' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                            .formatted(domain, PREFIX.pattern()));
        }
        for (var word : RESERVED) {
            if (domain.contains(word)) {
                throw CognitoErrors.invalid("Domain cannot contain reserved word: " + word);
            }
        }
    }

    static void checkCertificate(LoginDomain.Custom custom) {
        if (!CERTIFICATE.matcher(custom.certificateArn()).matches()) {
            throw CognitoErrors.invalid(
                    "The certificate of a custom domain must be one of Certificate Manager in us-east-1, not %s."
                            .formatted(custom.certificateArn()));
        }
    }

    /// "Managed login requires that your user pool be configured for any feature plan other than
    /// Lite."
    static void checkVersion(Optional<Integer> version, Pool pool) {
        if (version.filter(each -> each < 1 || each > 2).isPresent()) {
            throw CognitoErrors.invalid("ManagedLoginVersion must be 1 or 2.");
        }
        if (version.equals(Optional.of(2)) && pool.settings().userPoolTier().equals("LITE")) {
            throw CognitoErrors.notInTier("Managed Login", "LITE");
        }
    }

    /// A pool that has managed login keeps a tier that has it.
    static void checkTier(String tier, Pool pool, UserPools pools) {
        var isManaged =
                Stream.of(pool.domain(), pool.customDomain())
                        .flatMap(Optional::stream)
                        .map(name -> of(pool, name, pools))
                        .anyMatch(LoginDomain::isManaged);
        if (isManaged && tier.equals("LITE")) {
            throw CognitoErrors.notInTier("Managed Login", tier);
        }
    }

    /// The domain of that name, which is the pool's.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static LoginDomain of(Pool pool, String name, UserPools pools) {
        return pools.domains()
                .get(LoginDomain.key(pool.region(), name))
                .filter(known -> known.userPoolId().equals(pool.id()))
                .orElseThrow(() -> CognitoErrors.invalid("No such domain or user pool exists."));
    }
}
