package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;

/// How a service's requests and answers look on the wire. A service speaks the one that its API
/// model names.
public sealed interface Protocol permits AwsJson, AwsQuery, Rest, RestXml, RpcCbor {

    /// A refusal as clients of this protocol know it: the framework's errors have other names in
    /// each.
    AwsException named(AwsException refusal);

    /// Writes a refusal.
    HttpResponse refuse(HttpRequest request, AwsException refusal, String requestId);
}
