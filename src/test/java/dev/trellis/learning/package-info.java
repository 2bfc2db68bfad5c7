@NullMarked
package dev.trellis.learning;

import org.jspecify.annotations.NullMarked;
