package dev.trellis.search;
final class RebuildBench { static void run(String... o) {} }
