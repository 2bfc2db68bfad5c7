package dev.trellis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Everything in the demo that is left to chance, from one seed. */
record Chance(RandomGenerator generator) {

    /**
     * A source of its own for one person and purpose, so that a line added to one resource does not reshuffle everybody.
     * {@link String#hashCode} is fixed by the language, which keeps this the same on every machine.
     */
    static Chance of(long seed, String person, String purpose) {
        long mixed = seed * 0x9E3779B97F4A7C15L + person.hashCode() * 31L + purpose.hashCode() * 0xBF58476D1CE4E5B9L;
        return new Chance(new SplittableRandom(mixed));
    }

    /** True with the given probability in {@code [0, 1]}. */
    boolean happens(double probability) {
        return generator.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return generator.nextInt(low, high + 1);
    }

    double within(double low, double high) {
        return low + (high - low) * generator.nextDouble();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(generator.nextInt(choices.size()));
    }

    /** Picks with a probability in proportion to the weight; weights are positive. */
    <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
        double total = choices.stream().mapToDouble(weight).sum();
        double left = generator.nextDouble() * total;
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }

    <T> List<T> shuffled(List<T> items) {
        List<T> result = new ArrayList<>(items);
        for (int last = result.size() - 1; last > 0; last--) {
            int other = generator.nextInt(last + 1);
            T swapped = result.get(last);
            result.set(last, result.get(other));
            result.set(other, swapped);
        }
        return result;
    }
}
