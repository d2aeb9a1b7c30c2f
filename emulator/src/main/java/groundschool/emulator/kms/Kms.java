package groundschool.emulator.kms;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.kms.operation.KmsOperation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// AWS Key Management Service.
public final class Kms implements Service<Keys> {

    @Override
    public String name() {
        return "kms";
    }

    @Override
    public Address address() {
        return new Address.Target("TrentService");
    }

    @Override
    public Class<? extends Request<Keys>> operations() {
        return KmsOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("kms");
    }

    @Override
    public Keys open(Storage storage) {
        throw new IllegalStateException("Keys need a whole sandbox.");
    }

    @Override
    public Keys open(Sandbox sandbox) {
        return new Keys(sandbox);
    }
}
