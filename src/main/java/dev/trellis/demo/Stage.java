package dev.trellis.demo;

import java.time.LocalDate;

/** What every writer works with: the people, the catalogue, the words, and what was said before. */
record Stage(long seed, Cast cast, Catalogue catalogue, SlotLists slots, Said said) {

    static Stage set(long seed) {
        return new Stage(seed, Cast.read(), Catalogue.read(), SlotLists.read(), new Said());
    }

    Chance chance(Member member, String purpose) {
        return Chance.of(seed, member.code(), purpose);
    }

    Scene toldBy(Member teller, LocalDate on, Chance chance) {
        return Scene.toldBy(teller, on, cast, catalogue, slots, chance);
    }

    Scene toldTo(Member about, Member author, LocalDate on, Chance chance) {
        return Scene.toldTo(about, author, on, cast, catalogue, slots, chance);
    }
}
