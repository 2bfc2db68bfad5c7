/** What tests of all modules stand on. */
package dev.trellis.testing;
