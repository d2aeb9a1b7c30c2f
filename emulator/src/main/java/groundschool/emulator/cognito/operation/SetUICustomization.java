package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.login.Look;
import java.util.Base64;
import java.util.Optional;

/// Sets how a pool's pages look, for all of its clients or for one.
///
/// Source:
/// [SetUICustomization](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html)
public record SetUICustomization(
        String userPoolId,
        Optional<String> clientId,
        Optional<String> cSS,
        Optional<byte[]> imageFile)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    private static final int MOST_IMAGE_BYTES = 100 * 1024;

    public record Response(LookDescription uICustomization) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        if (pool.pages().isEmpty()) {
            throw CognitoErrors.invalid(
                    "There has to be an existing domain associated with this user pool");
        }
        var client = clientId.filter(id -> !id.equals(Look.ALL));
        client.ifPresent(id -> pools.client(pool, id));
        cSS.ifPresent(Look::check);
        var before = pools.looks(pool).exactly(client.orElse(Look.ALL));
        var look =
                new Look(
                        client.orElse(Look.ALL),
                        cSS,
                        imageFile
                                .filter(bytes -> bytes.length > 0)
                                .map(SetUICustomization::logo)
                                .or(() -> before.flatMap(Look::logo)),
                        before.map(Look::createdAt).orElse(call.now()),
                        call.now());
        pools.looks(pool).put(look);
        return new Response(LookDescription.of(look, pool, call));
    }

    private static String logo(byte[] bytes) {
        if (bytes.length > MOST_IMAGE_BYTES) {
            throw CognitoErrors.invalid("The image is larger than 100 KB.");
        }
        var base64 = Base64.getEncoder().encodeToString(bytes);
        if (!base64.startsWith("iVBOR") && !base64.startsWith("/9j/")) {
            throw CognitoErrors.invalid("The image is neither PNG nor JPEG.");
        }
        return base64;
    }
}
