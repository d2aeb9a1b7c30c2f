package groundschool.emulator;

import groundschool.emulator.s3.Bucket;
import groundschool.emulator.s3.Buckets;
import groundschool.emulator.s3.S3;
import groundschool.emulator.s3.S3Errors;
import groundschool.emulator.s3.object.Download;
import groundschool.emulator.s3.object.Upload;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.HostName;
import groundschool.emulator.wire.RestXml;
import groundschool.emulator.wire.S3Answers;
import groundschool.emulator.wire.S3Documents;
import groundschool.emulator.wire.S3FormSignature;
import groundschool.emulator.wire.S3Signature;
import groundschool.emulator.wire.S3Target;
import groundschool.emulator.wire.SignatureV4;
import groundschool.emulator.wire.SignedPayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/// Where requests for buckets and objects come in: those that are signed for S3, those at a
/// bucket's own name, and those without a signature whose path begins with the name of a bucket
/// that is there.
final class S3Door extends Door {

    private final Endpoint<?> endpoint;
    private final S3Signature signatures;
    private final S3FormSignature forms;
    private final Sandboxes sandboxes;

    S3Door(Endpoint<?> endpoint, SignatureV4 signatures, Sandboxes sandboxes) {
        this.endpoint = endpoint;
        this.signatures = new S3Signature(signatures);
        this.forms = new S3FormSignature(signatures);
        this.sandboxes = sandboxes;
    }

    /// Whether a request is one for this door, as far as can be told without its body.
    boolean takes(HttpRequest request) {
        if (request.headers().first("X-Amz-Target").isPresent()) {
            return false;
        }
        var signedFor = SignatureV4.serviceOf(request);
        if (signedFor.isPresent()) {
            return signedFor.get().equals("s3");
        }
        return isServiceHost(request)
                || S3Signature.isOldLink(request)
                || S3Target.ofPath(request)
                        .bucket()
                        .filter(bucket -> owner(request, bucket, Optional.empty()).isPresent())
                        .isPresent();
    }

    /// Whether a request that no other door knows may be meant for a bucket that is not there.
    boolean mayBeFor(HttpRequest request) {
        return request.headers().first("X-Amz-Target").isEmpty()
                && SignatureV4.serviceOf(request).isEmpty()
                && !request.method().equals("POST")
                && S3Target.ofPath(request).bucket().filter(Bucket::isName).isPresent();
    }

    private static boolean isServiceHost(HttpRequest request) {
        var host = HostName.withoutPort(request.headers().first("Host").orElse(""));
        return host.equals("s3.localhost") || host.matches("s3\\.[a-z0-9-]+\\.localhost");
    }

    /// Buckets as things that have names of their own.
    HostedThings hosted() {
        return new HostedThings() {
            @Override
            public String service() {
                return "s3";
            }

            @Override
            public HttpResponse answer(Hosted hosted, String requestId) {
                return S3Door.this.answer(
                        hosted.request(), S3Target.ofHost(hosted.host().name(), hosted.request()));
            }
        };
    }

    @Override
    HttpResponse answer(HttpRequest request, String requestId) {
        var target = S3Target.of(request);
        var answer = answer(request, target);
        // What is on the host that all share is nobody's page.
        return request.headers().first("Authorization").isPresent() || target.isHost()
                ? answer
                : new HttpResponse(
                        answer.status(),
                        answer.headers().with("Content-Security-Policy", "sandbox"),
                        answer.length(),
                        answer.body());
    }

    private HttpResponse answer(HttpRequest request, S3Target target) {
        var requestId = S3Answers.requestId();
        var protocol = protocol();
        try {
            S3Target.checkPath(request);
            if (request.method().equals("OPTIONS")) {
                return S3Cors.preflight(
                        request,
                        bucket(request, target),
                        target.key().isPresent() ? "OBJECT" : "BUCKET",
                        requestId);
            }
            return shared(request, target, perform(request, target, protocol, requestId));
        } catch (AwsException refusal) {
            return shared(request, target, protocol.refuse(request, refusal, requestId));
        } catch (IOException gone) {
            isGone(gone, requestId);
            return protocol.refuse(request, S3Errors.incompleteBody(), requestId);
        } catch (RuntimeException | StackOverflowError failure) {
            return protocol.refuse(request, failure(failure, requestId, request.path()), requestId);
        }
    }

    /// The answer, with what lets a page of another origin read it.
    private HttpResponse shared(HttpRequest request, S3Target target, HttpResponse answer) {
        return request.headers().first("Origin").isEmpty()
                ? answer
                : S3Cors.allow(request, bucket(request, target), answer);
    }

    private Optional<Bucket> bucket(HttpRequest request, S3Target target) {
        return target.bucket()
                .flatMap(name ->
                        owner(request, name, target.account())
                                .flatMap(sandbox ->
                                        sandbox.storage()
                                                .transition(() -> buckets(sandbox).find(name))));
    }

