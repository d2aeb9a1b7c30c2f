package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.module.SimpleModule;

class MemberNamesTest {

    private final ApiModel sts = ApiModel.of("sts");
    private final MemberNames names = new MemberNames(sts);

    private record CallerIdentity(String account, String arn, String userId) {}

    private record PolicyDescriptor(String arn) {}

    private record Sse(String kmsMasterKeyId) {}

    @Test
    void a_name_that_a_service_spells_in_two_ways_is_spelt_as_the_structure_does() {
        assertThat(names.of(CallerIdentity.class, "arn")).isEqualTo("Arn");
        assertThat(names.of(PolicyDescriptor.class, "arn")).isEqualTo("arn");
    }

    @Test
    void what_is_spelt_in_one_way_needs_no_structure() {
        var dynamodb = new MemberNames(ApiModel.of("dynamodb"));

        assertThat(dynamodb.of(Sse.class, "kmsMasterKeyId")).isEqualTo("KMSMasterKeyId");
        assertThat(dynamodb.of(null, "sseSpecification")).isEqualTo("SSESpecification");
        assertThat(dynamodb.of(null, "nowhere")).isEqualTo("Nowhere");
    }

    private record Request(String name, List<PolicyDescriptor> policyArns) {}

    @Test
    void a_request_is_read_in_the_spelling_of_its_structures() throws Exception {
        var read =
                Json.mapper(new SimpleModule(), sts)
                        .readValue("{\"PolicyArns\": [{\"arn\": \"x\"}]}", Request.class);

        assertThat(Set.copyOf(read.policyArns())).containsExactly(new PolicyDescriptor("x"));
    }
}
