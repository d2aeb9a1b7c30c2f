package groundschool.emulator.dynamodb.backup;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.ItemFormat;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableName;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.backup.Backup.BackupType;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The backups of a sandbox, in all Regions. A backup shares the items with its table until they
/// change, so that it costs next to nothing.
public final class Backups {

    /// How long the copy is kept that is made of a table that could be restored to any time, when
    /// it is deleted.
    private static final Duration KEPT_OF_DELETED = Duration.ofDays(35);

    private final Storage storage;
    private final StoredMap<Backup> backups;

    public Backups(Storage storage) {
        this.storage = storage;
        this.backups = storage.map("dynamodb/backups", RecordFormat.of(Backup.class));
    }

    /// The table that is to be backed up or restored, whatever it is doing.
    ///
    /// @throws AwsException if there is none, in other words than elsewhere
    public static Table table(String nameOrArn, Tables tables, Call call) {
        var name = TableName.of(nameOrArn, call);
        return tables.find(name, call).orElseThrow(() -> BackupErrors.tableNotFound(name));
    }

    /// @throws AwsException if there is a table already that is called so
    public static void requireFree(String name, Tables tables, Call call) {
        if (tables.find(name, call).isPresent()) {
            throw BackupErrors.tableExists(name);
        }
    }

    /// Lets the storage know what is in the maps of the backups' items, which are opened by nobody
    /// until they are restored.
    public void registerFormats() {
        backups.ascending()
                .map(Map.Entry::getValue)
                .forEach(backup -> storage.map(backup.items(), new ItemFormat()));
    }

    /// Makes a backup that a user asks for.
    public Backup create(Table table, String name, Duration delay, Call call) {
        return create(table, name, BackupType.USER, delay, Optional.empty(), call);
    }

    /// Makes a backup of a table that is being deleted.
    public void createOfDeleted(Table table, Call call) {
        create(
                table,
                table.name() + "$DeletedTableBackup",
                BackupType.SYSTEM,
                Duration.ZERO,
                Optional.of(call.now().plus(KEPT_OF_DELETED)),
                call);
    }

    private Backup create(
            Table table,
            String name,
            BackupType type,
            Duration delay,
            Optional<Instant> expiresAt,
            Call call) {
        var tableArn = table.arn(call);
        var count = table.contents().count();
        var backup =
                new Backup(
                        newArn(tableArn, call),
                        name,
                        type,
                        call.now(),
                        call.now().plus(delay),
                        expiresAt,
                        tableArn,
                        table.definition(),
                        count.items(),
                        count.sizeBytes());
        backups.put(Key.of(backup.arn()), backup);
        storage.copy(table.itemsMap(call), backup.items(), new ItemFormat());
        return backup;
    }

    private String newArn(String tableArn, Call call) {
        while (true) {
            var arn =
                    "%s/backup/%014d-%08x"
                            .formatted(
                                    tableArn, call.now().toEpochMilli(), call.random().nextInt());
            if (backups.get(Key.of(arn)).isEmpty()) {
                return arn;
            }
        }
    }

    /// @throws AwsException if there is no such backup
    public Backup named(String arn, Call call) {
        if (!arn.startsWith(call.arn("dynamodb", "table/")) || !arn.contains("/backup/")) {
            throw BackupErrors.invalidArn();
        }
        return backups.get(Key.of(arn))
                .filter(backup -> !isOver(backup, call.now()))
                .orElseThrow(() -> BackupErrors.notFound(arn));
    }

    public void delete(Backup backup) {
        backups.remove(Key.of(backup.arn()));
        storage.drop(backup.items());
    }

    /// The backups of the call's Region, by table and time.
    public List<Backup> list(Call call) {
        var over =
                backups.ascending()
                        .map(Map.Entry::getValue)
                        .filter(backup -> isOver(backup, call.now()))
                        .toList();
        over.forEach(this::delete);
        return backups.ascending()
                .map(Map.Entry::getValue)
                .filter(backup -> backup.arn().startsWith(call.arn("dynamodb", "table/")))
                .toList();
    }

    private static boolean isOver(Backup backup, Instant now) {
        return backup.expiresAt().filter(time -> !now.isBefore(time)).isPresent();
    }
}
