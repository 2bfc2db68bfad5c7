package dev.trellis.reading;

import java.util.Locale;

/** The card that goes with the model that finds personal text. */
final class RedactionCard {

    private RedactionCard() {}

    /** @param unseen measured by folds on sentences unlike those learned from; @param id of the model */
    static String of(RedactionMeasures unseen, String id) {
        return String.format(Locale.ROOT, """
                # Personal text

                **What it does.** Finds what in a text tells who someone is or how to reach them, so that it can be hidden from a language
                model: names, addresses, places, companies, peoples, ages and days. A conditional random field (Tribuo) over how a word is
                written, what kind of word it is and what stands around it. What has a form of its own (mail, link, telephone, card, account,
                device, number) is found by rules and check digits beside it, which are no part of the model.

                **What it is made of.** `tagger.pb.gz`, the field; `words.txt`, words that texts about work use in small letters;
                `given-names.txt`, given names of many countries, our own list.

                **What it was made from.** Half of the templates of Presidio's research set, with invented names filled in (%d texts);
                `eval/redaction/sentences.txt`, our own sentences with holes for names; sentences of SkillSpan's job advertisements,
                where companies and places are holes; sentences of CEReD's diaries that hold no name. O*NET's task statements give
                ordinary words. Names for holes come from Presidio's set and our own list.

                **Measured** in five folds; sentences that are alike but for their names are in one fold:

                ```
                %s```

                **Limits.** English, some German. A name in small letters, or a word that is mostly no name and begins a sentence, is
                easily missed; a product's name is easily taken for a company's. It is one of two nets: names of an organisation's own
                people are also looked up in its directory. It must not be relied on to make texts anonymous for publication.

                **Model** `%s`. The same files give the same bytes; the command stands in `eval/redaction/README.md`.

                **Attribution.** Presidio research (MIT, Microsoft). SkillSpan (MIT; Zhang, Jensen, Sonniks & Plank 2022). CEReD, Michal
                Štefánik and Jan Nehyba (2021), http://hdl.handle.net/11372/LRT-3573, CC BY 4.0. O*NET by the U.S.
                Department of Labor, Employment and Training Administration, CC BY 4.0.
                """, unseen.texts(), unseen.table(), id);
    }
}
