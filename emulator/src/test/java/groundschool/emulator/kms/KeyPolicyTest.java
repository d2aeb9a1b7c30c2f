package groundschool.emulator.kms;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static groundschool.emulator.kms.Keyring.arn;
import static groundschool.emulator.kms.Keyring.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.Body;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kms.model.GrantOperation;
import tools.jackson.databind.json.JsonMapper;

/// Who may use a key: key policy, IAM and grants together.
class KeyPolicyTest {

    private static final String ALICE = "arn:aws:iam::123456789012:user/alice";

    private final Keyring ring = new Keyring();

    @AfterEach
    void close() {
        ring.close();
    }

    @Test
    void the_usual_policy_leaves_it_to_iam() {
        var id = ring.key();
        var alice = ring.kms(ring.account().user("alice"));
        var policy = ring.kms().getKeyPolicy(request -> request.keyId(id));

        assertThat(JsonMapper.shared().readTree(policy.policy()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"Version": "2012-10-17", "Id": "key-default-1",
                                         "Statement": [{
                                          "Sid": "Enable IAM User Permissions", "Effect": "Allow",
                                          "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
                                          "Action": "kms:*", "Resource": "*"}]}
                                        """));
        assertThat(refusal(() -> alice.encrypt(request -> request.keyId(id).plaintext(bytes("x")))))
                .isEqualTo(
                        "400 AccessDeniedException: User: %s is not authorized to perform: kms:Encrypt on resource: %s because no identity-based policy allows the kms:Encrypt action"
                                .formatted(ALICE, arn(id)));
        ring.account().allow("alice", "kms:Encrypt");
        alice.encrypt(request -> request.keyId(id).plaintext(bytes("x")));
    }

    @Test
    void without_the_account_in_its_policy_iam_has_no_say() {
        ring.account().user("bob");
        ring.account().allow("bob", "kms:*");
        var alice = ring.kms(ring.account().user("alice"));
        var bob = ring.kms(ring.account().key("bob"));
        var id =
                ring.key(request ->
                        request.policy(only("kms:*", ALICE)).bypassPolicyLockoutSafetyCheck(true));

        alice.encrypt(request -> request.keyId(id).plaintext(bytes("x")));
        assertThat(refusal(() -> bob.encrypt(request -> request.keyId(id).plaintext(bytes("x")))))
                .isEqualTo(
                        "400 AccessDeniedException: User: arn:aws:iam::123456789012:user/bob is not authorized to perform: kms:Encrypt on resource: %s because no resource-based policy allows the kms:Encrypt action"
                                .formatted(arn(id)));
        assertThat(
                        refusal(() ->
                                ring.kms(ring.account().root())
                                        .describeKey(request -> request.keyId(id))))
                .contains("arn:aws:iam::123456789012:root is not authorized");
    }

    @Test
    void nobody_locks_themselves_out_by_mistake() {
        var id = ring.key();
        ring.account().user("alice");

        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .putKeyPolicy(request ->
                                                request.keyId(id).policy(only("kms:*", ALICE)))))
                .isEqualTo(
                        "400 MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in the future.");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .putKeyPolicy(request ->
                                                request.keyId(id)
                                                        .policy(only("kms:*", ALICE + "2")))))
                .isEqualTo(
                        "400 MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .getKeyPolicy(
                                                request -> request.keyId(id).policyName("other"))))
                .isEqualTo("400 NotFoundException: No such policy exists");
    }

    @Test
    void policies_test_the_encryption_context() {
        var id = ring.key();
        var alice = ring.kms(ring.account().user("alice"));
        ring.account()
                .iam()
                .putUserPolicy(request ->
                        request.userName("alice")
                                .policyName("own-tenant")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                                         "Action": "kms:*", "Resource": "*", "Condition": {
                                         "StringEquals": {"kms:EncryptionContext:tenant": "acme"}}}]}
                                        """));

