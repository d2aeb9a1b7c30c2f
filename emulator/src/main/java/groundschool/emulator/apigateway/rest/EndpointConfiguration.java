package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.List;
import java.util.Optional;

/// Where an API is reached from.
///
/// @param types one of `EDGE`, `REGIONAL`, `PRIVATE`
/// @param ipAddressType `ipv4` or `dualstack`
public record EndpointConfiguration(
        Optional<List<String>> types,
        Optional<String> ipAddressType,
        Optional<List<String>> vpcEndpointIds) {

    /// What an API has that asked for nothing else.
    public static final EndpointConfiguration USUAL =
            new EndpointConfiguration(
                    Optional.of(List.of("EDGE")), Optional.of("ipv4"), Optional.empty());

    /// What was asked for, with what was left out.
    ///
    /// @throws AwsException if there is no such configuration
    public EndpointConfiguration checked() {
        var wanted = types.orElse(List.of("EDGE"));
        if (wanted.isEmpty()) {
            throw GatewayErrors.badRequest(
                    "REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }
        if (wanted.size() > 1) {
            throw GatewayErrors.badRequest("Cannot create an api with multiple Endpoint Types.");
        }
        if (!List.of("REGIONAL", "EDGE", "PRIVATE").contains(wanted.getFirst())) {
            throw GatewayErrors.badRequest(
                    "Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
        }
        boolean isPrivate = wanted.getFirst().equals("PRIVATE");
        var address = ipAddressType.orElse(isPrivate ? "dualstack" : "ipv4");
        if (!List.of("ipv4", "dualstack").contains(address)) {
            throw GatewayErrors.badRequest("ipAddressType must be either ipv4 or dualstack.");
        }
        if (isPrivate && address.equals("ipv4")) {
            throw GatewayErrors.badRequest(
                    "Only dualstack ipAddressType is supported for Private APIs.");
        }
        return new EndpointConfiguration(Optional.of(wanted), Optional.of(address), vpcEndpointIds);
    }
}
