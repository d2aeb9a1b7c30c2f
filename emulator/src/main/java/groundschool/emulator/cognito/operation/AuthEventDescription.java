package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.risk.AuthEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What somebody did about signing in, as answers show it.
record AuthEventDescription(
        String eventId,
        String eventType,
        Instant creationDate,
        String eventResponse,
        EventRisk eventRisk,
        List<ChallengeResponse> challengeResponses,
        EventContextData eventContextData,
        Optional<EventFeedback> eventFeedback) {

    record EventRisk(
            String riskDecision,
            Optional<String> riskLevel,
            boolean compromisedCredentialsDetected) {}

    record ChallengeResponse(String challengeName, String challengeResponse) {}

    record EventContextData(
            Optional<String> ipAddress, Optional<String> deviceName, Optional<String> timezone) {}

    record EventFeedback(String feedbackValue, String provider, Instant feedbackDate) {}

    static AuthEventDescription of(AuthEvent event) {
        var risk = event.risk();
        var context = event.context();
        return new AuthEventDescription(
                event.id(),
                event.type().name(),
                event.at(),
                event.response().name(),
                new EventRisk(
                        risk.decision().name(),
                        risk.level().map(AuthEvent.Level::name),
                        risk.compromised()),
                event.challenges().stream()
                        .map(each ->
                                new ChallengeResponse(
                                        each.name(), each.success() ? "Success" : "Failure"))
                        .toList(),
                new EventContextData(context.ipAddress(), context.device(), context.timezone()),
                event.feedback()
                        .map(given ->
                                new EventFeedback(
                                        given.valid() ? "Valid" : "Invalid",
                                        given.provider(),
                                        given.at())));
    }
}
