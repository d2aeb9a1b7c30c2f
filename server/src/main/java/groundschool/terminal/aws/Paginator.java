package groundschool.terminal.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How an operation's answer is paged, by AWS's own account of it.
///
/// @param input the members of the input that say where a page begins
/// @param output the expressions that find in the answer where the next page begins
/// @param results the members of the answer that are added up over all pages, the list first
/// @param kept the members of the answer that are those of the first page
/// @param limit the member of the input that says how long a page is
/// @param more the expression that says whether there is another page
record Paginator(
        List<String> input,
        List<String> output,
        List<String> results,
        List<String> kept,
        Optional<String> limit,
        Optional<String> more) {

    static Paginator of(JsonNode node) {
        return new Paginator(
                texts(node.path("input_token")),
                texts(node.path("output_token")),
                texts(node.path("result_key")),
                texts(node.path("non_aggregate_keys")),
                texts(node.path("limit_key")).stream().findFirst(),
                texts(node.path("more_results")).stream().findFirst());
    }

    /// The members of the input that turning pages by hand would set.
    List<String> inputMembers() {
        var members = new ArrayList<>(input);
        limit.ifPresent(members::add);
        return members;
    }

    private static List<String> texts(JsonNode node) {
        if (node.isArray()) {
            return node.values().stream().map(JsonNode::asString).toList();
        }
        return node.isString() ? List.of(node.asString()) : List.of();
    }
}
