package dev.trellis.search;

import java.util.UUID;

/** What a row of the change feed is about: all that is indexed of it is replaced together. */
record Subject(Kind kind, UUID id) {

    enum Kind {
        EVIDENCE,
        ACTIVITY
    }

    static Subject ofKey(String key) {
        int colon = key.indexOf(':');
        return new Subject(Kind.valueOf(key.substring(0, colon)), UUID.fromString(key.substring(colon + 1)));
    }

    String key() {
        return kind + ":" + id;
    }
}
