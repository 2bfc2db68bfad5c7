@NullMarked
package dev.trellis;

import org.jspecify.annotations.NullMarked;
