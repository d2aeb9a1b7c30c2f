package groundschool.emulator.sts;

import groundschool.emulator.Principal;
import groundschool.emulator.cognitoidentity.CognitoIdentity;
import groundschool.emulator.cognitoidentity.Guests;
import groundschool.emulator.cognitoidentity.TokenKey;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.iam.OidcProviders;
import groundschool.emulator.iam.ThisMachine;
import groundschool.emulator.iam.identity.OidcProvider;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sts.operation.AssumeRoleWithWebIdentity;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who comes with a token of an identity provider.
///
/// Source: [OIDC
/// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc.html)
public final class WebIdentities {

    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::([0-9]{12}):role/.+");

    private final Sandboxes sandboxes;
    private final Guests guests;

    public WebIdentities(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
        this.guests = new Guests(sandboxes);
    }

    /// The sandbox that a request from outside is for: that of the role's account which has the
    /// token's provider, and the role if several have the provider.
    ///
    /// @throws AwsException if there is none
    public Sandbox sandbox(AssumeRoleWithWebIdentity asked) {
        var issuer = WebIdentityToken.of(asked.webIdentityToken()).issuer();
        var role = ROLE.matcher(asked.roleArn());
        if (!role.matches()) {
            throw StsErrors.invalidRequestArn();
        }
        var account = role.group(1);
        if (issuer.equals(TokenKey.ISSUER)) {
            var pool = WebIdentityToken.of(asked.webIdentityToken()).audience();
            return guests.ofPool(pool, account).orElseThrow(() -> StsErrors.noProvider(issuer));
        }
        var candidates =
                sandboxes.claimants(OidcProviders.claim(issuer), account).stream()
                        .map(sandboxes::open)
                        .filter(sandbox -> provider(sandbox, issuer).isPresent())
                        .toList();
        return candidates.stream()
                .filter(sandbox -> hasRole(sandbox, asked.roleArn()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .orElseThrow(() -> StsErrors.noProvider(issuer));
    }

    /// Whom the token vouches for.
    ///
    /// The provider is asked for its keys, so that no lock is to be held.
    ///
    /// @throws AwsException if it vouches for nobody
    public Principal.FederatedIdentity principal(AssumeRoleWithWebIdentity asked, Sandbox sandbox) {
        asked.providerId()
                .ifPresent(_ -> {
                    throw StsErrors.validation(
                            "Groundschool's emulator takes ID tokens of OpenID Connect only: leave ProviderId out.");
                });
        var token = WebIdentityToken.of(asked.webIdentityToken());
        if (token.issuer().equals(TokenKey.ISSUER)) {
            return ofIdentityPool(token, sandbox);
        }
        var provider =
                provider(sandbox, token.issuer())
                        .orElseThrow(() -> StsErrors.noProvider(token.issuer()));
        if (!ThisMachine.isAt(token.issuer())) {
            throw StsErrors.unreachableProvider(token.issuer());
        }
        token.verify(IssuerKeys.of(token.issuer()));
        token.checkTime(sandbox.clock().now());
        token.checkAudience(provider.clientIds());
        return token.principal(provider, sandbox.account());
    }

    /// Somebody with a token of an identity pool of the same sandbox.
    private static Principal.FederatedIdentity ofIdentityPool(
            WebIdentityToken token, Sandbox sandbox) {
        var pool = token.audience();
        var keys =
                sandbox.storage()
                        .transition(() -> {
                            var pools = sandbox.state(CognitoIdentity.SERVICE);
                            return pools.find(pool)
                                    .flatMap(_ -> pools.signer())
                                    .map(TokenKey::published);
                        });
        token.verify(keys.orElseThrow(StsErrors::noVerificationKey));
        token.checkTime(sandbox.clock().now());
        return token.principal(TokenKey.NAME, TokenKey.NAME, sandbox.account());
    }

    private static Optional<OidcProvider> provider(Sandbox sandbox, String issuer) {
        return sandbox.storage()
                .transition(() -> OidcProviders.in(sandbox.state(Iam.SERVICE)).of(issuer));
    }

    private static boolean hasRole(Sandbox sandbox, String arn) {
        var name = arn.substring(arn.lastIndexOf('/') + 1);
        return sandbox.storage()
                .transition(() ->
                        sandbox.state(Iam.SERVICE)
                                .role(name)
                                .filter(role -> role.arn(sandbox.account()).equals(arn))
                                .isPresent());
    }
}
