package dev.trellis.people;

/** Passwords of people who sign in here rather than through an identity provider. Kept as salted hashes only. */
public interface Credentials {

    /** Shortest password, in characters; length is what protects it (NIST SP 800-63B, 5.1.1). */
    int SHORTEST_PASSWORD = 8;

    /**
     * Longest password, in bytes of UTF-8: bcrypt reads no further, and a longer one would be cut without a word.
     */
    int LONGEST_PASSWORD = 72;

    /**
     * Gives a person a password, or another one.
     *
     * @throws IllegalArgumentException with one sentence for a person, if it is too short or too long
     */
    void setPassword(PersonId person, String password);

    /** Whether this is the person's password. Takes as long where the person has none. */
    boolean matches(PersonId person, String password);

    /** Spends the time that {@link #matches} takes, so that nobody learns from the clock which addresses are known. */
    void matchesNobody(String password);
}
