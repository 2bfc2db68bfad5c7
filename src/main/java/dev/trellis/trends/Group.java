package dev.trellis.trends;

import java.util.Comparator;

/** People of one team, programme or role; which people they are differs from month to month. */
record Group(Dimension dimension, String name) implements Comparable<Group> {

    @Override
    public int compareTo(Group other) {
        return Comparator.comparing(Group::dimension).thenComparing(Group::name).compare(this, other);
    }
}
