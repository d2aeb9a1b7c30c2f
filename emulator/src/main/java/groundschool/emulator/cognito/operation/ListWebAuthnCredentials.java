package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.passkey.Passkey;
import groundschool.emulator.cognito.token.Verified;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the passkeys of whoever asks, the oldest first.
///
/// Source:
/// [ListWebAuthnCredentials](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListWebAuthnCredentials.html)
public record ListWebAuthnCredentials(
        String accessToken, Optional<String> nextToken, Optional<Integer> maxResults)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    private static final int USUAL = 20;

    public record Response(List<Listed> credentials, Optional<String> nextToken) {}

    record Listed(
            String credentialId,
            String friendlyCredentialName,
            String relyingPartyId,
            Optional<String> authenticatorAttachment,
            List<String> authenticatorTransports,
            Instant createdAt) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        var page =
                Pages.of(
                        pools.passkeys(holder.pool()).of(holder.user()),
                        Passkey::id,
                        nextToken,
                        maxResults.filter(most -> most > 0).orElse(USUAL));
        return new Response(
                page.entries().stream()
                        .map(each ->
                                new Listed(
                                        each.id(),
                                        each.friendlyName(),
                                        each.relyingPartyId(),
                                        each.attachment(),
                                        each.transports(),
                                        each.createdAt()))
                        .toList(),
                page.next());
    }
}
