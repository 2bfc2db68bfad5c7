package dev.trellis.drafting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Matters that belong to a person and not to their plan: no draft gives or quotes one as a reason.
 *
 * <p>Words of everyday work look like these matters (a parent class, a race condition, a family of products, a health check), so
 * each pattern asks for the personal sense: "my son", "on sick leave", "as a woman". What it misses a mentor still sees; what it
 * takes wrongly costs one quotation.
 */
public enum ProtectedMatter {
    HEALTH(
            "\\b(?:sick leave|(?:off|called in|been|was|am|is|felt|feeling) sick|ill health|unwell|mental health|mentally ill"
                    + "|(?:was|am|is|been|fell|felt|feel|seriously|chronically) ill|(?:my|his|her|their|an|after|through) (?:\\w+ )?illness"
                    + "|(?:my|his|her|their) health|health (?:problems?|issues?|conditions?|reasons)|burn-?out|burn(?:t|ed) out"
                    + "|depression|depressed|(?:my|his|her|their) anxiety|anxiety disorder|panic attacks?"
                    + "|(?:my|his|her|their|in|started) therapy|(?:my|his|her|their) (?:therapist|psychiatrist|psychologist|doctor|medication"
                    + "|diagnosis|surgery|operation|disability|pregnancy|miscarriage|cancer|migraines?|wheelchair)"
                    + "|(?:on|taking|takes?) medication|antidepressants?|(?:was|were|been|got) diagnosed|has a disability|chronic pain"
                    + "|(?:had|has|have|having) (?:cancer|surgery|a stroke|a miscarriage|migraines?|epilepsy|diabetes)"
                    + "|(?:was|were|been|am|is) (?:\\w+ )?in hospital|(?:went|taken|admitted) (?:in)?to hospital"
                    + "|(?:am|is|was|were|got|while|when|being) pregnant|autis(?:m|tic)|adhd|dyslexi[ac]|alcoholi(?:c|sm)"
                    + "|addicted to (?:alcohol|drugs|pills)|(?:my|his|her|their) addiction|(?:sleep|eating) disorder"
                    + "|krank(?:geschrieben|schreibung|heit|enhaus)?|(?:meine|seine|ihre|deine) (?:gesundheit|krankheit|erkrankung|depression|therapie|diagnose|schwangerschaft|behinderung)"
                    + "|schwanger(?:schaft)?|depressi(?:v|on(?:en)?)|psychisch|schwerbehindert\\w*|in therapie|panikattacken?|angststörung|burnout-klinik|fehlgeburt|krebs(?:diagnose|erkrankung)?"
                    + "|chronisch(?:e|en|er)? (?:schmerzen|krank\\w*)|(?:has|have|had|suffers? from|living with) (?:a )?(?:bipolar|schizophrenia|hiv|aids|ptsd|ocd|epilepsy|dementia)"
                    + "|(?:his|her|their|my) mental state|nervous breakdown|suicid\\w+|hysterectomy|menopaus\\w+|fertility treatment|ivf|neurodivergent|wheelchair user)\\b"),
    FAMILY(
            "\\b(?:(?:my|his|her|their|our|\\p{L}+[’']s) (?:own )?(?:sons?|daughters?|child|children|kids?|baby|husband|wife|spouse"
                    + "|boyfriend|girlfriend|fianc[eé]e?|marriage|divorce|mother|father|mum|mom|dad|parents|family|home life|private life)"
                    + "|married|divorced?|maternity|paternity|parental leave|childcare|single (?:mother|father|parent)|newborn"
                    + "|family (?:reasons|life|situation|commitments?|duties|emergency|problems?)|(?:i|have|has|had) (?:small |two |three )?(?:kids|children)"
                    + "|(?:meine|meinem|meinen|meiner|seine|seiner|ihre|ihrer|ihrem|ihren|deine|deiner) (?:kind(?:er|ern)?|tochter|töchter|sohn|söhne|ehefrau|ehemann|mann|frau|mutter|vater|eltern|familie|scheidung|ehe|freundin)"
                    + "|verheiratet|geschieden|alleinerziehend\\w*|elternzeit|mutterschutz|kinderbetreuung|kita|familiär\\w*|widow(?:ed|er)?|verwitwet|pregnan(?:t|cy)|stepchild(?:ren)?|custody of)\\b"),
    RELIGION(
            "\\b(?:religio(?:n|ns|us)|church|mosque|synagogue|muslims?|islam(?:ic)?|jew(?:s|ish)?|hindus?|buddhists?|catholics?"
                    + "|protestants?|atheists?|ramadan|my faith|(?:his|her|their) faith|(?:i|we|to) pray|prayers?|sabbath|headscarf|hijab"
                    + "|a christian|christian (?:faith|belief|values)"
                    + "|kirche|moschee|synagoge|muslimisch\\w*|muslima?|jüdisch\\w*|katholisch\\w*|evangelisch\\w*|buddhistisch\\w*|hinduistisch\\w*|glaubens\\w*|religiös\\w*|kopftuch|gebets?(?:raum|zeit|zeiten)"
                    + "|(?:is|as an?|being an?|devout|practi[sc]ing) (?:christian|sikh|mormon|baptist|jew|hindu|catholic))\\b"),
    ETHNICITY(
            "\\b(?:ethnic(?:ity|ities)?|racis[mt]|(?:my|his|her|their) (?:race|skin|accent|nationality|origins?|native country)"
                    + "|skin colou?r|people of colou?r|(?:as an?|being an?|is an?) (?:immigrant|foreigner|migrant|refugee|black|asian|arab|roma)"
                    + "|immigrants?|refugees?|foreigners?|migration background|asylum"
                    + "|ethni(?:e|sch\\w*|zität)|migrationshintergrund|hautfarbe|ausländer(?:in|innen|n)?|geflüchtete[rn]?|flüchtlinge?|rassis(?:mus|tisch\\w*)|(?:seine|ihre|meine) (?:herkunft|nationalität|muttersprache)"
                    + "|(?:he|she|they|\\p{L}+) (?:is|are) (?:black|asian|arab|turkish|polish|indian|african|latino|latina|roma|chinese|nigerian|mexican)\\b(?! box| belt| list)|of (?:african|asian|arab|turkish|jewish) (?:origin|descent)|(?:his|her|their|my) (?:ethnic )?background as an? (?:immigrant|migrant|refugee))\\b"),
    AGE(
            "\\b(?:too (?:old|young) (?:for|to)|(?:at|because of|given) (?:my|his|her|their) age|\\d{2} years old|my age|(?:his|her|their) age"
                    + "|near(?:ing)? retirement|before (?:i|he|she|they) retires?|pension age|for (?:his|her|their|my) age|older (?:workers?|employees?)"
                    + "|generation z|gen z|millennials?|boomers?"
                    + "|zu (?:alt|jung) (?:für|um)|(?:mein|sein|ihr|dein)(?:em|es|en)? alter|\\d{2} jahre alt|(?:kurz )?vor der rente|rentenalter|ältere (?:mitarbeiter|arbeitnehmer)\\w*"
                    + "|at (?:her|his|their|my) age|(?:she|he|they) (?:is|are) (?:already )?(?:over|almost|nearly|in (?:her|his|their)) (?:[3-7]0s?|thirties|forties|fifties|sixties)|too (?:old|young)(?= to| for)|close to retirement|digital natives?)\\b"),
    GENDER(
            "\\b(?:(?:as|being|for|like) an? (?:\\w+ )?(?:wom[ae]n|man|girl|mother|father|female|male|lesbian|gay)|women|the only woman"
                    + "|(?<![\\p{L}-])gender(?! neutral|-neutral| pay\\b)|sexis[mt]|transgender|trans (?:man|woman|person)|non-?binary|sexual (?:orientation|harassment)"
                    + "|gay|lesbian|homosexual|bisexual|queer|coming out"
                    + "|als (?:frau|mann|mutter|vater|mädchen|lesbe|schwuler)|frauen(?:quote)?|geschlecht(?:s\\w*)?|sexis(?:mus|tisch\\w*)|transgeschlechtlich\\w*|nichtbinär|schwul|lesbisch|homosexuell|sexuelle (?:orientierung|belästigung)"
                    + "|(?:because|since) (?:she|he) is an? (?:woman|man|girl))\\b"),
    UNION(
            "\\b(?:trade unions?|labou?r unions?|works council|union (?:member(?:ship)?s?|rep(?:resentative)?s?|dues|meeting)|the union\\b(?! type| of| query)"
                    + "|on strike|collective bargaining"
                    + "|gewerkschaft(?:s\\w*|er(?:in)?)?|betriebsrat(?:s\\w*)?|im streik|tarifverhandlung(?:en)?|(?:shop steward|picket line))\\b"),
    POLITICS("\\b(?:political (?:party|views?|opinions?)|party member(?:ship)?|voted for|(?:my|his|her|their) politics"
            + "|parteimitglied(?:schaft)?|politische[rn]? (?:meinung|überzeugung|partei)|(?:votes|campaigned) for)\\b"),
    MONEY_AND_LAW(
            "\\b(?:(?:my|his|her|their) (?:debts?|bankruptcy|criminal record)|in prison|convicted|on probation by court"
                    + "|(?:seine|ihre|meine) schulden|vorbestraft|im gefängnis|privatinsolvenz)\\b");

    private final Pattern words;

    ProtectedMatter(String words) {
        this.words = Pattern.compile(words);
    }

    /** The first such matter that {@code text} speaks of. */
    public static Optional<ProtectedMatter> in(String text) {
        String plain = text.replace('\u00A0', ' ').replace("\u00AD", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(matter -> matter.words.matcher(plain).find())
                .findFirst();
    }
}
