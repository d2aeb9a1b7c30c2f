package groundschool.emulator.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.Optional;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;
import tools.jackson.databind.module.SimpleModule;

/// Has Jackson make records by a method handle that takes the components as they come. Its own way,
/// `invokeWithArguments`, adapts a handle anew for each record, which takes as long as reading one
/// of three members.
final class RecordCreation extends SimpleModule {

    RecordCreation() {
        super("record-creation");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new OfRecords());
    }

    private static final class OfRecords extends ValueInstantiators.Base {
        @Override
        public ValueInstantiator modifyValueInstantiator(
                DeserializationConfig config,
                BeanDescription.Supplier bean,
                ValueInstantiator usual) {
            return bean.getBeanClass().isRecord() && usual.canCreateFromObjectWith()
                    ? spreading(usual).<ValueInstantiator>map(it -> it).orElse(usual)
                    : usual;
        }
    }

    private static Optional<Spreading> spreading(ValueInstantiator usual) {
        var creator = usual.getWithArgsCreator();
        if (creator == null || !(creator.getAnnotated() instanceof Constructor<?> constructor)) {
            return Optional.empty();
        }
        try {
            constructor.setAccessible(true);
            var handle =
                    MethodHandles.lookup()
                            .unreflectConstructor(constructor)
                            .asFixedArity()
                            .asSpreader(Object[].class, constructor.getParameterCount())
                            .asType(MethodType.methodType(Object.class, Object[].class));
            return Optional.of(new Spreading(usual, handle));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("records of operations can be made", e);
        }
    }

    private static final class Spreading extends ValueInstantiator.Delegating {

        private static final long serialVersionUID = 1;

        private final transient MethodHandle constructor;

        private Spreading(ValueInstantiator usual, MethodHandle constructor) {
            super(usual);
            this.constructor = constructor;
        }

        @Override
        public ValueInstantiator createContextual(
                DeserializationContext context, BeanDescription.Supplier bean) {
            var usual = delegate().createContextual(context, bean);
            return usual == delegate() ? this : new Spreading(usual, constructor);
        }

        @Override
        public Object createFromObjectWith(
                DeserializationContext context,
                SettableBeanProperty[] properties,
                PropertyValueBuffer values) {
            return createFromObjectWith(context, values.getParameters(context, properties));
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] components) {
            try {
                return (Object) constructor.invokeExact(components);
            } catch (Throwable refusal) {
                // Jackson's own way comes to the same, and wraps what it throws as is its custom.
                return super.createFromObjectWith(context, components);
            }
        }
    }
}
