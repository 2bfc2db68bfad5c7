package dev.trellis.reading;

import java.util.List;

/** What in a text tells who someone is or how to reach them, whether or not anybody here knows them. Pure and deterministic. */
public interface PersonalText {

    /** Parts of {@code text} by position, in order, none overlapping another; empty where there are none. */
    List<Found> find(String text);

    /** Only what has a form of its own (mail, link, card, account, telephone …): for texts of the catalogue, whose words are no names. */
    List<Found> findByForm(String text);

    /** Whether {@code word}, whatever its case, is one that texts about work use in small letters: it may still be a name. */
    boolean isOrdinary(String word);

    /** What finds it: changes when the model or the rules do. */
    String id();

    /** @param start first character; @param end after the last */
    record Found(Kind kind, int start, int end) {

        public Found {
            if (start < 0 || end <= start) {
                throw new IllegalArgumentException("from " + start + " to " + end);
            }
        }

        boolean overlaps(Found other) {
            return start < other.end && other.start < end;
        }
    }

    enum Kind {
        PERSON,
        /** "Mrs." and "Dr.": they tell gender or rank. Titles of jobs are what this product speaks about, and stay. */
        SALUTATION,
        /** Streets, houses, post boxes, postcodes. */
        ADDRESS,
        /** Towns, regions, countries. */
        PLACE,
        ORGANISATION,
        /** Nationality, religion, politics: no reason for anything a draft may say. */
        GROUP,
        AGE,
        DATE,
        MAIL,
        PHONE,
        LINK,
        /** A payment card. */
        CARD,
        /** An IBAN. */
        ACCOUNT,
        /** An IP or a hardware address. */
        DEVICE,
        USER_NAME,
        /** Of a person, a licence, a member, a customer. */
        NUMBER
    }
}
