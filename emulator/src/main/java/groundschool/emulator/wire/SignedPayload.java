package groundschool.emulator.wire;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request's body as its signature has it: what does not match is refused at its end, or at the
/// end of the chunk, so that whoever reads it must believe nothing before.
public abstract class SignedPayload extends FilterInputStream {

    private final Optional<Long> length;

    private SignedPayload(InputStream in, Optional<Long> length) {
        super(in);
        this.length = length;
    }

    /// How many bytes it has, as the client says; absent if it does not say.
    public Optional<Long> length() {
        return length;
    }

    /// The headers that the client says will follow the body, in small letters.
    public List<String> announced() {
        return List.of();
    }

    /// What followed the body, by names in small letters; whole once the body has been read.
    public Map<String, String> trailers() {
        return Map.of();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("What is skipped is not verified.");
    }

    /// One that nothing is said of but its length.
    static SignedPayload plain(InputStream in, Optional<Long> length) {
        return new Whole(in, length, Optional.empty());
    }

    /// One whose SHA-256 is known, in hexadecimal digits.
    static SignedPayload hashed(InputStream in, Optional<Long> length, String hash) {
        return new Whole(in, length, Optional.of(hash));
    }

    /// One in chunks.
    ///
    /// @param length of all that the chunks hold
    /// @param signer of the chunks; absent if they are not signed
    /// @param announced the names of trailers, as the header has them
    static SignedPayload chunked(
            InputStream in,
            Optional<Long> length,
            Optional<S3Signature.ChunkSigner> signer,
            List<String> announced) {
        return new Chunked(new BufferedInputStream(in, 65_536), length, signer, announced);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Whole extends SignedPayload {

        private final Optional<String> hash;
        private final MessageDigest digest = sha256();
        private long seen;
        private boolean ended;

        Whole(InputStream in, Optional<Long> length, Optional<String> hash) {
            super(in, length);
            this.hash = hash;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            int got = in.read(bytes, offset, count);
            if (got > 0) {
                seen += got;
                if (hash.isPresent()) {
                    digest.update(bytes, offset, got);
                }
            } else if (got < 0 && !ended) {
                ended = true;
                if (length().filter(said -> said != seen).isPresent()) {
                    throw S3SignatureErrors.incomplete();
                }
                var computed = HexFormat.of().formatHex(digest.digest());
                if (hash.filter(said -> !said.equals(computed)).isPresent()) {
                    throw S3SignatureErrors.wrongHash(hash.get(), computed);
                }
            }
            return got;
        }
    }

    /// Source: [Signature calculations for the authorization header: transferring payload in
    /// multiple chunks](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html),
    /// [including trailing
    /// headers](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html)
    private static final class Chunked extends SignedPayload {

        private static final int LONGEST_LINE = 8192;
        private static final int MOST_TRAILERS = 20;
        private static final String EMPTY_HASH = HexFormat.of().formatHex(sha256().digest());

        private final Optional<S3Signature.ChunkSigner> signer;
        private final List<String> announced;
        private final Map<String, String> trailers = new LinkedHashMap<>();
        private final MessageDigest digest = sha256();
        private String previous;
        private String signature = "";
        private long left;
        private long seen;
        private boolean began;
        private boolean ended;

        Chunked(
                InputStream in,
                Optional<Long> length,
                Optional<S3Signature.ChunkSigner> signer,
                List<String> announced) {
            super(in, length);
            this.signer = signer;
            this.announced =
                    announced.stream()
                            .flatMap(each -> List.of(each.split(",")).stream())
                            .map(each -> each.strip().toLowerCase(Locale.ROOT))
                            .filter(each -> !each.isEmpty())
                            .toList();
            this.previous = signer.map(S3Signature.ChunkSigner::seed).orElse("");
        }

        @Override
        public List<String> announced() {
            return announced;
        }

        @Override
        public Map<String, String> trailers() {
            return Map.copyOf(trailers);
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            while (left == 0 && !ended) {
                next();
            }
            if (ended) {
                return -1;
            }
            int got = in.read(bytes, offset, (int) Math.min(count, left));
            if (got < 0) {
                throw S3SignatureErrors.incomplete();
            }
            left -= got;
            seen += got;
            if (signer.isPresent()) {
                digest.update(bytes, offset, got);
            }
            return got;
        }

        /// Ends one chunk and begins another.
        private void next() throws IOException {
            if (began) {
                verify();
                if (!line().isEmpty()) {
                    throw S3SignatureErrors.incomplete();
                }
            }
            began = true;
            var head = line().split(";", 2);
            try {
                left = Long.parseLong(head[0].strip(), 16);
            } catch (NumberFormatException e) {
                throw S3SignatureErrors.incomplete();
            }
            signature =
                    head.length > 1 && head[1].startsWith("chunk-signature=")
                            ? head[1].substring("chunk-signature=".length()).strip()
                            : "";
            if (left < 0) {
                throw S3SignatureErrors.incomplete();
            }
            if (left == 0) {
                end();
            }
        }

        private void verify() {
            if (signer.isEmpty()) {
                return;
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            check(signer.get().sign("-PAYLOAD", previous, EMPTY_HASH, hash), signature);
        }

        private void check(String expected, String given) {
            if (!SignatureV4.isSame(expected, given)) {
                throw S3SignatureErrors.chunk();
            }
            previous = given;
        }

        private void end() throws IOException {
            verify();
            ended = true;
            var signed = new StringBuilder();
            for (var line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                if (colon < 0 || trailers.size() >= MOST_TRAILERS) {
                    throw S3SignatureErrors.trailer();
                }
                var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                var value = line.substring(colon + 1).strip();
                if (!name.equals("x-amz-trailer-signature")) {
                    signed.append(name).append(':').append(value).append('\n');
                }
                trailers.put(name, value);
            }
            var given = Optional.ofNullable(trailers.remove("x-amz-trailer-signature"));
            if (!trailers.keySet().containsAll(announced)) {
                throw S3SignatureErrors.trailer();
            }
            if (signer.isPresent() && !announced.isEmpty()) {
                var hash =
                        HexFormat.of()
                                .formatHex(
                                        sha256().digest(
                                                        signed.toString()
                                                                .getBytes(StandardCharsets.UTF_8)));
                check(signer.get().sign("-TRAILER", previous, hash), given.orElse(""));
            }
            if (length().filter(said -> said != seen).isPresent()) {
                throw S3SignatureErrors.incomplete();
            }
        }

        /// A line, which ends in CR and LF, or with the body.
        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (line.length() > LONGEST_LINE) {
                    throw S3SignatureErrors.incomplete();
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
