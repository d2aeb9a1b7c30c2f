package groundschool.terminal.aws;

import groundschool.jmespath.JmesPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Asks for page after page of an answer, as far as is wanted.
final class Pages {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// How many items of a page were given out before, in a token of ours.
    private static final String TAKEN = "boto_truncate_amount";

    private final Paginator paginator;
    private final UnaryOperator<ObjectNode> call;
    private Optional<String> resumeToken = Optional.empty();
    private ObjectNode kept = NODES.objectNode();

    /// @param call asks the service
    Pages(Paginator paginator, UnaryOperator<ObjectNode> call) {
        this.paginator = paginator;
        this.call = call;
    }

    /// What `--starting-token` would take to go on after the last page, if anything is left.
    Optional<String> resumeToken() {
        return resumeToken;
    }

    /// What is shown of a page by itself: with the first one, also what is not added up.
    ObjectNode part(ObjectNode page) {
        var part = kept;
        kept = NODES.objectNode();
        for (var path : paginator.results()) {
            Members.set(part, path, Members.get(page, path).orElse(NODES.nullNode()));
        }
        return part;
    }

    /// All pages in one answer.
    ObjectNode together(ObjectNode input, Optional<String> startingToken, OptionalLong maxItems) {
        var whole = NODES.objectNode();
        each(input, startingToken, maxItems, page -> add(page, whole));
        kept.properties().forEach(each -> whole.set(each.getKey(), each.getValue()));
        resumeToken.ifPresent(token -> whole.put("NextToken", token));
        return whole;
    }

    /// Each page by itself.
    void each(
            ObjectNode input,
            Optional<String> startingToken,
            OptionalLong maxItems,
            Consumer<ObjectNode> use) {
        var items = paginator.results().getFirst();
        var next = startingToken.map(this::read).orElseGet(this::noToken);
        var skip = next.path(TAKEN).asInt(0);
        next.remove(TAKEN);
        begin(input, next);
        var seen = 0L;
        for (var first = true; ; first = false) {
            var page = call.apply(input);
            if (first) {
                if (startingToken.isPresent()) {
                    skip(page, skip);
                }
                keep(page);
            } else {
                skip = 0;
            }
            var size = Members.get(page, items).map(JsonNode::size).orElse(0);
            if (maxItems.isPresent() && seen + size > maxItems.getAsLong()) {
                var keeping = (int) (maxItems.getAsLong() - seen);
                Members.set(page, items, slice(page, items, 0, keeping));
                next.put(TAKEN, keeping + skip);
                resumeToken = Optional.of(token(next));
                use.accept(page);
                return;
            }
            use.accept(page);
            seen += size;
            var following = next(page);
            if (following.values().stream().allMatch(JsonNode::isNull)) {
                return;
            }
            if (maxItems.isPresent() && seen == maxItems.getAsLong()) {
                resumeToken = Optional.of(token(following));
                return;
            }
            if (!first && following.equals(next)) {
                throw CliException.failed(
                        "Error during pagination: The same next token was received twice: "
                                + PythonText.repr(next));
            }
            next = following;
            begin(input, next);
        }
    }

    private void add(ObjectNode page, ObjectNode whole) {
        for (var path : paginator.results()) {
            var addition = Members.get(page, path);
            var sum = Members.get(whole, path);
            if (addition.isEmpty()) {
                continue;
            }
            if (sum.isEmpty()) {
                Members.set(whole, path, addition.get());
            } else if (sum.get() instanceof ArrayNode list) {
                list.addAll(addition.get().values());
            } else if (sum.get().isNumber()) {
                Members.set(
                        whole,
                        path,
                        NODES.numberNode(sum.get().asLong() + addition.get().asLong()));
            }
        }
    }

    private void keep(ObjectNode page) {
        kept = NODES.objectNode();
        for (var path : paginator.kept()) {
            Members.set(kept, path, Members.get(page, path).orElse(NODES.nullNode()));
        }
    }

    /// Drops what an earlier command has shown of this page.
    private void skip(ObjectNode page, int count) {
        var items = paginator.results().getFirst();
        Members.set(page, items, slice(page, items, count, Integer.MAX_VALUE));
        for (var path : paginator.results().subList(1, paginator.results().size())) {
            if (Members.get(page, path).orElse(NODES.nullNode()).isArray()) {
                Members.set(page, path, NODES.arrayNode());
            }
        }
    }

    private static ArrayNode slice(ObjectNode page, String items, int from, int to) {
        var all =
                Members.get(page, items).map(list -> List.copyOf(list.values())).orElse(List.of());
        var end = Math.min(to, all.size());
        return NODES.arrayNode().addAll(all.subList(Math.min(from, end), end));
    }

    private void begin(ObjectNode input, ObjectNode token) {
        for (var each : token.properties()) {
            if (each.getValue().isNull()) {
                input.remove(each.getKey());
            } else {
                input.set(each.getKey(), each.getValue());
            }
        }
    }

    private ObjectNode next(ObjectNode page) {
        if (paginator.more().isPresent()
                && !JmesPath.of(paginator.more().get()).search(page).asBoolean(false)) {
            return noToken();
        }
        var next = NODES.objectNode();
        for (var i = 0; i < paginator.input().size(); i++) {
            var value = JmesPath.of(paginator.output().get(i)).search(page);
            var none = value.isContainer() ? value.isEmpty() : value.asString("").isEmpty();
            next.set(paginator.input().get(i), none ? NODES.nullNode() : value);
        }
        return next;
    }

    private ObjectNode noToken() {
        var none = NODES.objectNode();
        paginator.input().forEach(member -> none.set(member, NODES.nullNode()));
        return none;
    }

    private static String token(ObjectNode next) {
        return Base64.getEncoder()
                .encodeToString(JsonOutput.compact(next).getBytes(StandardCharsets.UTF_8));
    }

    /// A token of ours, or one that the service understands by itself.
    private ObjectNode read(String token) {
        try {
            var text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            if (PythonJson.parse(text) instanceof ObjectNode next) {
                return next;
            }
        } catch (IllegalArgumentException | PythonJson.Malformed e) {
            // Then it is the service's own.
        }
        if (paginator.input().size() > 1) {
            throw CliException.failed("Bad starting token: " + token);
        }
        return noToken().put(paginator.input().getFirst(), token);
    }
}
