package groundschool.emulator.apigateway.rest;

import java.util.Optional;

/// Whether a backend's certificate is believed unseen.
public record TlsConfig(Optional<Boolean> insecureSkipVerification) {}