        alice.encrypt(request ->
                request.keyId(id)
                        .plaintext(bytes("x"))
                        .encryptionContext(Map.of("tenant", "acme")));
        assertThat(
                        refusal(() ->
                                alice.encrypt(request ->
                                        request.keyId(id)
                                                .plaintext(bytes("x"))
                                                .encryptionContext(Map.of("tenant", "other")))))
                .contains("is not authorized to perform: kms:Encrypt");
    }

    @Test
    void a_grant_lets_its_grantee_do_what_it_names_in_its_context() {
        var id = ring.key();
        var alice = ring.kms(ring.account().user("alice"));

        var grant =
                ring.kms()
                        .createGrant(request ->
                                request.keyId(id)
                                        .granteePrincipal(ALICE)
                                        .name("for-alice")
                                        .operations(GrantOperation.ENCRYPT)
                                        .constraints(limits ->
                                                limits.encryptionContextSubset(
                                                        Map.of("tenant", "acme"))));

        alice.encrypt(request ->
                request.keyId(id)
                        .plaintext(bytes("x"))
                        .grantTokens(grant.grantToken())
                        .encryptionContext(Map.of("tenant", "acme", "more", "too")));
        assertThat(refusal(() -> alice.encrypt(request -> request.keyId(id).plaintext(bytes("x")))))
                .contains("is not authorized to perform: kms:Encrypt");
        assertThat(
                        refusal(() ->
                                alice.generateDataKey(
                                        request -> request.keyId(id).numberOfBytes(8))))
                .contains("is not authorized to perform: kms:GenerateDataKey");
        var listed = ring.kms().listGrants(request -> request.keyId(id)).grants();
        assertThat(listed).hasSize(1);
        assertThat(listed.getFirst().granteePrincipal()).isEqualTo(ALICE);
        assertThat(listed.getFirst().issuingAccount()).isEqualTo("arn:aws:iam::123456789012:root");
        ring.kms().revokeGrant(request -> request.keyId(id).grantId(grant.grantId()));
        assertThat(
                        refusal(() ->
                                alice.encrypt(request ->
                                        request.keyId(id)
                                                .plaintext(bytes("x"))
                                                .encryptionContext(Map.of("tenant", "acme")))))
                .contains("is not authorized");
    }

    @Test
    void a_grant_is_given_back_by_whom_it_names() {
        var id = ring.key();
        var alice = ring.kms(ring.account().user("alice"));
        var bob = ring.kms(ring.account().user("bob"));
        var grant =
                ring.kms()
                        .createGrant(request ->
                                request.keyId(id)
                                        .granteePrincipal(ALICE)
                                        .retiringPrincipal("arn:aws:iam::123456789012:user/bob")
                                        .operations(GrantOperation.DESCRIBE_KEY));

        alice.describeKey(request -> request.keyId(id));
        assertThat(
                        refusal(() ->
                                alice.retireGrant(
                                        request -> request.grantToken(grant.grantToken()))))
                .contains("is not authorized to perform: kms:RetireGrant");
        assertThat(
                        ring.kms()
                                .listRetirableGrants(request ->
                                        request.retiringPrincipal(
                                                "arn:aws:iam::123456789012:user/bob"))
                                .grants())
                .hasSize(1);
        bob.retireGrant(request -> request.keyId(arn(id)).grantId(grant.grantId()));
        assertThat(ring.kms().listGrants(request -> request.keyId(id)).grants()).isEmpty();
    }

    @Test
    void the_same_grant_by_name_is_made_once() {
        var id = ring.key();
        ring.account().user("alice");

        var first = named(id);

        assertThat(named(id)).isEqualTo(first);
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .createGrant(request ->
                                                request.keyId(id)
                                                        .granteePrincipal("alice")
                                                        .operations(GrantOperation.DECRYPT))))
                .startsWith("400 InvalidArnException");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .describeKey(request ->
                                                request.keyId(id).grantTokens("unknown"))))
                .startsWith("400 InvalidGrantTokenException");
    }

    private String named(String id) {
        return ring.kms()
                .createGrant(request ->
                        request.keyId(id)
                                .name("once")
                                .granteePrincipal(ALICE)
                                .operations(GrantOperation.DECRYPT))
                .grantId();
    }

    @Test
    void keys_of_another_account_are_closed() {
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .describeKey(request ->
                                                request.keyId(
                                                        "arn:aws:kms:eu-west-1:999999999999:key/12345678-1234-4321-8765-123456789012"))))
                .endsWith(
                        "because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access");
    }

    @Test
    void a_service_has_a_key_of_its_own_that_is_used_by_way_of_it_only() {
        var sandbox = ring.account().sandbox();
        ring.account().user("alice");
        var alice = Iam.user("alice", sandbox).orElseThrow();
        var byService = sandbox.services().as(alice, "eu-west-1").via("s3");

        var made = KeyClient.of(byService).dataKey("alias/aws/s3", Map.of("object", "a"));

        assertThat(made.plaintext()).hasSize(32);
        assertThat(KeyClient.of(byService).decrypt(made.blob(), Map.of("object", "a")))
                .isEqualTo(made.plaintext());
        var data = ring.kms().describeKey(request -> request.keyId("alias/aws/s3")).keyMetadata();
        assertThat(data.keyManagerAsString()).isEqualTo("AWS");
        assertThat(data.arn()).isEqualTo(made.keyArn());
        assertThat(refusal(() -> ring.encrypt("alias/aws/s3", "x")))
                .contains("because no resource-based policy allows the kms:Encrypt action");
        assertThat(
                        refusal(() ->
                                ring.kms()
                                        .scheduleKeyDeletion(
                                                request -> request.keyId(data.keyId()))))
                .contains("because no resource-based policy allows");
    }

    @Test
    void a_table_names_the_key_of_dynamodb_that_kms_has() {
        var table =
                ring.account()
                        .dynamoDb(ring.account().administratorCredentials())
                        .createTable(request ->
                                request.tableName("secrets")
                                        .billingMode("PAY_PER_REQUEST")
                                        .attributeDefinitions(attribute ->
                                                attribute.attributeName("id").attributeType("S"))
                                        .keySchema(key -> key.attributeName("id").keyType("HASH"))
                                        .sseSpecification(sse -> sse.enabled(true)))
                        .tableDescription();

        var arn = table.sseDescription().kmsMasterKeyArn();
        var byArn = ring.kms().describeKey(request -> request.keyId(arn)).keyMetadata();
        assertThat(byArn.keyManagerAsString()).isEqualTo("AWS");
        assertThat(
                        ring.kms()
                                .describeKey(request -> request.keyId("alias/aws/dynamodb"))
                                .keyMetadata())
                .isEqualTo(byArn);
    }

    @Test
    void what_is_secret_stands_in_no_ledger() {
        var id = ring.key();

        var made = ring.kms().generateDataKey(request -> request.keyId(id).numberOfBytes(32));

        var text =
                ring.account().sandbox().ledger().entries().stream()
                        .map(entry -> entry.output().map(Body::text).orElse(""))
                        .collect(Collectors.joining());
        assertThat(text)
                .contains("HIDDEN_DUE_TO_SECURITY_REASONS")
                .doesNotContain(Base64.getEncoder().encodeToString(made.plaintext().asByteArray()));
    }

    private static String only(String action, String principal) {
        return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s",
         "Principal": {"AWS": "%s"}, "Resource": "*"}]}
        """
                .formatted(action, principal);
    }
}
