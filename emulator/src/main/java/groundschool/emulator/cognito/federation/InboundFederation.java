package groundschool.emulator.cognito.federation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Lets a function say otherwise what an identity provider said of somebody, each time that they
/// come.
///
/// Source: [Inbound federation Lambda
/// trigger](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-inbound-federation.html)
final class InboundFederation {

    private static final String CUSTOM = "custom:";

    private InboundFederation() {}

    /// The attributes that somebody gets.
    ///
    /// What the function answers takes the place of all that the provider said, and goes through
    /// the mapping of attributes; nothing at all leaves everything as it was. Custom attributes of
    /// the pool it can name as such. Who somebody is, it cannot change.
    static Map<String, String> mapped(Visit visit, IdentityProvider provider, Vouched vouched) {
        var answer = answer(visit, provider, vouched);
        if (answer.isEmpty()) {
            return provider.mapped(vouched.claims());
        }
        var all = new LinkedHashMap<String, String>();
        answer.forEach((name, value) -> {
            if (name.startsWith(CUSTOM) && Schema.find(visit.pool().schema(), name).isPresent()) {
                all.put(name, value);
            }
        });
        all.putAll(provider.mapped(answer));
        return all;
    }

    private static Map<String, String> answer(
            Visit visit, IdentityProvider provider, Vouched vouched) {
        var request = new LinkedHashMap<String, Object>();
        request.put("providerName", provider.name());
        request.put("providerType", provider.type());
        request.put("attributes", vouched.sources());
        var subject = vouched.claims().getOrDefault(provider.subjectClaim(), "");
        return Triggers.tell(
                        visit,
                        Trigger.INBOUND_FEDERATION,
                        "InboundFederation_ExternalProvider",
                        provider.username(subject),
                        request)
                .flatMap(response -> Optional.ofNullable(response.get("userAttributesToMap")))
                .map(InboundFederation::texts)
                .orElse(Map.of());
    }

    private static Map<String, String> texts(JsonNode attributes) {
        var all = new LinkedHashMap<String, String>();
        if (!attributes.isObject() && !attributes.isNull()) {
            throw unrecognizable();
        }
        attributes.forEachEntry((name, value) -> {
            if (!value.isString()) {
                throw unrecognizable();
            }
            all.put(name, value.asString());
        });
        return all;
    }

    private static RuntimeException unrecognizable() {
        return CognitoErrors.lambdaAnswer("Unrecognizable lambda output");
    }
}
