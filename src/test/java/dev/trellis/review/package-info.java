@NullMarked
package dev.trellis.review;

import org.jspecify.annotations.NullMarked;
