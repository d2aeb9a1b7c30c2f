package groundschool.emulator.s3.object;

import groundschool.emulator.sandbox.StorageException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What is computed of an upload's bytes while they pass, all in one go. The MD5 takes longer than
/// all else together: of a long upload it is computed beside the rest, on a thread of its own.
final class Hashing {

    /// Up to here another thread would cost more than it brings.
    private static final long ALONE_BYTES = 1024 * 1024;

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final MessageDigest md5 = ChecksumAlgorithm.digest("MD5");
    private final ChecksumAlgorithm.Running sum;
    private final Optional<ChecksumAlgorithm.Running> further;
    private final int bufferBytes;
    private final byte[][] buffers = new byte[2][0];
    private int turn;
    private Optional<Future<?>> underWay = Optional.empty();
    private long seen;

    /// @param kept a further algorithm, if it is another
    Hashing(ChecksumAlgorithm algorithm, ChecksumAlgorithm kept, int bufferBytes) {
        this.sum = algorithm.begin();
        this.further = kept == algorithm ? Optional.empty() : Optional.of(kept.begin());
        this.bufferBytes = bufferBytes;
    }

    /// Where the next bytes go. What is in it stays until the next are asked for.
    byte[] buffer() {
        if (underWay.isPresent()) {
            turn = 1 - turn;
        }
        if (buffers[turn].length == 0) {
            buffers[turn] = new byte[bufferBytes];
        }
        return buffers[turn];
    }

    /// Takes the bytes that are in the buffer now.
    void take(int count) {
        join();
        var buffer = buffers[turn];
        seen += count;
        if (seen > ALONE_BYTES) {
            underWay = Optional.of(THREADS.submit(() -> md5.update(buffer, 0, count)));
        } else {
            md5.update(buffer, 0, count);
        }
        sum.update(buffer, 0, count);
        further.ifPresent(each -> each.update(buffer, 0, count));
    }

    private void join() {
        try {
            if (underWay.isPresent()) {
                underWay.get().get();
            }
            underWay = Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("An upload was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] md5() {
        join();
        return md5.digest();
    }

    byte[] checksum() {
        return sum.value();
    }

    /// The value of the further algorithm, if there is one.
    Optional<byte[]> further() {
        return further.map(ChecksumAlgorithm.Running::value);
    }
}
