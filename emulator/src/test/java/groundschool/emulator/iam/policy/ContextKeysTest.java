package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.context;
import static groundschool.emulator.iam.policy.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextKeysTest {

    private static final Policy HOMES =
            policy(
                    DocumentKind.INLINE,
                    "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::home/${aws:username}/*'}",
                    "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {'StringLike': {'s3:prefix': '${aws:PrincipalTag/team, \\u0027all\\u0027}/*'}, 'Null': {'AWS:UserName': 'false'}}}");

    @Test
    void names_the_keys_of_conditions_and_variables_once() {
        assertThat(ContextKeys.namedBy(List.of(HOMES, HOMES)))
                .containsExactly("aws:username", "s3:prefix", "aws:PrincipalTag/team");
    }

    @Test
    void names_those_that_a_request_does_not_have() {
        assertThat(ContextKeys.missing(List.of(HOMES), context("S3:Prefix", "a")))
                .containsExactly("aws:username", "aws:PrincipalTag/team");
    }

    @Test
    void names_none_for_a_policy_without_conditions() {
        var policy = policy(DocumentKind.INLINE, Documents.allow("s3:*"));

        assertThat(ContextKeys.namedBy(List.of(policy))).isEmpty();
    }
}