    private HttpResponse perform(
            HttpRequest request, S3Target target, RestXml protocol, String requestId)
            throws IOException {
        if (request.method().equals("POST")
                && target.bucket().isPresent()
                && target.key().isEmpty()
                && request.query().isEmpty()) {
            return new S3Form(this, forms).answer(request, target, requestId);
        }
        var verified = signatures.verify(request, target);
        var operation =
                protocol.operation(request, target.bucket().isPresent(), target.key().isPresent());
        if (verified.caller().isEmpty() && operation.equals("CreateBucket")) {
            throw S3Errors.accessDenied();
        }
        var caller = verified.caller().orElseGet(() -> stranger(request, target));
        endpoint.operation(operation);
        target.check();
        var streamed = protocol.streamed(operation);
        var document =
                streamed.isPresent()
                        ? new byte[0]
                        : document(request, verified.payload(), operation);
        var input = protocol.read(operation, target.labels(), request, document);
        streamed.ifPresent(member -> input.set(member, new POJONode(upload(verified.payload()))));
        var output = Gate.perform(caller, endpoint, operation, input, requestId);
        return answer(request, protocol, operation, output, requestId);
    }

    private byte[] document(HttpRequest request, SignedPayload payload, String operation)
            throws IOException {
        long limit = endpoint.service().bodyLimitBytes(operation);
        var bytes = payload.readNBytes((int) limit + 1);
        if (bytes.length > limit) {
            throw S3Errors.entityTooLarge(bytes.length, limit);
        }
        S3Documents.check(request, payload, bytes, endpoint.model().needsChecksum(operation));
        return bytes;
    }

    private static Upload upload(SignedPayload payload) {
        return new Upload(
                payload.length(), payload, payload.announced(), payload::trailers, Upload.Way.PUT);
    }

    private HttpResponse answer(
            HttpRequest request,
            RestXml protocol,
            String operation,
            Object output,
            String requestId) {
        var answer = protocol.answer(operation, endpoint.tree(output), requestId);
        var headers = answer.headers();
        int status = headers.first("Content-Range").isPresent() ? 206 : answer.status();
        if (output instanceof Download.Carrier carrier) {
            var body = carrier.body();
            return new HttpResponse(status, headers, body.length(), body.bytes());
        }
        if (request.method().equals("HEAD")) {
            long length = headers.first("Content-Length").map(Long::parseLong).orElse(0L);
            return new HttpResponse(status, headers, length, new ByteArrayInputStream(new byte[0]));
        }
        return answer;
    }

    /// What a stranger is answered who asks for an object.
    ///
    /// @throws AwsException if they may not have it, or it is not there
    HttpResponse object(HttpRequest request, S3Target target, String requestId) {
        var protocol = protocol();
        var operation = request.method().equals("HEAD") ? "HeadObject" : "GetObject";
        var input = protocol.read(operation, target.labels(), request, new byte[0]);
        var output = Gate.perform(stranger(request, target), endpoint, operation, input, requestId);
        return answer(request, protocol, operation, output, requestId);
    }

    /// Puts an object that came by a form.
    ///
    /// @param caller absent if nobody has signed
    JsonNode put(
            Optional<Caller> caller,
            HttpRequest headers,
            S3Target target,
            Upload file,
            String requestId) {
        target.check();
        var input = protocol().read("PutObject", target.labels(), headers, new byte[0]);
        input.set("Body", new POJONode(file));
        return endpoint.tree(
                Gate.perform(
                        caller.orElseGet(() -> stranger(headers, target)),
                        endpoint,
                        "PutObject",
                        input,
                        requestId));
    }

    /// The bucket that a stranger asks for; nothing if there is none.
    Optional<Bucket> bucketOf(HttpRequest request, S3Target target) {
        return bucket(request, target);
    }

    /// Whoever signs nothing, in the sandbox that has the bucket.
    private Caller stranger(HttpRequest request, S3Target target) {
        var bucket = target.bucket().orElseThrow(S3Errors::accessDenied);
        var sandbox =
                owner(request, bucket, target.account())
                        .orElseThrow(() -> S3Errors.noSuchBucket(bucket));
        var region = buckets(sandbox).named(bucket).region();
        return new Caller(
                        sandbox,
                        new Principal.Anonymous(sandbox.account()),
                        region,
                        Optional.empty(),
                        request.headers().first("User-Agent").orElse(""))
                .by(request);
    }

    /// The sandbox that has a bucket of that name; the first that made one, if several have.
    ///
    /// @param account whose it must be, if the name says so
    private Optional<Sandbox> owner(HttpRequest request, String bucket, Optional<String> account) {
        if (request.entrance().isPresent()) {
            return request.entrance().filter(only -> has(only, bucket));
        }
        var ids =
                account.map(each -> sandboxes.claimants(S3.claim(bucket), each))
                        .orElseGet(() -> sandboxes.claimants(S3.claim(bucket)));
        return ids.stream()
                .map(sandboxes::open)
                .filter(sandbox -> has(sandbox, bucket))
                .findFirst();
    }

    private static boolean has(Sandbox sandbox, String bucket) {
        return sandbox.storage().transition(() -> buckets(sandbox).find(bucket).isPresent());
    }

    private static Buckets buckets(Sandbox sandbox) {
        return sandbox.state(S3.SERVICE);
    }

    private RestXml protocol() {
        if (endpoint.protocol() instanceof RestXml xml) {
            return xml;
        }
        throw new IllegalStateException(endpoint.service().name() + " is not S3");
    }
}
