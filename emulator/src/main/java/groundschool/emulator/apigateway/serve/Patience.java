package groundschool.emulator.apigateway.serve;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Waits for an answer only so long. What is asked goes on, but nobody listens any more.
public final class Patience {

    private Patience() {}

    /// @throws Trouble if it takes longer, or what the question throws
    public static Outgoing within(Duration limit, Supplier<Outgoing> question) {
        var answer = new CompletableFuture<Outgoing>();
        Thread.ofVirtual()
                .name("integration")
                .start(() -> {
                    try {
                        answer.complete(question.get());
                    } catch (RuntimeException | Error failure) {
                        answer.completeExceptionally(failure);
                    }
                });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw Trouble.timedOut();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Trouble.timedOut();
        }
    }
}
