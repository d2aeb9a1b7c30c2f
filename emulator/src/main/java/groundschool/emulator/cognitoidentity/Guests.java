package groundschool.emulator.cognitoidentity;

import groundschool.emulator.cognitoidentity.operation.GuestOperation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import java.util.List;
import java.util.Optional;

/// Finds the sandbox of whoever calls without a signature, by the ID of a pool or an identity.
public final class Guests {

    private final Sandboxes sandboxes;

    public Guests(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /// The sandbox that a request from outside is for.
    ///
    /// @throws groundschool.emulator.AwsException if none has what it names
    public Sandbox sandbox(GuestOperation asked) {
        return PoolIds.claim(asked.named()).map(sandboxes::claimants).orElse(List.of()).stream()
                .map(sandboxes::open)
                .filter(sandbox -> isIn(sandbox, asked.named()))
                .findFirst()
                .orElseThrow(asked::nowhere);
    }

    /// The sandbox of an account that has a pool.
    public Optional<Sandbox> ofPool(String poolId, String account) {
        return PoolIds.claim(poolId)
                .map(claim -> sandboxes.claimants(claim, account))
                .orElse(List.of())
                .stream()
                .map(sandboxes::open)
                .filter(sandbox -> isIn(sandbox, poolId))
                .findFirst();
    }

    private static boolean isIn(Sandbox sandbox, String id) {
        return sandbox.storage()
                .transition(() -> {
                    var pools = sandbox.state(CognitoIdentity.SERVICE);
                    return pools.find(id).isPresent() || pools.findIdentity(id).isPresent();
                });
    }
}
