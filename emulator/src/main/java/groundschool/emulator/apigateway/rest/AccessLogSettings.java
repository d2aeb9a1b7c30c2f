package groundschool.emulator.apigateway.rest;

import java.util.Optional;

/// Where a line for each request goes, and what is in it.
///
/// @param destinationArn of a log group
public record AccessLogSettings(Optional<String> format, Optional<String> destinationArn) {}
