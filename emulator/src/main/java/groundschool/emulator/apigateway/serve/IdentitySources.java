package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.template.Mapped;
import java.util.Optional;

/// What authorizers ask of requests by, such as `method.request.header.Auth`.
public final class IdentitySources {

    private IdentitySources() {}

    /// The value of a source; nothing if it is not there, or empty.
    public static Optional<String> value(String source, Exchange exchange) {
        var parts = source.split("\\.", 4);
        if (parts.length > 3 && parts[2].equals("querystring")) {
            return exchange.request().query().last(parts[3]).filter(text -> !text.isEmpty());
        }
        return Mapped.request(source, exchange).filter(text -> !text.isEmpty());
    }
}
