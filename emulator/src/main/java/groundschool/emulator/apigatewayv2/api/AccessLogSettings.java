package groundschool.emulator.apigatewayv2.api;

import java.util.Optional;

/// Where a line for each request goes, and what is in it.
public record AccessLogSettings(Optional<String> destinationArn, Optional<String> format) {}
