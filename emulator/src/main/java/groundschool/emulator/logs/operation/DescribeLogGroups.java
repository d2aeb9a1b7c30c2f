package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroup;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Describes log groups by name, 50 at a time.
///
/// Source:
/// [DescribeLogGroups](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html)
///
/// @param logGroupNamePattern what a name must contain
public record DescribeLogGroups(
        Optional<String> logGroupNamePrefix,
        Optional<String> logGroupNamePattern,
        Optional<String> nextToken,
        Optional<Integer> limit,
        Optional<String> logGroupClass,
        Optional<List<String>> logGroupIdentifiers)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 50;

    /// @param nextToken where to go on, if there are more
    public record Response(List<Description> logGroups, Optional<String> nextToken) {}

    /// @param arn with the `:*` that policies on its streams need
    /// @param logGroupArn without it
    public record Description(
            String logGroupName,
            long creationTime,
            Optional<Integer> retentionInDays,
            int metricFilterCount,
            String arn,
            long storedBytes,
            String logGroupClass,
            String logGroupArn,
            boolean deletionProtectionEnabled) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:DescribeLogGroups", LogArns.everyGroup(call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        if (logGroupNamePrefix.isPresent() && logGroupNamePattern.isPresent()) {
            throw LogsErrors.prefixAndPattern();
        }
        var wanted = groups.all(call).stream().filter(this::isWanted).toList();
        var page = Pages.of(wanted, LogGroup::name, nextToken, limit.orElse(PAGE));
        return new Response(
                page.entries().stream().map(group -> describe(group, groups, call)).toList(),
                page.next());
    }

    private boolean isWanted(LogGroup group) {
        var name = group.name();
        return logGroupNamePrefix.map(name::startsWith).orElse(true)
                && logGroupNamePattern.map(name::contains).orElse(true)
                && logGroupClass
                        .map(wanted -> wanted.toUpperCase(Locale.ROOT))
                        .map(group.logGroupClass()::equals)
                        .orElse(true)
                && logGroupIdentifiers
                        .map(all -> all.stream().map(LogArns::groupName).anyMatch(name::equals))
                        .orElse(true);
    }

    private static Description describe(LogGroup group, LogGroups groups, Call call) {
        return new Description(
                group.name(),
                group.createdAt(),
                group.retentionInDays(),
                groups.filters(group, call).metrics().size(),
                group.arn(call) + ":*",
                groups.streams(group, call).storedBytes(),
                group.logGroupClass(),
                group.arn(call),
                group.isProtected());
    }
}
