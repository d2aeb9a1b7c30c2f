package groundschool.emulator.apigatewayv2.api;

import java.util.Optional;

/// By what name a backend's certificate is looked at.
public record TlsConfig(Optional<String> serverNameToVerify) {}
