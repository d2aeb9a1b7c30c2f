package groundschool.emulator.cloudwatch;

import groundschool.emulator.Address;
import groundschool.emulator.Operation;
import groundschool.emulator.Service;
import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.operation.CloudWatchOperation;
import groundschool.emulator.sandbox.Storage;
import java.util.Optional;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// Amazon CloudWatch's metrics and alarms. It speaks three protocols, because clients of different
/// ages and makes choose differently: forms, JSON and CBOR.
public final class CloudWatch implements Service<Metrics> {

    /// The service, for those who ask a sandbox for its metrics.
    public static final CloudWatch SERVICE = new CloudWatch();

    private CloudWatch() {}

    @Override
    public String name() {
        return "cloudwatch";
    }

    @Override
    public String signingName() {
        return "monitoring";
    }

    @Override
    public Address address() {
        return new Address.Target("GraniteServiceVersion20100801");
    }

    @Override
    public Optional<String> queryVersion() {
        return Optional.of("2010-08-01");
    }

    @Override
    public boolean takesCbor() {
        return true;
    }

    @Override
    public Class<? extends Operation<Metrics>> operations() {
        return CloudWatchOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("cloudwatch");
    }

    @Override
    public Metrics open(Storage storage) {
        return new Metrics(storage);
    }

    @Override
    public void wake(Metrics metrics, Services services) {
        metrics.alarms().wake(services);
    }
}
