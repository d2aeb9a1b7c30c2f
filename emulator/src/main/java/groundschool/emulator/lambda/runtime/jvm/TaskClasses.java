package groundschool.emulator.lambda.runtime.jvm;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the classes of a function: those of its archive, of the JARs in its folder `lib`, and of
/// the layers' JARs.
///
/// Source: [Deploy Java Lambda
/// functions](https://docs.aws.amazon.com/lambda/latest/dg/java-package.html)
final class TaskClasses {

    private TaskClasses() {}

    /// @param layers the folder of the layers' JARs
    static URLClassLoader loader(String task, String layers) throws MalformedURLException {
        var places = new ArrayList<URL>();
        places.add(new File(task + "/").toURI().toURL());
        places.addAll(jars(new File(task, "lib")));
        places.addAll(jars(new File(layers)));
        var loader =
                new URLClassLoader(
                        places.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    private static List<URL> jars(File folder) throws MalformedURLException {
        var files = folder.listFiles();
        if (files == null) {
            return List.of();
        }
        Arrays.sort(files);
        var urls = new ArrayList<URL>();
        for (var file : files) {
            if (file.getName().endsWith(".jar")) {
                urls.add(file.toURI().toURL());
            }
        }
        return urls;
    }
}
