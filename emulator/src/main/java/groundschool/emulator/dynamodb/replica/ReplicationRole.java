package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.RoleUse;
import groundschool.emulator.iam.identity.ServiceLinked;
import groundschool.emulator.iam.operation.CreateServiceLinkedRole;
import groundschool.emulator.sandbox.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The role as which DynamoDB replicates tables, which it makes with the first global table, and
/// which nobody can delete while there are some.
///
/// Source: [Global tables:
/// security](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-security.html)
public final class ReplicationRole {

    private static final ServiceLinked LINKED =
            ServiceLinked.find("replication.dynamodb.amazonaws.com").orElseThrow();

    private final Identities identities;

    ReplicationRole(Storage storage) {
        this.identities = new Identities(storage);
    }

    /// What whoever makes the first global table is asked for: whether the role may be made.
    List<Access> toMake(Call call) {
        return identities.role(LINKED.role()).isPresent()
                ? List.of()
                : List.of(
                        new Access(
                                "iam:CreateServiceLinkedRole",
                                "arn:aws:iam::%s:role%s%s"
                                        .formatted(call.account(), LINKED.path(), LINKED.role()),
                                Map.of("iam:AWSServiceName", List.of(LINKED.service()))));
    }

    /// Notes which tables are replicated now, of those of one global table.
    void use(ReplicationGroup group, Call call) {
        var uses = identities.roleUses(LINKED.role());
        var prefix = group.id() + "/";
        uses.names(prefix).forEach(uses::remove);
        if (group.replicas().size() < 2) {
            return;
        }
        if (identities.role(LINKED.role()).isEmpty()) {
            CreateServiceLinkedRole.make(LINKED, Optional.empty(), identities, call);
        }
        group.replicas()
                .forEach(replica ->
                        uses.put(
                                prefix + replica.region(),
                                new RoleUse(
                                        replica.region(),
                                        call.in(replica.region())
                                                .arn("dynamodb", "table/" + group.name()))));
    }
}
