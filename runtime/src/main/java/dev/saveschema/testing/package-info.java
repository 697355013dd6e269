/** For an application's own tests; knows no test framework. */
@NullMarked
package dev.saveschema.testing;

import org.jspecify.annotations.NullMarked;
