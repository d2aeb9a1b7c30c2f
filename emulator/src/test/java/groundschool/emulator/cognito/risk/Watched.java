package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.CognitoCloud;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverActionsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountTakeoverEventActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthEventType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotifyConfigurationType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

/// A pool that watches who signs in, through a server that tells where they are.
final class Watched implements AutoCloseable {

    static final String HOME = "192.0.2.10";
    static final String AWAY = "203.0.113.7";
    static final String LAPTOP =
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    static final String PHONE =
            "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";

    final CognitoCloud cloud = new CognitoCloud();
    final String pool;
    final String client;

    Watched(AdvancedSecurityModeType mode) {
        this.pool =
                cloud.pool(wish ->
                        wish.userPoolTier(UserPoolTierType.PLUS)
                                .emailConfiguration(mail ->
                                        mail.emailSendingAccount(EmailSendingAccountType.DEVELOPER)
                                                .sourceArn(
                                                        "arn:aws:ses:eu-west-1:111122223333:identity/example.com"))
                                .userPoolAddOns(more -> more.advancedSecurityMode(mode)));
        this.client = cloud.client(pool);
    }

    /// Signs somebody in who is there, with that.
    AdminInitiateAuthResponse signIn(String username, String address, String browser) {
        return signIn(username, CognitoCloud.PASSWORD, address, browser);
    }

    AdminInitiateAuthResponse signIn(
            String username, String password, String address, String browser) {
        return cloud.admin.adminInitiateAuth(begin ->
                begin.userPoolId(pool)
                        .clientId(client)
                        .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", username, "PASSWORD", password))
                        .contextData(context ->
                                context.ipAddress(address)
                                        .serverName("app.example.com")
                                        .serverPath("/login")
                                        .httpHeaders(header ->
                                                header.headerName("User-Agent")
                                                        .headerValue(browser))));
    }

    /// What is done at each level.
    void actions(
            AccountTakeoverEventActionType low,
            AccountTakeoverEventActionType medium,
            AccountTakeoverEventActionType high) {
        actions(false, low, medium, high, _ -> {});
    }

    void actions(
            boolean notify,
            AccountTakeoverEventActionType low,
            AccountTakeoverEventActionType medium,
            AccountTakeoverEventActionType high,
            Consumer<NotifyConfigurationType.Builder> mails) {
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(pool)
                        .accountTakeoverRiskConfiguration(takeover -> {
                            takeover.actions(all -> all(all, notify, low, medium, high));
                            if (notify) {
                                takeover.notifyConfiguration(how -> {
                                    how.from("security@example.com")
                                            .sourceArn(
                                                    "arn:aws:ses:eu-west-1:111122223333:identity/example.com");
                                    mails.accept(how);
                                });
                            }
                        }));
    }

    private static void all(
            AccountTakeoverActionsType.Builder all,
            boolean notify,
            AccountTakeoverEventActionType low,
            AccountTakeoverEventActionType medium,
            AccountTakeoverEventActionType high) {
        all.lowAction(action -> action.sendNotification(notify).eventAction(low))
                .mediumAction(action -> action.sendNotification(notify).eventAction(medium))
                .highAction(action -> action.sendNotification(notify).eventAction(high));
    }

    /// What somebody did, the newest first.
    List<AuthEventType> events(String username) {
        return cloud.admin
                .adminListUserAuthEvents(list -> list.userPoolId(pool).username(username))
                .authEvents();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
