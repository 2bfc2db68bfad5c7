/** Trellis from outside: the product's promise as a story, the mentor's browser, and what a crash may not do. */
package dev.trellis.story;
