package groundschool.emulator.s3;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.Services;
import groundschool.emulator.s3.object.Download;
import groundschool.emulator.s3.object.Upload;
import groundschool.emulator.s3.operation.S3Operation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// Amazon Simple Storage Service.
public final class S3 implements Service<Buckets> {

    /// The service, for those who ask a sandbox for its buckets.
    public static final S3 SERVICE = new S3();

    /// What the index of sandboxes calls a bucket.
    static final String CLAIM = "s3:";

    private static final long DOCUMENT_BYTES = 4 * 1024 * 1024;

    private S3() {}

    @Override
    public String name() {
        return "s3";
    }

    /// Any path at all: a request for S3 is known by its host, its signature, or a bucket's name.
    @Override
    public Address address() {
        return new Address.Paths(Set.of("", "WriteGetObjectResponse"));
    }

    @Override
    public Class<? extends Request<Buckets>> operations() {
        return S3Operation.class;
    }

    /// How a bucket is called where requests without a signature are told apart.
    public static String claim(String bucket) {
        return CLAIM + bucket;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("s3")
                .addDeserializer(Upload.class, new UploadReader())
                .addSerializer(Upload.class, new Silence<>())
                .addSerializer(Download.class, new Silence<>());
    }

    @Override
    public long bodyLimitBytes(String operation) {
        return DOCUMENT_BYTES;
    }

    @Override
    public Buckets open(Storage storage) {
        throw new IllegalStateException("Buckets need a whole sandbox.");
    }

    @Override
    public Buckets open(Sandbox sandbox) {
        return new Buckets(sandbox);
    }

    @Override
    public void wake(Buckets buckets, Services services) {
        buckets.wake();
    }

    /// Bytes that stream past are neither read nor kept as JSON.
    private static final class Silence<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T bytes, JsonGenerator json, SerializationContext context) {
            json.writeBinary(new byte[0]);
        }
    }

    /// An upload that the door has made, or bytes in base64 of callers in this process.
    private static final class UploadReader extends ValueDeserializer<Upload> {
        @Override
        public Upload deserialize(JsonParser json, DeserializationContext context) {
            return json.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                            && json.getEmbeddedObject() instanceof Upload upload
                    ? upload
                    : Upload.of(json.getBinaryValue());
        }
    }
}
