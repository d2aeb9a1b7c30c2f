package groundschool.emulator.apigatewayv2.api;

import java.util.List;
import java.util.Optional;

/// Whose tokens count, and which.
public record JwtConfiguration(Optional<List<String>> audience, Optional<String> issuer) {}
