package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.AppClient;
import java.util.Optional;

/// What an application tells of the user's device.
///
/// Source:
/// [UserContextDataType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserContextDataType.html)
///
/// @param ipAddress is believed only of applications that have a secret and may tell it
record UserContextData(Optional<String> ipAddress, Optional<String> encodedData) {

    /// The visit of the user of whom an application tells this.
    static Visit told(Optional<UserContextData> data, Visit visit) {
        return data.map(each ->
                        visit.from(
                                visit.context()
                                        .at(each.ipAddress.filter(_ -> mayTell(visit)))
                                        .with(each.encodedData)))
                .orElse(visit);
    }

    private static boolean mayTell(Visit visit) {
        return visit.client()
                .filter(AppClient::hasSecret)
                .filter(client -> client.settings().propagatesContext())
                .isPresent();
    }
}
