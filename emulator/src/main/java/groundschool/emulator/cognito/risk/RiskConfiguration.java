package groundschool.emulator.cognito.risk;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.cognito.CognitoErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a pool does about risks, for all of its app clients or for one.
///
/// Source:
/// [RiskConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RiskConfigurationType.html)
///
/// @param clientId absent if it is for all that have none of their own
public record RiskConfiguration(
        String userPoolId,
        Optional<String> clientId,
        Optional<CompromisedCredentials> compromisedCredentialsRiskConfiguration,
        Optional<AccountTakeover> accountTakeoverRiskConfiguration,
        Optional<RiskException> riskExceptionConfiguration,
        Optional<Instant> lastModifiedDate) {

    private static final List<String> ALL_EVENTS = List.of("SIGN_IN", "SIGN_UP", "PASSWORD_CHANGE");

    /// @param eventFilter all if left out
    public record CompromisedCredentials(
            Optional<List<String>> eventFilter, CompromisedActions actions) {}

    /// @param eventAction `BLOCK` or `NO_ACTION`
    public record CompromisedActions(String eventAction) {}

    public record AccountTakeover(
            Optional<NotifyConfiguration> notifyConfiguration, TakeoverActions actions) {}

    public record TakeoverActions(
            Optional<Action> lowAction,
            Optional<Action> mediumAction,
            Optional<Action> highAction) {}

    /// @param isNotified a component cannot be called `notify`
    /// @param eventAction such as `MFA_IF_CONFIGURED`
    public record Action(@JsonProperty("Notify") boolean isNotified, String eventAction) {

        /// What is done where nothing is said.
        static final Action NONE = new Action(false, "NO_ACTION");
    }

    public record NotifyConfiguration(
            Optional<String> from,
            Optional<String> replyTo,
            String sourceArn,
            Optional<Mail> blockEmail,
            Optional<Mail> noActionEmail,
            Optional<Mail> mfaEmail) {}

    public record Mail(String subject, Optional<String> htmlBody, Optional<String> textBody) {}

    public record RiskException(
            Optional<List<String>> blockedIPRangeList, Optional<List<String>> skippedIPRangeList) {}

    /// One in which nothing is said.
    public static RiskConfiguration none(String userPoolId, Optional<String> clientId) {
        return new RiskConfiguration(
                userPoolId,
                clientId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether it says something.
    boolean isSomething() {
        return compromisedCredentialsRiskConfiguration.isPresent()
                || accountTakeoverRiskConfiguration.isPresent()
                || riskExceptionConfiguration.isPresent();
    }

    /// The same with what is usual where something was left out.
    ///
    /// @throws groundschool.emulator.AwsException if it cannot be
    public RiskConfiguration complete() {
        ranges().forEach(range -> {
            if (IpRange.parse(range).isEmpty()) {
                throw CognitoErrors.invalid("Invalid IP range: " + range);
            }
        });
        accountTakeoverRiskConfiguration.ifPresent(RiskConfiguration::check);
        return new RiskConfiguration(
                userPoolId,
                clientId,
                compromisedCredentialsRiskConfiguration.map(each ->
                        new CompromisedCredentials(
                                Optional.of(
                                        each.eventFilter()
                                                .filter(all -> !all.isEmpty())
                                                .orElse(ALL_EVENTS)),
                                each.actions())),
                accountTakeoverRiskConfiguration,
                riskExceptionConfiguration,
                lastModifiedDate);
    }

    private static void check(AccountTakeover wish) {
        var all = wish.actions();
        var isNotified =
                Stream.of(all.lowAction(), all.mediumAction(), all.highAction())
                        .flatMap(Optional::stream)
                        .anyMatch(Action::isNotified);
        if (isNotified && wish.notifyConfiguration().isEmpty()) {
            throw CognitoErrors.invalid(
                    "NotifyConfiguration is required when an action notifies the user.");
        }
        wish.notifyConfiguration()
                .filter(notify -> !notify.sourceArn().matches("arn:aws[\\w-]*:ses:.+:identity/.+"))
                .ifPresent(notify -> {
                    throw CognitoErrors.invalid(
                            "SourceArn must be the ARN of an Amazon SES identity: "
                                    + notify.sourceArn());
                });
        wish.notifyConfiguration().stream()
                .flatMap(notify ->
                        Stream.of(notify.blockEmail(), notify.noActionEmail(), notify.mfaEmail()))
                .flatMap(Optional::stream)
                .filter(mail -> mail.htmlBody().isEmpty() && mail.textBody().isEmpty())
                .findFirst()
                .ifPresent(mail -> {
                    throw CognitoErrors.invalid(
                            "The email message %s needs an HtmlBody or a TextBody."
                                    .formatted(mail.subject()));
                });
    }

    private List<String> ranges() {
        var all = new ArrayList<String>();
        riskExceptionConfiguration.ifPresent(each -> {
            all.addAll(each.blockedIPRangeList().orElse(List.of()));
            all.addAll(each.skippedIPRangeList().orElse(List.of()));
        });
        return all;
    }

    /// Whether nobody signs in from an address.
    boolean isBlocked(String address) {
        return isIn(riskExceptionConfiguration.flatMap(RiskException::blockedIPRangeList), address);
    }

    /// Whether an address is never a risk.
    boolean isSkipped(String address) {
        return isIn(riskExceptionConfiguration.flatMap(RiskException::skippedIPRangeList), address);
    }

    private static boolean isIn(Optional<List<String>> ranges, String address) {
        return ranges.orElse(List.of()).stream()
                .flatMap(range -> IpRange.parse(range).stream())
                .anyMatch(range -> range.contains(address));
    }

    /// What is done at a level of risk.
    Action action(AuthEvent.Level level) {
        return accountTakeoverRiskConfiguration
                .map(AccountTakeover::actions)
                .flatMap(all ->
                        switch (level) {
                            case Low -> all.lowAction();
                            case Medium -> all.mediumAction();
                            case High -> all.highAction();
                        })
                .orElse(Action.NONE);
    }

    /// Whether passwords that have leaked are looked for.
    ///
    /// @param event such as `SIGN_UP`
    boolean looksAt(String event) {
        return compromisedCredentialsRiskConfiguration
                .flatMap(CompromisedCredentials::eventFilter)
                .orElse(ALL_EVENTS)
                .contains(event);
    }

    /// Whether such passwords are not taken.
    boolean blocksLeaked() {
        return compromisedCredentialsRiskConfiguration
                .filter(each -> each.actions().eventAction().equals("BLOCK"))
                .isPresent();
    }
}
