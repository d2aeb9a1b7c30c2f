package groundschool.emulator.sts;

import groundschool.emulator.Address;
import groundschool.emulator.Operation;
import groundschool.emulator.Service;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sts.operation.StsOperation;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// AWS Security Token Service, which looks into IAM and keeps nothing of its own.
public final class Sts implements Service<Identities> {

    @Override
    public String name() {
        return "sts";
    }

    @Override
    public Address address() {
        return new Address.Query("2011-06-15");
    }

    @Override
    public Class<? extends Operation<Identities>> operations() {
        return StsOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("sts");
    }

    @Override
    public Identities open(Storage storage) {
        return new Identities(storage);
    }
}
