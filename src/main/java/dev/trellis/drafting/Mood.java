package dev.trellis.drafting;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a sentence tells of something hard or of something that worked, by the words it uses. */
enum Mood {
    HARD,
    WORKED,
    PLAIN;

    private static final Pattern OF_HARD_THINGS = Pattern.compile(
            "(?iu)\\b(?:hard|harder|difficult|difficulty|struggl\\w+|stuck|again|ended up|instead of|too (?:much|many|early|late|long|fast)"
                    + "|should have|could have|would have|wish(?:ed)?|nobody|no one|alone|lost|lose|afraid|nervous|anxious|unsure|forgot"
                    + "|late|missed|overwhelm\\w+|tired|annoy\\w+|frustrat\\w+|complain\\w*|fail\\w*|mistake|wrong|avoid\\w*|never"
                    + "|not|cannot|can[’']t|couldn[’']t|didn[’']t|don[’']t|wasn[’']t|unbearable|sideways|silence|interrupt\\w*|problem"
                    + "|although|accusation|rushed|panick\\w*|froze|guess|worried|worry|scared|embarrass\\w*|confus\\w+|slow"
                    + "|schwer|schwerer|schwierig\\w*|wieder|statt|zu (?:viel|spät|früh|lange?|schnell)|hätte[nt]?|niemand|allein|alleine|verloren|verlor|angst"
                    + "|nervös|unsicher|vergessen|verpasst|überfordert|müde|genervt|ärger\\w*|frust\\w*|beschwer\\w*|gescheitert|fehler|falsch|vermeide\\w*"
                    + "|vermieden|nie|nicht|kein\\w*|konnte nicht|unterbrochen|problem\\w*|obwohl|gehetzt|panik|geschämt|peinlich|verwirr\\w*|langsam|still)\\b");

    private static final Pattern OF_THINGS_THAT_WORKED = Pattern.compile(
            "(?iu)\\b(?:first time|worked|works|managed to|proud|thanks?|thank you|great|excellent|helped|helpful|glad|easy|easier|calm(?:ly)?"
                    + "|well done|went well|clear(?:ly)?|on my own|best|finally|succeeded|surprised how|enjoy\\w*|happy|saved|improved"
                    + "|better|learned|learnt|confident\\w*|patient(?:ly)?|kind(?:ly|ness)?|impress\\w+|brilliant|appreciat\\w+|solved"
                    + "|zum ersten mal|geklappt|geschafft|gelungen|stolz|danke|dankbar|super|toll|großartig|geholfen|hilfreich|froh|leicht|leichter|ruhig"
                    + "|gut gemacht|lief gut|klar|endlich|gefreut|freue|gerne|gespart|verbessert|besser|gelernt|geduldig|freundlich|beeindruck\\w*|gelöst)\\b");

    static Mood of(String words) {
        int balance = count(OF_THINGS_THAT_WORKED, words) - count(OF_HARD_THINGS, words);
        return balance > 0 ? WORKED : balance < 0 ? HARD : PLAIN;
    }

    private static int count(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        int found = 0;
        while (matcher.find()) {
            found++;
        }
        return found;
    }
}
