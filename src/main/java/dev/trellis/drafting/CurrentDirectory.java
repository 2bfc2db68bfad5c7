package dev.trellis.drafting;

import dev.trellis.people.People;
import java.util.function.Supplier;

/** The names of everyone as of now, read again only when somebody was added, changed or removed. */
final class CurrentDirectory implements Supplier<DirectoryNames> {

    private final People people;
    private String version = "";
    private DirectoryNames names = new DirectoryNames();

    CurrentDirectory(People people) {
        this.people = people;
    }

    @Override
    public synchronized DirectoryNames get() {
        String now = people.version();
        if (!now.equals(version)) {
            names = DirectoryNames.of(people.everyone());
            version = now;
        }
        return names;
    }
}
