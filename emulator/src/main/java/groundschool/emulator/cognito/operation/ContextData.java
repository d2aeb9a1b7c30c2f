package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.UserContext;
import java.util.List;
import java.util.Optional;

/// What a server tells of the user who called it.
///
/// Source:
/// [ContextDataType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ContextDataType.html)
record ContextData(
        String ipAddress,
        String serverName,
        String serverPath,
        List<HttpHeader> httpHeaders,
        Optional<String> encodedData) {

    record HttpHeader(Optional<String> headerName, Optional<String> headerValue) {

        private boolean isUserAgent() {
            return headerName.filter("User-Agent"::equalsIgnoreCase).isPresent();
        }
    }

    /// The visit of the user of whom a server tells this.
    static Visit told(Optional<ContextData> data, Visit visit) {
        return data.map(each -> visit.from(each.context())).orElse(visit);
    }

    private UserContext context() {
        var browser =
                httpHeaders.stream()
                        .filter(HttpHeader::isUserAgent)
                        .flatMap(header -> header.headerValue().stream())
                        .findFirst();
        return UserContext.UNKNOWN
                .at(Optional.of(ipAddress))
                .by(browser.orElse(""))
                .with(encodedData);
    }
}
