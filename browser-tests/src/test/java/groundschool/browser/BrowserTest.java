package groundschool.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Tests of the site in a real browser. Their methods may ask for a [Ground] and for [Visitors].
///
/// A `Ground` that is asked for before all tests is shared by them; otherwise each test has its
/// own. After each test the visitors leave, and what their pages complained about fails it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface BrowserTest {}
