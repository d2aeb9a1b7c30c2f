/// What runs a function of Java, in a process of its own: none of it runs in the emulator's.
///
/// The class files of this package are written to the folder that environments start from, and know
/// nothing but the JDK: what functions bring cannot clash with anything. Classes here are at the
/// top level, so that `Workshop` can list them.
package groundschool.emulator.lambda.runtime.jvm;
